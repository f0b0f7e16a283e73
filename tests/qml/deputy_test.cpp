// Standing in: naming somebody, the question at the door of the file, and that the case leaves by itself.
#include "core/casework/deputy.h"
#include "core/casework/swedish_time.h"
#include "qml/app/tour_team.h"
#include "qml/viewmodels/people/protected_gate.h"
#include "qml/viewmodels/team/deputy_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/qml/today_lines.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

struct Desk {
    Desk() : person(somebody(harness)), caseId(person.caseId)
    {
        team = need<app::TrainingTeam>([](OpenStore &store) { return app::makeTrainingTeam(store); });
    }
    template <typename T>
    T need(Workspace::Work<T> work)
    {
        auto result = harness.inStore<T>(std::move(work));
        if (!result)
            FAIL(result.error().toString());
        return std::move(*result);
    }
    DeputyViewModel &open(std::optional<base::CaseId> which)
    {
        harness.app().openDeputies(which);
        harness.settle();
        return top<DeputyViewModel>(harness);
    }
    std::vector<store::RecordView> namings(base::CaseId which) { return recordsOf(harness, which, "deputy"); }
    std::vector<base::CaseId> casesWithNaming()
    {
        std::vector<base::CaseId> found;
        for (const store::CaseRow &row : casesOf(harness))
            if (!namings(row.caseId).empty())
                found.push_back(row.caseId);
        return found;
    }
    /// The file is Robin's, and the worker of this device stands in from yesterday on, for a week.
    base::RecordId standIn(base::CaseId which)
    {
        const base::RecordId record =
            need<base::RecordId>([which, robin = team.robin](OpenStore &store) -> base::Result<base::RecordId> {
                TRY(const auto matters, store.cases.recordsOfKind(which, "case"));
                TRY_VOID(store.cases.edit(matters.front().id, {{"responsible", robin.toString()}}));
                return app::makeDeputy(store, {which, robin, "Robin Al", store.cases.owner().worker, "Kim Ek"});
            });
        harness.settle();
        return record;
    }
    bool holds(base::CaseId which)
    {
        for (const store::CaseRow &row : casesOf(harness))
            if (row.caseId == which)
                return true;
        return false;
    }
    /// Something is read from the store anew, as with whatever the worker does next.
    void lookAgain()
    {
        harness.app().goTo(Router::Place::People);
        harness.settle();
        (void)linesOfToday(harness);
    }
    std::string today() { return base::formatDate(casework::swedishDate(harness.clock().now())); }
    /// What was logged of openings of this file: purpose and reason.
    std::vector<std::string> openings()
    {
        std::vector<std::string> all;
        for (const std::string &line :
             need<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); })) {
            const changelog::Change change = changelog::readChangeLine(line).value().change;
            const changelog::RecordSet &set = change.sets.front();
            if (change.caseId == caseId && set.kind == "access")
                all.push_back(base::json::Value(set.fields).stringAt("purpose") + ": "
                              + base::json::Value(set.fields).stringAt("reason"));
        }
        return all;
    }

    AppHarness harness;
    store::CaseRow person;
    base::CaseId caseId;
    app::TrainingTeam team;
};

} // namespace

TEST_CASE("a deputy is named from the person's page, and the naming can be undone")
{
    Desk desk;
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    person.chooseTab(1);
    desk.harness.settle();
    desk.harness.tap(q("Ersättare"));
    desk.harness.settle();
    desk.harness.tap(q("Robin Al"));
    desk.harness.tap(q("En vecka"));
    desk.harness.tap(q("Utse"));
    desk.harness.settle();
    REQUIRE(desk.namings(desk.caseId).size() == 1);
    const auto named = desk.namings(desk.caseId).front();
    CHECK(named.text("to") == desk.team.robin.toString());
    CHECK(named.text("toName") == "Robin Al");
    CHECK(named.text("firstDay") == "2025-10-17");
    CHECK(named.text("lastDay") == "2025-10-23");
    CHECK_FALSE(named.boolean("all"));
    CHECK(desk.harness.shows(q("17/10 till 23/10")));
    desk.harness.tap(q("Ångra"));
    desk.harness.settle();
    CHECK(desk.namings(desk.caseId).empty());
    CHECK_FALSE(desk.harness.shows(q("17/10 till 23/10")));
}

TEST_CASE("of all own cases those of protected people are left out, and it says so")
{
    Desk desk;
    protect(desk.harness, desk.caseId);
    DeputyViewModel &page = desk.open({});
    CHECK(page.scopeText().contains(q("skyddade personuppgifter")));
    page.chooseColleague(0);
    page.chooseSpan(0);
    page.name();
    desk.harness.settle();
    const auto named = desk.casesWithNaming();
    CHECK(named.size() > 1);
    CHECK(std::ranges::find(named, desk.caseId) == named.end());
    CHECK(desk.namings(named.front()).front().boolean("all"));
    REQUIRE(page.lines()->count() == 1);
    page.end(0);
    desk.harness.settle();
    CHECK(page.lines()->count() == 0);
    for (const base::CaseId each : named)
        CHECK_FALSE(desk.namings(each).front().text("endedAt").empty());
}

