#include "qml/app/tour_people.h"

#include "qml/viewmodels/people/person_view_model.h"

namespace faltakt::app {

using viewmodels::AppViewModel;
using viewmodels::OpenStore;
using viewmodels::PersonViewModel;

namespace {

/// Somebody whose name may be shown, with something on the card; written the first time that it is wanted.
base::Result<base::CaseId> somebody(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        TRY(const auto persons, store.cases.recordsOfKind(row.caseId, "person"));
        if (row.card.isProtected || row.card.stage == "closed" || row.card.shortName.empty() || persons.empty()
            || persons.front().conflicted)
            continue;
        TRY(const auto related, store.cases.recordsOfKind(row.caseId, "related"));
        if (!related.empty())
            return row.caseId;
        const std::string today = base::formatInstant(store.clock.now()).substr(0, 10);
        TRY_VOID(store.cases.edit(
            persons.front().id,
            {{"aliases", base::json::Object{{"a", base::json::Object{{"name", "Kim Provsson"}, {"kind", "former"}}}}},
             {"flags", base::json::Object{{"f", base::json::Object{{"code", "twoAtVisit"},
                                                                   {"source", "Socialjouren"},
                                                                   {"date", today},
                                                                   {"review", "2099-01-31"}}}}}}));
        TRY_VOID(store.cases.save({row.caseId,
                                   {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "related",
                                                            {{"role", "godMan"},
                                                             {"name", "Vera Provsson"},
                                                             {"phone", "070-174 06 05"},
                                                             {"mandate", "Ekonomi"},
                                                             {"mayKnow", "yes"}})},
                                   {}}));
        return row.caseId;
    }
    return base::fail(base::ErrorCode::NotFound, "nobody whose name may be shown");
}

/// The card of somebody, worked with once it is there.
std::function<void(Composition &)> card(std::function<void(PersonViewModel &)> work)
{
    return [work = std::move(work)](Composition &composition) {
        AppViewModel &app = composition.app();
        composition.workspace().write<base::CaseId>(
            &app, somebody, [&app, work](const base::Result<base::CaseId> &found) {
                if (!found)
                    return qWarning("tour: nothing to show: %s", found.error().toString().c_str());
                app.openPerson(*found);
                auto *page = qobject_cast<PersonViewModel *>(app.navigator()->top());
                QObject::connect(
                    page, &PersonViewModel::loadingChanged, page,
                    [page, work] {
                        page->chooseTab(1);
                        work(*page);
                    },
                    Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
            });
    };
}

} // namespace

std::vector<Scene> peopleScenes()
{
    return {
        {QStringLiteral("person-card"), card([](PersonViewModel &) {})},
        {QStringLiteral("person-arrangement"), card([](PersonViewModel &page) {
             page.entries()->addFlag();
             page.entries()->entry()->chooseKind(0);
         })},
        {QStringLiteral("person-around"), card([](PersonViewModel &page) {
             page.entries()->addRelated();
             page.entries()->related()->chooseRole(3);
         })},
        {QStringLiteral("person-protection"), card([](PersonViewModel &page) {
             for (int row = 0; row < page.fields()->rowCount(); ++row)
                 if (page.fields()->field(row) == "protection")
                     page.changeField(row);
         })},
        {QStringLiteral("person-merge"), card([](PersonViewModel &page) { page.merge()->open(); })},
    };
}

} // namespace faltakt::app
