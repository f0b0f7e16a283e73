#include "qml/app/tour_children.h"

#include "qml/viewmodels/child/protection_view_model.h"

namespace faltakt::app {

using viewmodels::AppViewModel;
using viewmodels::OpenStore;
using viewmodels::ProtectionViewModel;

namespace {

struct Child {
    base::CaseId caseId;
    base::RecordId record;
};

/// A child of somebody whose name may be shown, written the first time that it is wanted; without a worry, which would put
/// a row on the list beside.
base::Result<Child> someChild(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        TRY(const auto children, store.cases.recordsOfKind(row.caseId, "child"));
        if (!children.empty())
            return Child{row.caseId, children.front().id};
    }
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        const auto id = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save(
            {row.caseId,
             {changelog::makeCreation(id, "child",
                                      {{"name", "Lillan"}, {"childAge", "6to12"}, {"lives", "part"}, {"worry", "no"}})},
             {}}));
        return Child{row.caseId, id};
    }
    return base::fail(base::ErrorCode::NotFound, "nobody whose name may be shown");
}

using Opener = std::function<void(AppViewModel &, const Child &)>;

std::function<void(Composition &)> withChild(Opener opener)
{
    return [opener = std::move(opener)](Composition &composition) {
        AppViewModel &app = composition.app();
        composition.workspace().write<Child>(&app, someChild, [&app, opener](const base::Result<Child> &found) {
            if (found)
                opener(app, *found);
            else
                qWarning("tour: nothing to show: %s", found.error().toString().c_str());
        });
    };
}

/// The form of an act, worked with once it is there.
std::function<void(Composition &)> act(const std::string &form, std::function<void(ProtectionViewModel &)> work)
{
    return withChild([form, work = std::move(work)](AppViewModel &app, const Child &child) {
        const bool isAboutChild = form == "child" || form == "concernReport";
        app.openProtection(child.caseId, form, isAboutChild ? std::optional(child.record) : std::nullopt);
        auto *page = qobject_cast<ProtectionViewModel *>(app.navigator()->top());
        QObject::connect(
            page, &ProtectionViewModel::loadingChanged, page, [page, work] { work(*page); },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
}

/// The line of the form that is named so, answered by the place of its chip.
void choose(ProtectionViewModel &page, const char *kind, int nth, int index)
{
    const auto &rows = page.items()->rows();
    for (int row = 0; row < int(rows.size()); ++row)
        if (rows[std::size_t(row)].kind == QLatin1String(kind) && nth-- == 0)
            return page.choose(row, index);
}

} // namespace

std::vector<Scene> childrenScenes()
{
    return {
        {QStringLiteral("children"),
         withChild([](AppViewModel &app, const Child &child) { app.openChildren(child.caseId); })},
        {QStringLiteral("child"), act("child", [](ProtectionViewModel &page) { choose(page, "choice", 3, 0); })},
        {QStringLiteral("children-answer"),
         act("children", [](ProtectionViewModel &page) { choose(page, "choice", 0, 2); })},
        {QStringLiteral("concern-report"),
         act("concernReport", [](ProtectionViewModel &page) { choose(page, "choice", 0, 0); })},
        {QStringLiteral("concern-missing"), act("concernReport", [](ProtectionViewModel &page) { page.save(); })},
        {QStringLiteral("safety-check"),
         act("safetyCheck", [](ProtectionViewModel &page) { choose(page, "choice", 0, 0); })},
        {QStringLiteral("protection-veiled"), act("safetyTalk", [](ProtectionViewModel &) {})},
        {QStringLiteral("protection"), act("safetyTalk",
                                           [](ProtectionViewModel &page) {
                                               page.reveal();
                                               choose(page, "choice", 0, 0);
                                           })},
    };
}

} // namespace faltakt::app