TEST_CASE("for somebody with protected identity a deputy is named by name")
{
    Desk desk;
    protect(desk.harness, desk.caseId);
    DeputyViewModel &page = desk.open(desk.caseId);
    page.chooseColleague(0);
    page.chooseSpan(2);
    page.name();
    desk.harness.settle();
    REQUIRE(desk.namings(desk.caseId).size() == 1);
    CHECK_FALSE(desk.namings(desk.caseId).front().boolean("all"));
}

TEST_CASE("days that are none are told apart, and nothing that was typed is lost")
{
    struct Written {
        const char *first;
        const char *last;
        const char *problem;
    };
    const auto written = GENERATE(values<Written>({{"2025-10-17", "", "Skriv ett datum."},
                                                   {"i morgon", "2025-10-20", "Skriv datumet som"},
                                                   {"2025-02-30", "2025-10-20", "Den dagen finns inte."},
                                                   {"2025-10-20", "2025-10-19", "Sista dagen är före"},
                                                   {"2025-10-01", "2025-10-16", "Den dagen har varit."},
                                                   {"2025-10-17", "2026-10-18", "Högst ett år."}}));
    Desk desk;
    DeputyViewModel &page = desk.open(desk.caseId);
    page.chooseColleague(0);
    page.setFirstDay(q(written.first));
    page.setLastDay(q(written.last));
    page.name();
    desk.harness.settle();
    CHECK((page.firstProblem() + page.lastProblem()).startsWith(q(written.problem)));
    CHECK(page.firstDay() == q(written.first));
    CHECK(page.lastDay() == q(written.last));
    CHECK(desk.namings(desk.caseId).empty());
}

TEST_CASE("nobody is named before it is chosen who")
{
    Desk desk;
    DeputyViewModel &page = desk.open(desk.caseId);
    page.chooseSpan(0);
    page.name();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Välj vem som är ersättare.")));
    CHECK(desk.namings(desk.caseId).empty());
}

TEST_CASE("what was begun is there again after a kill, for each person and for all of them apart")
{
    Desk desk;
    DeputyViewModel &page = desk.open(desk.caseId);
    page.chooseColleague(0);
    page.setLastDay(q("2025-11-02"));
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    CHECK(desk.open({}).lastDay().isEmpty());
    desk.harness.app().back();
    DeputyViewModel &again = desk.open(desk.caseId);
    CHECK(again.lastDay() == q("2025-11-02"));
    CHECK(again.colleagueIndex() == 0);
}

TEST_CASE("who stands in is asked what for before anything of the file is read, and once a day")
{
    Desk desk;
    const base::RecordId record = desk.standIn(desk.caseId);
    const std::size_t before = desk.openings().size();
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    REQUIRE(person.gate());
    CHECK(person.gate()->isShut());
    CHECK(desk.harness.shows(q("Du är ersättare")));
    CHECK(desk.openings().size() == before);
    desk.harness.tap(q("Något är planerat"));
    desk.harness.settle();
    CHECK_FALSE(person.gate()->isShut());
    REQUIRE(desk.openings().size() == before + 1);
    CHECK(desk.openings().back() == "deputy: Något är planerat");
    const auto naming =
        desk.need<std::optional<store::RecordView>>([record](OpenStore &store) { return store.cases.record(record); });
    CHECK(naming->text("opened/" + desk.today()) == "planned");
    // The same day again, also after a lock.
    desk.harness.app().goTo(Router::Place::Today);
    desk.harness.app().lockNow();
    desk.harness.waitFor([&] { return desk.harness.composition().workspace().state() == Workspace::State::Locked; });
    desk.harness.unlock();
    desk.harness.settle();
    CHECK_FALSE(openPerson(desk.harness, desk.caseId).gate()->isShut());
    // Another day.
    desk.harness.app().goTo(Router::Place::Today);
    desk.harness.clock().advance(24h);
    desk.harness.settle();
    CHECK(openPerson(desk.harness, desk.caseId).gate()->isShut());
}

TEST_CASE("a reason in own words goes to the access log and not into the record")
{
    Desk desk;
    const base::RecordId record = desk.standIn(desk.caseId);
    ProtectedGate &gate = *openPerson(desk.harness, desk.caseId).gate();
    gate.enter();
    CHECK_FALSE(gate.problem().isEmpty());
    gate.setOwnWords(q("Robin bad mig titta"));
    gate.enter();
    desk.harness.settle();
    CHECK_FALSE(gate.isShut());
    CHECK(desk.openings().back() == "deputy: Robin bad mig titta");
    const auto naming =
        desk.need<std::optional<store::RecordView>>([record](OpenStore &store) { return store.cases.record(record); });
    CHECK(naming->text("opened/" + desk.today()) == "other");
}

