// "Besöksplan": order, what to take along, two who go, and the check-in from it.
#include "qml/app/tour_team.h"
#include "qml/viewmodels/contact/contact_form.h"
#include "qml/viewmodels/day/visit_plan_view_model.h"
#include "qml/viewmodels/team/check_in_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/qml/today_lines.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

PlannedVisit visitAt(int minutes, std::optional<int> place = {}, bool isTomorrow = false)
{
    PlannedVisit visit;
    visit.at = base::Instant() + std::chrono::minutes(minutes);
    visit.isTomorrow = isTomorrow;
    visit.notes.place = place;
    return visit;
}

std::vector<int> minutesOf(const std::vector<PlannedVisit> &visits)
{
    std::vector<int> minutes;
    minutes.reserve(visits.size());
    for (const PlannedVisit &visit : visits)
        minutes.push_back(int(std::chrono::duration_cast<std::chrono::minutes>(visit.at.time_since_epoch()).count()));
    return minutes;
}

/// A device on which nothing is booked but what the test books: three times today, one tomorrow.
struct Desk {
    explicit Desk(const HarnessPlan &plan = {}) : app(plan)
    {
        const auto rows = casesOf(app);
        for (const store::CaseRow &row : rows)
            if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage != "closed" && people.size() < 4)
                people.push_back(row);
        REQUIRE(people.size() == 4);
        const auto booked = app.inStore<int>([this](OpenStore &store) -> base::Result<int> {
            TRY(const auto old, readVisits(store, {}));
            for (const PlannedVisit &visit : old)
                TRY_VOID(bookAway(store, visit.record));
            const std::array offsets{1h, 2h, 3h, 22h};
            for (std::size_t i = 0; i < offsets.size(); ++i)
                TRY_VOID(bookContact(store, people[i].caseId, store.clock.now() + offsets[i]));
            return 0;
        });
        REQUIRE(booked.has_value());
        app.settle();
    }

    static base::Result<void> bookAway(OpenStore &store, base::RecordId record)
    {
        TRY(const auto found, store.cases.record(record));
        if (!found || found->kind != "task")
            return {};
        TRY_VOID(store.cases.edit(record, {{"status", "done"}}));
        return {};
    }

    VisitPlanViewModel &open()
    {
        app.app().openDay(DayPage::Visits);
        app.settle();
        return top<VisitPlanViewModel>(app);
    }
    QStringList times(VisitPlanViewModel &page)
    {
        QStringList said;
        for (const auto &line : page.visits()->lines())
            said += line.trailing;
        return said;
    }
    std::vector<store::FormDraft> formsNamed(const std::string &name)
    {
        auto forms =
            app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); }).value();
        std::erase_if(forms, [&](const store::FormDraft &form) { return form.form != name; });
        return forms;
    }

    AppHarness app;
    std::vector<store::CaseRow> people;
};

} // namespace

TEST_CASE("visits stand by time, those that were moved where they were put, and new ones before the first later one")
{
    CHECK(minutesOf(inOrder({visitAt(30), visitAt(10), visitAt(20)})) == std::vector{10, 20, 30});
    CHECK(minutesOf(inOrder({visitAt(10, 2), visitAt(20, 0), visitAt(30, 1)})) == std::vector{20, 30, 10});
    CHECK(minutesOf(inOrder({visitAt(10, 1), visitAt(20), visitAt(30, 0)})) == std::vector{20, 30, 10});
    CHECK(minutesOf(inOrder({visitAt(40), visitAt(10, 1), visitAt(30, 0)})) == std::vector{30, 10, 40});
    CHECK(minutesOf(inOrder({visitAt(5, {}, true), visitAt(30, 0), visitAt(20, 1)})) == std::vector{30, 20, 5});
    CHECK(inOrder({}).empty());
}

TEST_CASE("the plan shows today's and tomorrow's times with the names of I dag and nothing more of anybody")
{
    Desk desk;
    desk.app.tap(q("Besöksplan"));
    desk.app.settle();
    auto &page = top<VisitPlanViewModel>(desk.app);
    CHECK(desk.times(page) == QStringList{q("14:07"), q("15:07"), q("16:07"), q("11:07")});
    CHECK(page.visits()->lines()[0].kind == q("I dag"));
    CHECK(page.visits()->lines()[1].kind.isEmpty());
    CHECK(page.visits()->lines()[3].kind == q("I morgon"));
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(page.visits()->lines()[i].text.startsWith(QString::fromStdString(desk.people[i].card.shortName)));
        CHECK_FALSE(desk.app.shows(QString::fromStdString(desk.people[i].card.name)));
    }
    CHECK(desk.app.textFaults().isEmpty());
}

