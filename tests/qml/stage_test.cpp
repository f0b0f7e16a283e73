// Moving a matter from the person's page: where it is, the day, what stands against it, the draft, undoing.
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/people/closing_view_model.h"
#include "qml/viewmodels/people/stage_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/closing_desk.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

StageViewModel &openStage(Desk &desk)
{
    desk.harness.app().openStage(desk.caseId);
    desk.harness.settle();
    return top<StageViewModel>(desk.harness);
}

void choose(StageViewModel &page, const char *name)
{
    const auto index = page.ways().indexOf(q(name));
    REQUIRE(index >= 0);
    page.chooseWay(int(index));
}

QString daysFromNow(Desk &desk, int days)
{
    const base::Date today = casework::swedishDate(desk.harness.clock().now());
    return QString::fromStdString(base::formatDate(rules::addDays(today, days)));
}

} // namespace

TEST_CASE("a matter is moved from the person's page, stands on her timeline, and comes back by undo")
{
    Desk desk;
    desk.set({{"stage", "preAssessment"}});
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    person.chooseTab(1);
    desk.harness.settle();
    desk.harness.tap(q("Flytta ärendet"));
    desk.harness.settle();
    auto &page = top<StageViewModel>(desk.harness);
    REQUIRE(page.isMovable());
    CHECK(page.statusTitle() == q("Nu: Förhandsbedömning"));
    desk.harness.tap(q("Utredning"));
    desk.harness.tap(q("I går"));
    desk.harness.tap(q("Spara"));
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "investigation");
    const auto at = desk.matter().instant("stageAt");
    REQUIRE(at);
    CHECK(QString::fromStdString(base::formatDate(casework::swedishDate(*at))) == daysFromNow(desk, -1));
    CHECK(desk.harness.shows(q("Sparat. Ärendet är i: utredning")));
    CHECK(page.statusTitle() == q("Nu: Utredning"));
    CHECK_FALSE(page.ways().contains(q("Utredning")));
    CHECK_FALSE(page.ways().contains(q("Avslutat")));

    openPerson(desk.harness, desk.caseId);
    desk.harness.settle();
    auto *line = desk.harness.reach(q("Var ärendet är"));
    REQUIRE(line);
    desk.harness.tap(line);
    CHECK(&top<StageViewModel>(desk.harness) != &page);
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.app().back();
    desk.harness.settle();
    page.undo();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "preAssessment");
    CHECK(page.ways().at(page.wayIndex()) == q("Utredning"));
    CHECK(page.dayIndex() == 1);
}

TEST_CASE("nothing is moved without a stage, to a day that has not come, or back without a reason")
{
    Desk desk;
    StageViewModel &page = openStage(desk);
    page.save();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Välj var ärendet är nu.")));
    choose(page, "Uppföljning");
    page.chooseDay(2);
    page.save();
    CHECK(page.dayProblem().startsWith(q("Skriv dagen för beslutet")));
    page.setOtherDay(q("i förrgår"));
    page.save();
    CHECK(page.dayProblem().startsWith(q("Skriv dagen för beslutet")));
    page.setOtherDay(daysFromNow(desk, 1));
    page.save();
    CHECK(page.dayProblem().startsWith(q("Dagen ligger framåt.")));
    page.setOtherDay(daysFromNow(desk, -3));
    CHECK_FALSE(page.wantsReason());
    choose(page, "Utredning");
    CHECK(page.wantsReason());
    page.save();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Skriv varför ärendet går tillbaka, en mening räcker.")));
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(page.otherDay() == daysFromNow(desk, -3));
    page.setReason(q("Beslutet upphävdes."));
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "investigation");
    CHECK(desk.matter().text("stageReason") == "Beslutet upphävdes.");
    CHECK(page.statusText().contains(q("Beslutet upphävdes.")));

    choose(page, "Insats");
    page.chooseDay(2);
    page.setOtherDay(daysFromNow(desk, -4));
    page.save();
    desk.harness.settle();
    CHECK(page.dayProblem().startsWith(q("Ärendet kom hit")));
    CHECK(desk.matter().text("stage") == "investigation");
}

TEST_CASE("a worry about a child holds help up, and its page is one press away")
{
    Desk desk;
    desk.set({{"stage", "investigation"}});
    desk.make("child",
              {{"name", "Kim"}, {"worry", "yes"}, {"worryAt", base::formatInstant(desk.harness.clock().now())}});
    StageViewModel &page = openStage(desk);
    choose(page, "Insats");
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "investigation");
    CHECK(desk.harness.shows(q("Det finns en oro för barn utan steg.")));
    desk.harness.tap(q("Öppna sidan Barn"));
    desk.harness.settle();
    (void)top<ChildrenViewModel>(desk.harness);
}

TEST_CASE("what was chosen is there again after a kill the day after, with its day, and stands on I dag")
{
    Desk desk;
    StageViewModel &page = openStage(desk);
    choose(page, "Utredning");
    page.setReason(q("Fel noterat."));
    const QString day = daysFromNow(desk, 0);
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.clock().advance(std::chrono::hours(48));
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    desk.harness.app().goTo(Router::Place::Today);
    desk.harness.settle();
    auto &today = top<TodayViewModel>(desk.harness);
    int begun = 0;
    for (int row = 0; row < today.rows()->rowCount(); ++row)
        begun += today.rows()->row(row)->what == q("Påbörjat: var ärendet är") ? 1 : 0;
    CHECK(begun == 1);
    StageViewModel &again = openStage(desk);
    CHECK(again.ways().at(again.wayIndex()) == q("Utredning"));
    CHECK(again.reason() == q("Fel noterat."));
    CHECK(again.isOtherDay());
    CHECK(again.otherDay() == day);
    again.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "investigation");
    const auto forms =
        desk.harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
    REQUIRE(forms);
    CHECK(std::ranges::count(*forms, "stageMoving", &store::FormDraft::form) == 0);
}

TEST_CASE("a matter that somebody closed meanwhile is not moved, and what was chosen stays")
{
    Desk desk;
    StageViewModel &page = openStage(desk);
    choose(page, "Uppföljning");
    desk.set(
        {{"stage", "closed"}, {"closedAs", "done"}, {"closedAt", base::formatInstant(desk.harness.clock().now())}});
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "closed");
    CHECK_FALSE(page.isMovable());
    CHECK(page.statusTitle() == q("Ärendet är avslutat"));
    desk.harness.tap(q("Öppna sidan för avslut"));
    desk.harness.settle();
    CHECK(top<ClosingViewModel>(desk.harness).isReopening());
}

TEST_CASE("a lock takes it from the page")
{
    Desk desk;
    StageViewModel &page = openStage(desk);
    REQUIRE_FALSE(page.statusTitle().isEmpty());
    desk.harness.app().lockNow();
    desk.harness.settle();
    CHECK(page.statusTitle().isEmpty());
    CHECK(page.personText().isEmpty());
}
