#include "qml/app/tour_misfiled.h"

#include "qml/viewmodels/people/record_view_model.h"

#include <algorithm>

namespace faltakt::app {

using base::Result;
using viewmodels::AppViewModel;
using viewmodels::MisfiledViewModel;
using viewmodels::OpenStore;
using viewmodels::PersonChooser;
using viewmodels::RecordViewModel;

namespace {

constexpr const char *Words = "Vill ha stöd med sömnen. Kommer på torsdag klockan tio.";

/// A note of today in somebody's file, and whose it is.
struct Found {
    base::CaseId here, there;
    base::RecordId note;      ///< Not moved.
    base::RecordId sealed;    ///< Moved.
    base::RecordId moved;     ///< The same in the right file.
    base::RecordId screening; ///< Moved from here.
    base::RecordId act;       ///< In the right file; it was signed in the first one.
    QString hiddenNumber;     ///< Of the matter of a protected person.
};

Result<base::RecordId> write(OpenStore &store, base::CaseId caseId, const char *kind, base::json::Object fields)
{
    const auto record = store.ids.makeId<base::RecordId>();
    TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, kind, std::move(fields))}, {}}));
    return record;
}

Result<base::RecordId> writeNote(OpenStore &store, base::CaseId caseId)
{
    return write(store, caseId, "note", {{"text", Words}, {"at", base::formatInstant(store.clock.now())}});
}

/// By which the record is known that was moved into the file.
Result<base::RecordId> movedThere(OpenStore &store, base::CaseId caseId, const char *kind, base::RecordId sealed)
{
    const std::string key = casework::movedKeyOf(sealed);
    TRY(const auto records, store.cases.recordsOfKind(caseId, kind));
    for (const store::RecordView &record : records)
        if (record.text("movedKey") == key)
            return record.id;
    return base::fail(base::ErrorCode::NotFound, "what was moved");
}

/// A screening, and an act that tells of a signature as if it had been moved before.
Result<void> moveOthers(OpenStore &store, Found &found)
{
    const std::string now = base::formatInstant(store.clock.now());
    TRY(found.screening,
        write(store, found.here, "assessment",
              {{"instrument", "audit-c"}, {"version", "1.0.0"}, {"status", "declined"}, {"completedAt", now}}));
    TRY_VOID(viewmodels::moveMisfiled(store, {found.here, found.screening, found.there}));
    TRY(const auto act, write(store, found.here, "act",
                              {{"form", "report"},
                               {"version", "1.0.0"},
                               {"at", now},
                               {"writtenAt", now},
                               {"writtenByName", "Robin Al"},
                               {"wasSignedAt", now},
                               {"wasSignedByName", "Robin Al"},
                               {"movedAt", now}}));
    TRY_VOID(viewmodels::moveMisfiled(store, {found.here, act, found.there}));
    TRY(found.act, movedThere(store, found.there, "act", act));
    return {};
}

/// The number of a matter whose person is protected; the last of the caseload becomes it where nobody is.
Result<QString> protectedNumber(OpenStore &store, const std::vector<store::CaseRow> &rows)
{
    const auto hidden = std::ranges::find_if(rows, [](const store::CaseRow &row) { return row.card.isProtected; });
    const store::CaseRow &row = hidden == rows.end() ? rows.back() : *hidden;
    TRY(const auto persons, store.cases.recordsOfKind(row.caseId, "person"));
    if (hidden == rows.end() && !persons.empty())
        TRY_VOID(store.cases.edit(persons.front().id, {{"protection", "sekretessmarkering"}}));
    return QString::fromStdString(row.card.caseNumber);
}

Result<Found> prepare(OpenStore &store)
{
    TRY(auto rows, store.cases.cases());
    std::erase_if(rows, [](const store::CaseRow &row) { return !viewmodels::takesMisfiled(row.card); });
    if (rows.empty())
        return base::fail(base::ErrorCode::NotFound, "an open file");
    TRY(const QString number, protectedNumber(store, rows));
    rows.pop_back();
    std::erase_if(rows, [](const store::CaseRow &row) {
        return row.card.isProtected || row.card.shortName.empty() || !viewmodels::takesMisfiled(row.card);
    });
    if (rows.size() < 2)
        return base::fail(base::ErrorCode::NotFound, "two people whose names may be shown");
    Found found{rows[0].caseId, rows[1].caseId, {}, {}, {}, {}, {}, number};
    TRY(found.note, writeNote(store, found.here));
    TRY(found.sealed, writeNote(store, found.here));
    TRY_VOID(viewmodels::moveMisfiled(store, {found.here, found.sealed, found.there}));
    TRY(found.moved, movedThere(store, found.there, "note", found.sealed));
    TRY_VOID(moveOthers(store, found));
    return found;
}

std::function<void(Composition &)> shown(std::function<void(AppViewModel &, const Found &)> show)
{
    return [show = std::move(show)](Composition &composition) {
        AppViewModel &app = composition.app();
        composition.workspace().write<Found>(&app, prepare, [&app, show](const Result<Found> &found) {
            if (!found)
                return qWarning("tour: nothing to show: %s", found.error().toString().c_str());
            show(app, *found);
        });
    };
}

/// The sheet over the note, with the first of those found chosen: by number, or of those dealt with lately.
void openSheet(AppViewModel &app, const Found &found, const QString &number)
{
    app.openRecord(found.here, found.note);
    auto *page = qobject_cast<RecordViewModel *>(app.navigator()->top());
    QObject::connect(
        page, &RecordViewModel::loadingChanged, page,
        [page, number] {
            MisfiledViewModel &sheet = *page->misfiled();
            sheet.open();
            PersonChooser &chooser = *sheet.chooser();
            // The sheet opens with those dealt with lately; only then is searched.
            QObject::connect(
                &chooser, &PersonChooser::peopleChanged, &chooser,
                [&chooser, number, isChosen = false]() mutable {
                    if (isChosen || chooser.count() == 0)
                        return;
                    if (!number.isEmpty() && chooser.query() != number)
                        return chooser.search(number);
                    isChosen = true;
                    chooser.choose(0);
                },
                Qt::QueuedConnection);
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

std::vector<Scene> misfiledScenes()
{
    return {
        {QStringLiteral("misfiled"), shown([](AppViewModel &app, const Found &found) { openSheet(app, found, {}); })},
        {QStringLiteral("misfiled-protected"),
         shown([](AppViewModel &app, const Found &found) { openSheet(app, found, found.hiddenNumber); })},
        {QStringLiteral("misfiled-screening"),
         shown([](AppViewModel &app, const Found &found) { app.openResult(found.here, found.screening); })},
        {QStringLiteral("misfiled-signed"),
         shown([](AppViewModel &app, const Found &found) { app.openRecord(found.there, found.act); })},
        {QStringLiteral("misfiled-sealed"),
         shown([](AppViewModel &app, const Found &found) { app.openRecord(found.here, found.sealed); })},
        {QStringLiteral("misfiled-moved"),
         shown([](AppViewModel &app, const Found &found) { app.openRecord(found.there, found.moved); })}};
}

} // namespace faltakt::app