TEST_CASE("a visit is moved, the order is there after a kill, and undo and the clock bring the old one back")
{
    Desk desk;
    auto &page = desk.open();
    page.moveUp(2);
    CHECK(desk.times(page) == QStringList{q("14:07"), q("16:07"), q("15:07"), q("11:07")});
    desk.app.settle();
    desk.app.tap(q("Ångra"));
    CHECK(desk.times(page) == QStringList{q("14:07"), q("15:07"), q("16:07"), q("11:07")});
    page.moveDown(0);
    desk.app.settle();
    // The first of tomorrow does not go into today, and the ends have nowhere to go.
    page.moveUp(3);
    page.moveUp(0);
    page.moveDown(3);
    CHECK(desk.times(page) == QStringList{q("15:07"), q("14:07"), q("16:07"), q("11:07")});
    desk.app.killAndRestart();
    desk.app.unlock();
    desk.app.settle();
    auto &again = top<VisitPlanViewModel>(desk.app);
    CHECK(desk.times(again) == QStringList{q("15:07"), q("14:07"), q("16:07"), q("11:07")});
    desk.app.tap(q("Ordna efter tid"));
    desk.app.settle();
    CHECK(desk.times(again) == QStringList{q("14:07"), q("15:07"), q("16:07"), q("11:07")});
    CHECK(desk.formsNamed("visitPlan").empty());
    again.undo();
    CHECK(desk.times(again) == QStringList{q("15:07"), q("14:07"), q("16:07"), q("11:07")});
}

TEST_CASE("what is planned for a visit is durable as it is typed")
{
    Desk desk;
    auto &page = desk.open();
    page.plan(1);
    desk.app.settle();
    page.editWhere(q("Kafét, \"torget\" <b>"));
    page.setForTwo(true);
    page.editCompanion(q("Ali"));
    page.editThing(q("Samtycke"));
    page.addThing();
    page.editThing(q("  "));
    page.addThing();
    CHECK(page.missing() == q("Skriv vad du ska ta med."));
    page.editThing(q("Broschyr"));
    page.togglePacked(0);
    desk.app.settle();
    desk.app.killAndRestart();
    desk.app.unlock();
    desk.app.settle();
    auto &again = top<VisitPlanViewModel>(desk.app);
    CHECK(desk.app.shows(q("Två går: Ali · Packat: 1 av 1")));
    CHECK(desk.app.shows(q("Kafét, \"torget\" <b>")));
    again.plan(1);
    desk.app.settle();
    CHECK(again.typedThing() == q("Broschyr"));
    CHECK(again.companion() == q("Ali"));
    REQUIRE(again.things()->count() == 1);
    CHECK(again.things()->lines()[0].kind == q("packed"));
    again.removeThing(0);
    CHECK(again.things()->count() == 0);
    desk.app.settle();
    desk.app.tap(q("Ångra"));
    desk.app.settle();
    REQUIRE(again.things()->count() == 1);
    CHECK(again.things()->lines()[0].kind == q("packed"));
    CHECK(desk.formsNamed("visitPlan").size() == 1);
    // Nothing of it waits on I dag or is sent.
    for (const QString &line : linesOfToday(desk.app))
        CHECK_FALSE(line.contains(q("Samtycke")));
}

TEST_CASE("what is open in the file is proposed, and taken with one press")
{
    Desk desk;
    const auto saved = desk.app.inStore<int>([caseId = desk.people[0].caseId](OpenStore &store) -> base::Result<int> {
        store::FormDraft form;
        form.id = store.ids.makeId<base::RecordId>();
        form.form = "act";
        form.caseId = caseId;
        form.fields = {{"about", "consent"}};
        TRY_VOID(store.cases.keepForm(form));
        return 0;
    });
    REQUIRE(saved.has_value());
    auto &page = desk.open();
    page.plan(0);
    desk.app.settle();
    REQUIRE(page.proposals().contains(q("Påbörjad blankett")));
    desk.app.tap(q("Ta med Påbörjad blankett"));
    desk.app.settle();
    CHECK_FALSE(page.proposals().contains(q("Påbörjad blankett")));
    REQUIRE(page.things()->count() == 1);
    CHECK(page.things()->lines()[0].text == q("Påbörjad blankett"));
}

