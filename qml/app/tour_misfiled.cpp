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
    base::RecordId note;   ///< Not moved.
    base::RecordId sealed; ///< Moved.
    base::RecordId moved;  ///< The same in the right file.
};

Result<base::RecordId> write(OpenStore &store, base::CaseId caseId)
{
    const auto record = store.ids.makeId<base::RecordId>();
    TRY_VOID(store.cases.save(
        {caseId,
         {changelog::makeCreation(record, "note", {{"text", Words}, {"at", base::formatInstant(store.clock.now())}})},
         {}}));
    return record;
}

Result<Found> prepare(OpenStore &store)
{
    TRY(auto rows, store.cases.cases());
    std::erase_if(rows, [](const store::CaseRow &row) {
        return row.card.isProtected || row.card.shortName.empty() || row.card.stage == "team";
    });
    if (rows.size() < 2)
        return base::fail(base::ErrorCode::NotFound, "two people whose names may be shown");
    Found found{rows[0].caseId, rows[1].caseId, {}, {}, {}};
    TRY(found.note, write(store, found.here));
    TRY(found.sealed, write(store, found.here));
    TRY_VOID(viewmodels::moveMisfiled(store, {found.here, found.sealed, found.there}));
    const std::string key = casework::movedKeyOf(found.sealed);
    TRY(const auto notes, store.cases.recordsOfKind(found.there, "note"));
    for (const store::RecordView &note : notes)
        if (note.text("movedKey") == key)
            found.moved = note.id;
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

/// The sheet over the note, with somebody chosen.
void openSheet(AppViewModel &app, const Found &found)
{
    app.openRecord(found.here, found.note);
    auto *page = qobject_cast<RecordViewModel *>(app.navigator()->top());
    QObject::connect(
        page, &RecordViewModel::loadingChanged, page,
        [page] {
            MisfiledViewModel &sheet = *page->misfiled();
            sheet.open();
            PersonChooser &chooser = *sheet.chooser();
            QObject::connect(
                &chooser, &PersonChooser::peopleChanged, &chooser,
                [&chooser] {
                    if (chooser.count() > 0)
                        chooser.choose(0);
                },
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

std::vector<Scene> misfiledScenes()
{
    return {{QStringLiteral("misfiled"), shown(openSheet)},
            {QStringLiteral("misfiled-sealed"),
             shown([](AppViewModel &app, const Found &found) { app.openRecord(found.here, found.sealed); })},
            {QStringLiteral("misfiled-moved"),
             shown([](AppViewModel &app, const Found &found) { app.openRecord(found.there, found.moved); })}};
}

} // namespace faltakt::app