TEST_CASE("I dag says for whom and until when, one row for many cases, and marks theirs")
{
    Desk desk;
    desk.standIn(desk.caseId);
    CHECK(linesOfToday(desk.harness).join(QLatin1Char('\n')).contains(q("Ersättare för Robin Al till 23/10")));
    for (const store::CaseRow &row : casesOf(desk.harness))
        if (row.caseId != desk.caseId && row.card.stage != "team" && !row.card.isProtected) {
            desk.standIn(row.caseId);
            break;
        }
    const QStringList lines = linesOfToday(desk.harness).filter(q("Ersättare för Robin Al till 23/10"));
    REQUIRE(lines.size() == 1);
    CHECK(lines.front() == q("2 ärenden: Ersättare för Robin Al till 23/10"));
}

TEST_CASE("the case leaves the device when the last day is over, without a network")
{
    Desk desk;
    desk.standIn(desk.caseId);
    const auto end = casework::closesAfter(*base::parseDate("2025-10-23"));
    desk.harness.clock().advance(end - desk.harness.clock().now() - 1s);
    CHECK(desk.holds(desk.caseId));
    desk.harness.clock().advance(1s);
    desk.lookAgain();
    CHECK_FALSE(desk.holds(desk.caseId));
    CHECK(recordsOf(desk.harness, desk.caseId, "person").empty());
}

TEST_CASE("a clock that is set back brings nothing back and does not make the days longer")
{
    Desk desk;
    desk.standIn(desk.caseId);
    // The server was heard of now; time passes while the app is open, and then somebody sets the clock back.
    desk.need<int>([](OpenStore &store) -> base::Result<int> {
        TRY_VOID(store.cases.noteContact("log", store.clock.now(), store.clock.now() + 24h * 90));
        return 1;
    });
    desk.lookAgain();
    desk.harness.clock().advance(24h * 6);
    desk.lookAgain();
    CHECK(desk.holds(desk.caseId));
    desk.harness.clock().setWall(desk.harness.clock().now() - 24h * 5);
    desk.harness.clock().advance(24h);
    desk.lookAgain();
    CHECK_FALSE(desk.holds(desk.caseId));
}

TEST_CASE("what a deputy wrote and did not send stays in the outbox when the case leaves")
{
    Desk desk;
    desk.standIn(desk.caseId);
    const auto waiting = [&] {
        return desk.need<std::size_t>([](OpenStore &store) -> base::Result<std::size_t> {
            TRY(const auto lines, store.cases.unsentLines());
            return lines.size();
        });
    };
    const std::size_t before = waiting();
    REQUIRE(before > 0);
    desk.harness.clock().advance(24h * 8);
    desk.lookAgain();
    CHECK_FALSE(desk.holds(desk.caseId));
    CHECK(waiting() == before);
}

TEST_CASE("a case that does not leave, or is one's own by now, stays")
{
    const bool isTakenOver = GENERATE(false, true);
    Desk desk;
    const base::RecordId record = desk.standIn(desk.caseId);
    desk.need<base::ChangeId>([=, caseId = desk.caseId](OpenStore &store) -> base::Result<base::ChangeId> {
        if (!isTakenOver)
            return store.cases.edit(record, {{"leaves", false}});
        TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
        return store.cases.edit(matters.front().id, {{"responsible", store.cases.owner().worker.toString()}});
    });
    desk.harness.clock().advance(24h * 8);
    desk.lookAgain();
    CHECK(desk.holds(desk.caseId));
}

TEST_CASE("a deputy who steps in once more before the last day is over keeps the case until the later one")
{
    Desk desk;
    desk.standIn(desk.caseId);
    desk.harness.clock().advance(24h * 2);
    desk.standIn(desk.caseId);
    desk.harness.clock().advance(24h * 5);
    desk.lookAgain();
    CHECK(desk.holds(desk.caseId));
    desk.harness.clock().advance(24h * 2);
    desk.lookAgain();
    CHECK_FALSE(desk.holds(desk.caseId));
}

TEST_CASE("the former holder sees who was in, and why")
{
    Desk desk;
    desk.need<base::RecordId>([&](OpenStore &store) {
        return app::makeDeputy(store, {desk.caseId, store.cases.owner().worker, "Kim Ek", desk.team.robin, "Robin Al"});
    });
    desk.open(desk.caseId);
    CHECK(desk.harness.shows(q("öppnade akten 16/10: Något var planerat")));
}
