#include "tests/qml/app_states.h"

#include "qml/app/tour.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/note/note_view_model.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/catch.h"

namespace faltakt::test {

using namespace viewmodels;

namespace {

template <typename Page>
Page &topOf(AppHarness &app)
{
    app.settle();
    auto *page = qobject_cast<Page *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

base::CaseId someCase(AppHarness &app, bool isProtected)
{
    const auto rows =
        app.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); }).value();
    const auto row = std::ranges::find_if(rows, [isProtected](const store::CaseRow &each) {
        return each.card.isProtected == isProtected && each.card.stage != "closed";
    });
    REQUIRE(row != rows.end());
    return row->caseId;
}

PersonViewModel &openPerson(AppHarness &app)
{
    app.app().openPerson(someCase(app, false));
    return topOf<PersonViewModel>(app);
}

ContactViewModel &openContact(AppHarness &app)
{
    app.app().openContact(someCase(app, false), std::nullopt);
    return topOf<ContactViewModel>(app);
}

void askWhy(AppHarness &app)
{
    auto &today = topOf<TodayViewModel>(app);
    for (int index = 0; index < today.rows()->rowCount(); ++index)
        if (today.rows()->row(index)->kind == TodayRow::Kind::Agenda)
            return today.explain(index);
    FAIL("no row to ask about");
}

void openScratch(AppHarness &app)
{
    const auto scratch = app.inStore<base::ScratchId>([](OpenStore &store) -> base::Result<base::ScratchId> {
        TRY(const auto id, store.cases.startScratch("audit-c", "1.0.0", {}));
        return id;
    });
    REQUIRE(scratch.has_value());
    app.app().openScratchResult(*scratch);
}

void enterGate(AppHarness &app)
{
    app.app().openPerson(someCase(app, true));
    auto &person = topOf<PersonViewModel>(app);
    person.gate()->chooseReason(0);
    person.gate()->enter();
}

} // namespace

std::vector<AppState> appStates()
{
    const auto named = [](const char *name) { return QString::fromLatin1(name); };
    return {
        {named("safety-questions"),
         [](AppHarness &app) {
             app.app().openInterview({.instrument = "freda", .caseId = someCase(app, false)});
             auto &talk = topOf<InterviewViewModel>(app);
             talk.toggleAlone();
             talk.openSafely();
         }},
        {named("akut"), [](AppHarness &app) { app.app().openEmergency(); }},
        {named("profile"), [](AppHarness &app) { app.app().openMenu(); }},
        {named("why"), askWhy},
        {named("new-person"),
         [](AppHarness &app) {
             app.app().goTo(Router::Place::People);
             topOf<PeopleViewModel>(app).openNewPerson();
         }},
        {named("nobody-found"),
         [](AppHarness &app) {
             app.app().goTo(Router::Place::People);
             topOf<PeopleViewModel>(app).search(QStringLiteral("zzz"));
         }},
        {named("everybody-again"),
         [](AppHarness &app) {
             app.app().goTo(Router::Place::People);
             topOf<PeopleViewModel>(app).search({});
         }},
        {named("person-card"), [](AppHarness &app) { openPerson(app).chooseTab(1); }},
        {named("task"), [](AppHarness &app) { openPerson(app).addTask(); }},
        {named("contact-way"), [](AppHarness &app) { openPerson(app).addWay(); }},
        {named("person-field"), [](AppHarness &app) { openPerson(app).changeField(0); }},
        {named("record"), [](AppHarness &app) { openPerson(app).openEntry(0); }},
        {named("contact-missing"), [](AppHarness &app) { openContact(app).save(); }},
        {named("booking"), [](AppHarness &app) { openContact(app).booking()->open(); }},
        {named("note-missing"),
         [](AppHarness &app) {
             app.app().openNote(someCase(app, false), std::nullopt, std::nullopt);
             topOf<NoteViewModel>(app).save();
         }},
        {named("note-whose"), [](AppHarness &app) { app.app().openNote(std::nullopt, std::nullopt, std::nullopt); }},
        {named("scratch-result"), openScratch},
        {named("protected"), [](AppHarness &app) { app.app().openPerson(someCase(app, true)); }},
        {named("confirm"), enterGate},
    };
}

base::CaseId protectSomebody(AppHarness &app, const std::optional<base::CaseId> &whom)
{
    const base::CaseId caseId = whom ? *whom : someCase(app, false);
    const auto done = app.inStore<base::ChangeId>([caseId](OpenStore &store) -> base::Result<base::ChangeId> {
        TRY(const auto persons, store.cases.recordsOfKind(caseId, "person"));
        if (persons.empty())
            return base::fail(base::ErrorCode::NotFound, "a person in the case");
        return store.cases.edit(persons.front().id, {{"protection", "sekretessmarkering"}});
    });
    REQUIRE(done.has_value());
    app.settle();
    return caseId;
}

void visitEveryScreen(AppHarness &app, const std::function<void(const QString &name)> &look)
{
    std::vector<AppState> all;
    // What covers the pages while the store is closed is visited by those who close it.
    const QStringList covers{QStringLiteral("lock"), QStringLiteral("enrol"), QStringLiteral("enrol-scan"),
                             QStringLiteral("hidden")};
    for (const app::Scene &scene : app::tourScenes())
        if (!covers.contains(scene.name))
            all.push_back({scene.name, [go = scene.go](AppHarness &harness) { go(harness.composition()); }});
    for (AppState &state : appStates())
        all.push_back(std::move(state));
    for (const AppState &state : all) {
        // From a person's hands Esc may lead to the lock, and the next screens would have no store.
        if (app.app().navigator()->isSealed()) {
            app::leaveSealed(app.composition());
            app.app().goTo(Router::Place::Today);
            app.settle();
        }
        // What lies over a page closes by Esc.
        for (int sheets = 0; sheets < 2; ++sheets)
            app.key(Qt::Key_Escape);
        app::leaveSealed(app.composition());
        app.app().goTo(Router::Place::Today);
        app.settle();
        state.enter(app);
        app.settle();
        look(state.name);
    }
}

} // namespace faltakt::test
