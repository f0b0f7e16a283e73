#include "qml/app/tour_day.h"

#include "qml/viewmodels/contact/contact_form.h"
#include "qml/viewmodels/day/contact_card_view_model.h"
#include "qml/viewmodels/day/relative_call_view_model.h"
#include "qml/viewmodels/day/visit_plan_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"

namespace faltakt::app {

using viewmodels::ContactCardViewModel;
using viewmodels::DayPage;
using viewmodels::OpenStore;
using viewmodels::RelativeCallViewModel;
using viewmodels::VisitPlanViewModel;

namespace {

/// A note of somebody whose name may be shown.
base::Result<store::RecordPlace> someNote(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        TRY(const auto notes, store.cases.recordsOfKind(row.caseId, "note"));
        if (!notes.empty())
            return store::RecordPlace{notes.front().id, row.caseId};
    }
    return base::fail(base::ErrorCode::NotFound, "no note");
}

/// Before the worker's eyes; in the person's hands it would shut the way to the next scene.
void openReading(Composition &composition)
{
    viewmodels::AppViewModel &app = composition.app();
    composition.workspace().read<store::RecordPlace>(
        &app, someNote, [&app](const base::Result<store::RecordPlace> &note) {
            if (!note)
                return qWarning("tour: nothing to show: %s", note.error().toString().c_str());
            app.openReading(note->caseId, note->record);
        });
}

/// The choice, or the card with the worker's number and first name.
void openContactCard(Composition &composition, bool isShown)
{
    composition.app().openDay(DayPage::ContactCard);
    auto *card = qobject_cast<ContactCardViewModel *>(composition.app().navigator()->top());
    if (!card)
        return;
    QObject::connect(
        card, &ContactCardViewModel::loadingChanged, card,
        [card, isShown] {
            card->chooseAnew();
            if (!isShown)
                return;
            card->editOwnNumber(QStringLiteral("070-174 06 99"));
            card->setNamesWorker(true);
            card->chooseOwn();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

/// Somebody to visit later in the day, where nobody is booked.
base::Result<int> bookSomebody(OpenStore &store)
{
    TRY(const auto visits, viewmodels::readVisits(store, {}));
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        if (!visits.empty())
            break;
        if (row.card.isProtected || row.card.shortName.empty() || row.card.stage == "closed")
            continue;
        TRY_VOID(viewmodels::bookContact(store, row.caseId, store.clock.now() + std::chrono::hours(2)));
        TRY_VOID(viewmodels::bookContact(store, row.caseId, store.clock.now() + std::chrono::hours(24)));
        break;
    }
    return 0;
}

/// The plan, or its first visit with something to take along.
void openVisits(Composition &composition, bool isPlanned)
{
    viewmodels::AppViewModel &app = composition.app();
    composition.workspace().write<int>(&app, bookSomebody, [&app, isPlanned](const base::Result<int> &) {
        app.openDay(DayPage::Visits);
        auto *plan = qobject_cast<VisitPlanViewModel *>(app.navigator()->top());
        if (!plan || !isPlanned)
            return;
        QObject::connect(
            plan, &VisitPlanViewModel::loadingChanged, plan,
            [plan] {
                plan->plan(0);
                plan->editWhere(QStringLiteral("Kafét vid torget"));
                plan->setForTwo(true);
                plan->editThing(QStringLiteral("Samtycke att skriva under"));
                if (plan->things()->count() == 0)
                    plan->addThing();
            },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
}

/// I dag with one sort of task, by its place in the choice.
void narrowToday(Composition &composition, int sort)
{
    composition.app().goTo(viewmodels::Router::Place::Today);
    if (auto *today = qobject_cast<viewmodels::TodayViewModel *>(composition.app().navigator()->top()))
        today->filter()->choose(sort);
}

} // namespace

std::vector<Scene> dayScenes()
{
    const auto page = [](DayPage which) {
        return [which](Composition &composition) { composition.app().openDay(which); };
    };
    return {
        {QStringLiteral("today-narrowed"), [](Composition &composition) { narrowToday(composition, 1); }},
        {QStringLiteral("met-today"),
         [](Composition &composition) {
             narrowToday(composition, 0); // As the next look is to find it.
             composition.app().openDay(DayPage::MetToday);
         }},
        {QStringLiteral("lob-sheet"), [](Composition &composition) { composition.app().openLobSheet(); }},
        {QStringLiteral("tally"), page(DayPage::Tally)},
        {QStringLiteral("relative-call"), page(DayPage::RelativeCall)},
        {QStringLiteral("relative-advice"),
         [](Composition &composition) {
             composition.app().openDay(DayPage::RelativeCall);
             if (auto *call = qobject_cast<RelativeCallViewModel *>(composition.app().navigator()->top()))
                 call->chooseAdvice();
         }},
        {QStringLiteral("told-note"), [](Composition &composition) { composition.app().openToldNote("relative"); }},
        {QStringLiteral("visit-plan"), [](Composition &composition) { openVisits(composition, false); }},
        {QStringLiteral("visit-plan-visit"), [](Composition &composition) { openVisits(composition, true); }},
        {QStringLiteral("contact-card-choice"), [](Composition &composition) { openContactCard(composition, false); }},
        {QStringLiteral("contact-card"), [](Composition &composition) { openContactCard(composition, true); }},
        {QStringLiteral("day-end"), page(DayPage::End)},
        {QStringLiteral("reading"), openReading},
    };
}

} // namespace faltakt::app
