// What was counted without names is handed in when its week is over: once, sealed, corrected where it changes, over a kill.
#include "core/casework/outreach_tally.h"
#include "core/casework/tally_report.h"
#include "qml/app/tour_team.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/team/week_view_model.h"
#include "qml/viewmodels/workspace/tally_upload.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

using Records = std::vector<store::RecordView>;
constexpr std::chrono::hours Week{7 * 24};

struct Counter {
    explicit Counter(bool hasTeam = true)
    {
        if (hasTeam)
            makeTeam();
    }
    void makeTeam()
    {
        const auto made =
            harness.inStore<app::TrainingTeam>([](OpenStore &store) { return app::makeTrainingTeam(store); });
        REQUIRE(made);
        team = made->caseId;
    }
    void count(int number, const casework::TallyKind &kind = {"talk", "park"})
    {
        REQUIRE(harness.inStore<std::int64_t>([&](OpenStore &store) { return countOne(store, kind, number); }));
    }
    void openAgain()
    {
        harness.killAndRestart();
        harness.unlock();
        harness.settle();
    }
    Records records()
    {
        return harness.inStore<Records>([this](OpenStore &store) { return store.cases.recordsOfKind(team, "tally"); })
            .value();
    }
    std::int64_t outbox()
    {
        return harness.inStore<store::WaitingCounts>([](OpenStore &store) { return store.cases.waitingCounts(); })
            ->outbox;
    }
    TallyUpload uploadOf(const std::string &week)
    {
        return harness.inStore<TallyWeek>([&](OpenStore &store) { return tallyWeekOf(store, week); })->upload;
    }

    AppHarness harness;
    base::CaseId team;
};

} // namespace

TEST_CASE("a week that runs stays here, and one that is over is handed in once, over kills and restarts")
{
    Counter counter;
    counter.count(3);
    counter.openAgain();
    CHECK(counter.records().empty());
    CHECK(counter.uploadOf("2025-W42") == TallyUpload::WeekRuns);
    counter.harness.clock().advance(Week);
    counter.openAgain();
    REQUIRE(counter.records().size() == 1);
    CHECK(counter.records().front().text("week") == "2025-W42");
    CHECK(counter.uploadOf("2025-W42") == TallyUpload::Waits);
    const auto waiting = counter.outbox();
    counter.openAgain();
    counter.openAgain();
    CHECK(counter.records().size() == 1);
    CHECK(counter.outbox() == waiting);
}

TEST_CASE("two weeks without the server are two records, and nothing of them can be read here")
{
    Counter counter;
    counter.count(3);
    counter.harness.clock().advance(Week);
    counter.count(2, {"advice", "station"});
    counter.harness.clock().advance(Week);
    counter.openAgain();
    const auto records = counter.records();
    REQUIRE(records.size() == 2);
    for (const store::RecordView &record : records) {
        const std::string counts = record.text("counts");
        CHECK(counts.size() > 1024);
        CHECK(counts.find("talk") == std::string::npos);
        CHECK(counts.find("park") == std::string::npos);
    }
}

TEST_CASE("a kill between the record and the note of it writes the same record again, not a second one")
{
    Counter counter;
    counter.count(3);
    counter.harness.clock().advance(Week);
    counter.openAgain();
    REQUIRE(counter.records().size() == 1);
    // As after a kill: the record is there, the note that it was written is not.
    REQUIRE(counter.harness.inStore<bool>([](OpenStore &store) -> base::Result<bool> {
        TRY(const auto forms, store.cases.forms());
        for (const store::FormDraft &form : forms)
            if (form.form == "tallySent")
                TRY_VOID(store.cases.dropForm(form.id));
        return true;
    }));
    counter.openAgain();
    CHECK(counter.records().size() == 1);
    const auto conflicts = counter.harness.inStore<std::vector<store::ConflictRow>>(
        [](OpenStore &store) { return store.cases.conflicts(); });
    CHECK(std::ranges::none_of(*conflicts, [](const store::ConflictRow &row) { return row.kind == "tally"; }));
}

TEST_CASE("without a team the counts stay here, and go when the server has made one")
{
    Counter counter(false);
    counter.count(3);
    counter.harness.clock().advance(Week);
    counter.openAgain();
    CHECK(counter.uploadOf("2025-W42") == TallyUpload::NoTeam);
    counter.makeTeam();
    counter.openAgain();
    CHECK(counter.records().size() == 1);
}

TEST_CASE("what is taken back after Sunday midnight is taken from the week in which it was counted")
{
    Counter counter;
    AppHarness &app = counter.harness;
    // A minute before midnight in Sweden, on a Sunday.
    app.clock().setWall(*base::parseInstant("2025-10-19T21:59:00Z"));
    counter.openAgain();
    app.app().openDay(DayPage::Tally);
    app.settle();
    app.tap(QStringLiteral("Räkna ett, Samtal"));
    app.settle();
    app.tap(QStringLiteral("Räkna ett, Samtal"));
    app.settle();
    app.clock().advance(std::chrono::minutes(2));
    REQUIRE(app.inStore<int>([](OpenStore &store) { return handInTallies(store); }).value() == 1);
    const auto before = counter.outbox();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    const auto rows =
        app.inStore<std::vector<store::TallyRow>>([](OpenStore &store) { return store.cases.tallies("2025-W42"); });
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().count == 1);
    CHECK(counter.records().size() == 1);
    CHECK(counter.outbox() == before + 1);
}

TEST_CASE("the own week shows what was counted, and what became of it")
{
    Counter counter;
    counter.count(3);
    AppHarness &app = counter.harness;
    app.app().goTo(Router::Place::More);
    app.settle();
    app.tap(QStringLiteral("Min vecka"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Utan namn: Samtal")));
    CHECK(app.shows(QStringLiteral("lämnas till servern när veckan är slut")));
    app.clock().advance(Week);
    counter.openAgain();
    app.app().goTo(Router::Place::More);
    app.settle();
    app.tap(QStringLiteral("Min vecka"));
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Utan namn: Samtal")));
    app.tap(QStringLiteral("Tidigare"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Utan namn: Samtal")));
    CHECK(app.shows(QStringLiteral("har inte nått servern än")));
}