TEST_CASE("where two are agreed the check-in shows the visit first, and the team learns that two go")
{
    Desk desk;
    REQUIRE(desk.app.inStore<app::TrainingTeam>([](OpenStore &store) { return app::makeTrainingTeam(store); }));
    const auto person = recordsOf(desk.app, desk.people[0].caseId, "person").front().id;
    REQUIRE(desk.app.inStore<base::ChangeId>([person](OpenStore &store) {
        return store.cases.edit(person,
                                {{"flags", base::json::Object{{"f", base::json::Object{{"code", "twoAtVisit"},
                                                                                       {"source", "Teamet"},
                                                                                       {"date", "2025-10-01"}}}}}});
    }));
    desk.app.settle();
    auto &page = desk.open();
    // Never in a list.
    CHECK_FALSE(desk.app.shows(q("två vid besök")));
    page.checkInAt(0);
    desk.app.settle();
    REQUIRE(page.isPlanning());
    CHECK(desk.app.shows(q("Överenskommet på kortet: två vid besök.")));
    page.setForTwo(true);
    page.editWhere(q("Kafét"));
    desk.app.tap(q("Checka in"));
    desk.app.settle();
    auto &checkIn = top<CheckInViewModel>(desk.app);
    CHECK(checkIn.form()->place() == q("Kafét (två går)"));
    CHECK(desk.formsNamed("checkIn").size() == 1);
    // Begun already: what was typed there stays.
    checkIn.form()->setPlace(q("Torget"));
    desk.app.app().back();
    desk.app.settle();
    page.checkIn();
    desk.app.settle();
    CHECK(top<CheckInViewModel>(desk.app).form()->place() == q("Torget"));
    CHECK(desk.formsNamed("checkIn").size() == 1);
}

TEST_CASE("without booked times the page says how to book")
{
    Desk desk;
    REQUIRE(desk.app.inStore<int>([](OpenStore &store) -> base::Result<int> {
        TRY(const auto visits, readVisits(store, {}));
        for (const PlannedVisit &visit : visits)
            TRY_VOID(Desk::bookAway(store, visit.record));
        return 0;
    }));
    desk.open();
    CHECK(desk.app.shows(q("Inga bokade tider i dag eller i morgon. Boka från personens sida.")));
}

TEST_CASE("hidden names are hidden in the plan, and a lock takes it away")
{
    Desk desk;
    auto &page = desk.open();
    page.plan(0);
    page.editWhere(q("Kafét"));
    desk.app.composition().settings().setNamesHidden(true);
    desk.app.settle();
    for (const store::CaseRow &row : desk.people)
        CHECK_FALSE(desk.app.shows(QString::fromStdString(row.card.shortName)));
    desk.app.composition().settings().setNamesHidden(false);
    desk.app.app().lockNow();
    desk.app.waitFor([&] { return desk.app.app().cover() == AppViewModel::Cover::Lock; });
    CHECK(page.visits()->count() == 0);
    desk.app.unlock();
    desk.app.settle();
    CHECK(page.isPlanning());
    CHECK(page.where() == q("Kafét"));
}

TEST_CASE("plan and visit hold in every window and text size, in both languages")
{
    HarnessPlan plan;
    plan.language = GENERATE(QStringLiteral("sv"), QStringLiteral("en"));
    Desk desk(plan);
    auto &page = desk.open();
    page.plan(0);
    page.editWhere(q("Ett ganska långt namn på en plats utanför centrum"));
    page.setForTwo(true);
    page.editThing(q("Ansökan med långt namn"));
    page.addThing();
    for (const bool isPlanning : {true, false}) {
        if (!isPlanning)
            page.stepBack();
        desk.app.settle();
        for (const QSize size : {QSize(320, 640), QSize(390, 844), QSize(844, 390), QSize(1280, 800)})
            for (const double scale : {1.0, 1.5, 2.0}) {
                desk.app.composition().settings().setTextScale(scale);
                desk.app.window().resize(size);
                desk.app.layOut();
                INFO(size.width() << "x" << size.height() << " " << scale << " "
                                  << desk.app.textFaults().join(QLatin1Char('\n')).toStdString());
                CHECK(desk.app.textFaults().isEmpty());
            }
    }
}
