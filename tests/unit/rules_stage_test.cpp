// Where a matter stands: what moves it, what stands against that, and what its rules then want no longer.
#include "core/rules/attempt_plan.h"
#include "core/rules/stage_moving.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

#include "core/base/clock.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;
using rules::testing::TestCase;

namespace {

const base::Instant Now = *base::parseInstant("2026-11-20T10:00:00Z");
const base::Instant Before = *base::parseInstant("2026-11-18T10:00:00Z");

TestCase standing(std::string_view stage)
{
    TestCase file("norsjo");
    file.withPerson();
    file.apply({{false, file.facts().caseRecord, "case", {{"stage", std::string(stage)}}}});
    return file;
}

std::string moved(const TestCase &file, std::string_view stage, const std::string &reason = "",
                  base::Instant since = Before)
{
    const auto plan = planStage(file.facts(), stage, since, reason, Now);
    return plan ? base::json::Value(*plan).stringAt("stage") : plan.error().detail();
}

std::string obstacle(const TestCase &file, std::string_view stage)
{
    for (const StageWay &way : stageWays(file.facts()))
        if (way.stage == stage)
            return way.obstacle;
    return "no such way";
}

AttemptPlan talked(const TestCase &file, std::string outcome, std::string result)
{
    base::ManualClock clock{Now};
    base::SeededRandom random{7};
    base::UuidMaker ids{clock, random};
    AttemptEntry entry;
    entry.outcome = std::move(outcome);
    entry.result = std::move(result);
    entry.children = "none";
    entry.at = Now;
    const auto plan = planAttempt(file.profile(), file.facts(), entry, std::nullopt, base::WorkerId(), ids);
    REQUIRE(plan);
    return *plan;
}

const PlannedWrite *writeOfCase(const AttemptPlan &plan)
{
    const auto found = std::ranges::find(plan.writes, "case", &PlannedWrite::kind);
    return found == plan.writes.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a matter moves on with its day, and is known from the investigation on")
{
    TestCase file = standing("intake");
    CHECK_FALSE(file.facts().isKnownMatter());
    const auto plan = planStage(file.facts(), "investigation", Before, "", Now);
    REQUIRE(plan);
    CHECK(base::json::Value(*plan).stringAt("stageAt") == base::formatInstant(Before));
    CHECK(plan->find("stageReason")->isNull());
    file.apply({{false, file.facts().caseRecord, "case", *plan}});
    CHECK(file.facts().isKnownMatter());
}

TEST_CASE("a day that lies ahead, an unknown stage and the one in which it stands are none")
{
    const TestCase file = standing("intake");
    CHECK(moved(file, "investigation", "", Now + std::chrono::hours(1)) == "stageAt");
    CHECK(moved(file, "intake") == "stage");
    CHECK(moved(file, "closed", "Klart") == "stage");
    CHECK(moved(file, "done") == "stage");
    CHECK(moved(file, "") == "stage");
}

TEST_CASE("going back wants a reason in words, going on does not")
{
    const TestCase file = standing("investigation");
    CHECK(moved(file, "intake", " \n ") == "stageReason");
    CHECK(moved(file, "intake", " Fel akt. ") == "intake");
    const auto plan = planStage(file.facts(), "intake", Before, " Fel akt. ", Now);
    REQUIRE(plan);
    CHECK(base::json::Value(*plan).stringAt("stageReason") == "Fel akt.");
    CHECK(wantsStageReason("insats", "investigation"));
    CHECK_FALSE(wantsStageReason("intake", "insats"));
    CHECK_FALSE(wantsStageReason("", "intake"));
}

TEST_CASE("an open question about children stands against deciding, not against looking further")
{
    TestCase file = standing("investigation");
    file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"notAsked")");
    CHECK(obstacle(file, "insats") == "childrenNotAsked");
    CHECK(obstacle(file, "followUp") == "childrenNotAsked");
    CHECK(obstacle(file, "preAssessment").empty());
    CHECK(moved(file, "insats") == "childrenNotAsked");
    file.addContact("2026-10-20", "reached", R"(,"result":"tookAdvice","children":"none")");
    CHECK(obstacle(file, "insats").empty());
    CHECK(moved(file, "insats") == "insats");
    // Once it was decided on, what comes later holds nothing up: help that is given is not taken back by it.
    TestCase helped = standing("insats");
    helped.add("child", R"({"name":"Kim","worry":"yes","worryAt":"2026-10-20T09:00:00Z"})");
    CHECK(moved(helped, "followUp") == "followUp");
}

TEST_CASE("a closed matter is moved by its own page alone")
{
    const TestCase file = standing("closed");
    CHECK(stageWays(file.facts()).empty());
    CHECK(moved(file, "investigation") == "closed");
}

TEST_CASE("an investigation that was opened in a talk moves the matter, forward alone")
{
    for (const char *stage : {"intake", "preAssessment"}) {
        CAPTURE(stage);
        TestCase file = standing(stage);
        file.addReport();
        const AttemptPlan plan = talked(file, "reached", "investigationOpened");
        const PlannedWrite *write = writeOfCase(plan);
        REQUIRE(write);
        CHECK(write->record == file.facts().caseRecord);
        CHECK(base::json::Value(write->fields).stringAt("stageAt") == base::formatInstant(Now));
        file.apply(plan.writes);
        CHECK(file.facts().stage == "investigation");
        CHECK(file.facts().isKnownMatter());
    }
    for (const char *stage : {"investigation", "insats", "followUp", "closed"}) {
        CAPTURE(stage);
        CHECK_FALSE(writeOfCase(talked(standing(stage), "reached", "investigationOpened")));
    }
}

TEST_CASE("what is no opened investigation moves nothing, nor what was chosen of a talk that never was")
{
    const TestCase file = standing("intake");
    CHECK_FALSE(writeOfCase(talked(file, "reached", "wantsToApply")));
    CHECK_FALSE(writeOfCase(talked(file, "noAnswer", "investigationOpened")));
    // Help is a person's decision: nothing that was done says it.
    CHECK_FALSE(stageAfter(file.facts(), "insats", Now));
    CHECK_FALSE(stageAfter(file.facts(), "closed", Now));
}
