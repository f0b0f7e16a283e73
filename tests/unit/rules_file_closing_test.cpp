// The end of a matter: which ways there are, what stands against them, what is written, and opening it again.
#include "core/rules/attempt_choices.h"
#include "core/rules/file_closing.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

using namespace faltakt;
using namespace faltakt::rules;
using rules::testing::TestCase;

namespace {

const base::Instant Now = *base::parseInstant("2026-11-20T10:00:00Z");

/// A talk in which nobody worried about children.
TestCase talked(std::string_view stage = "insats")
{
    TestCase file("norsjo");
    file.withPerson();
    file.apply({{false, file.facts().caseRecord, "case", {{"stage", std::string(stage)}}}});
    file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"none")");
    return file;
}

std::string against(const TestCase &file, std::string_view way)
{
    for (const ClosingWay &each : closingWays(file.profile(), file.facts()))
        if (each.code == way)
            return each.obstacle;
    return "no such way";
}

base::Result<base::json::Object> closeAs(const TestCase &file, std::string_view way, const std::string &reason)
{
    return planFileClosing(file.profile(), file.facts(), way, reason, Now);
}

std::string failure(const base::Result<base::json::Object> &plan) { return plan ? "" : plan.error().detail(); }

} // namespace

TEST_CASE("a matter is closed with a way, a reason and its time, and keeps where it stood")
{
    TestCase file = talked();
    const auto plan = closeAs(file, "done", "  Målen är nådda. ");
    REQUIRE(plan);
    CHECK(base::json::Value(*plan).stringAt("stage") == "closed");
    CHECK(base::json::Value(*plan).stringAt("closedAs") == "done");
    CHECK(base::json::Value(*plan).stringAt("closedReason") == "Målen är nådda.");
    CHECK(base::json::Value(*plan).stringAt("closedFrom") == "insats");
    CHECK(base::parseInstant(base::json::Value(*plan).stringAt("closedAt")) == Now);
    file.apply({{false, file.facts().caseRecord, "case", *plan}});
    CHECK(file.facts().isClosed());
    CHECK(failure(closeAs(file, "done", "En gång till")) == "closed");
}

TEST_CASE("every way but a death wants a reason in words, and an unknown way is none")
{
    const TestCase file = talked();
    for (const ClosingWay &way : closingWays(file.profile(), file.facts())) {
        CAPTURE(way.code);
        CHECK(way.obstacle.empty());
        CHECK(failure(closeAs(file, way.code, " \n ")) == (way.code == "deceased" ? "" : "closedReason"));
    }
    CHECK(failure(closeAs(file, "bored", "Därför")) == "closedAs");
    CHECK(failure(closeAs(file, "", "Därför")) == "closedAs");
}

TEST_CASE("a worry about children holds every way up but that of somebody else's file")
{
    TestCase file = talked();
    file.add("child", R"({"name":"Kim","worry":"yes","worryAt":"2026-10-20T09:00:00Z"})");
    for (const ClosingWay &way : closingWays(file.profile(), file.facts())) {
        CAPTURE(way.code);
        CHECK(way.obstacle == (way.code == "wrongPerson" ? "" : "childrenWorry"));
    }
    CHECK(failure(closeAs(file, "done", "Klart")) == "childrenWorry");
}

TEST_CASE("no contact ends no worry: tries that are left, and what is the team leader's")
{
    TestCase file("norsjo");
    file.withPerson().addReport();
    CHECK(against(file, "noContact") == "attempts");
    TestCase danger("norsjo");
    danger.withPerson().addReport(R"(,"dangerSign":true)");
    CHECK(against(danger, "noContact") == "teamLead");
    CHECK(against(danger, "declined") == "teamLead");
    TestCase calm("norsjo");
    calm.withPerson().addReport();
    CHECK(against(calm, "declined").empty());
}

TEST_CASE("everything that may stand against a way has words")
{
    const auto known = obstacleCodes();
    for (const char *code : {"teamLead", "childrenWorry", "childrenNotAsked", "attempts", "letter", "reportOpen"})
        CHECK(std::ranges::find(known, code) != known.end());
}

TEST_CASE("something new makes an intake of a closed matter, a mistake leads back to where it stood")
{
    TestCase file = talked();
    CHECK(failure(planReopening(file.facts(), ReopeningCause::NewEvent, "", "Ny anmälan", Now)) == "open");
    file.apply({{false, file.facts().caseRecord, "case", *closeAs(file, "deceased", "")}});
    CHECK(failure(planReopening(file.facts(), ReopeningCause::Mistake, "insats", " ", Now)) == "reopenedReason");
    const auto stageAfter = [&](ReopeningCause cause, const std::string &from) {
        const auto plan = planReopening(file.facts(), cause, from, "Fel akt", Now);
        return plan ? base::json::Value(*plan).stringAt("stage") : plan.error().detail();
    };
    CHECK(stageAfter(ReopeningCause::NewEvent, "insats") == "intake");
    CHECK(stageAfter(ReopeningCause::Mistake, "insats") == "insats");
    CHECK(stageAfter(ReopeningCause::Mistake, "") == "intake");
    CHECK(stageAfter(ReopeningCause::Mistake, "closed") == "intake");
    // A death that was none does not go on stopping the work.
    REQUIRE(file.facts().isDeceased());
    file.apply({{false, file.facts().caseRecord, "case",
                 *planReopening(file.facts(), ReopeningCause::Mistake, "insats", "Fel akt", Now)}});
    CHECK_FALSE(file.facts().isDeceased());
    CHECK_FALSE(file.facts().isClosed());
    CHECK(file.field("case", "closedReason").empty());
    CHECK(file.field("case", "reopenedReason") == "Fel akt");
}

TEST_CASE("a team's own file is never closed")
{
    TestCase file("norsjo");
    file.add("case", R"({"team":"019f0000-0000-7000-8000-000000000009","teamName":"Vuxenenheten"})");
    CHECK(failure(closeAs(file, "done", "Klart")) == "team");
}

TEST_CASE("how long a file is kept says the law's rule, with its place and the municipality's days")
{
    const TestCase file = talked();
    const auto keeping = keepingOf(file.profile(), *base::parseDate("2026-11-20"), Language::Swedish);
    REQUIRE(keeping);
    CHECK(keeping->sentence.find("2032") != std::string::npos);
    CHECK_FALSE(keeping->paragraph.empty());
    CHECK(keeping->keepDays == "5, 15, 25");
    CHECK_FALSE(keeping->source.empty());
    const auto english = keepingOf(file.profile(), *base::parseDate("2026-11-20"), Language::English);
    REQUIRE(english);
    CHECK(english->sentence != keeping->sentence);
}

TEST_CASE("a police report that is still followed up keeps a matter from being done, and ends with it otherwise")
{
    TestCase trying("norsjo");
    trying.withPerson().addReport();
    trying.add("children", R"({"answer":"none","at":"2026-10-20T08:00:00Z"})");
    CHECK(against(trying, "done") == "reportOpen");
    CHECK(failure(closeAs(trying, "done", "Klart")) == "reportOpen");
    for (const char *way : {"declined", "moved", "otherMunicipality", "deceased", "wrongPerson"}) {
        CAPTURE(way);
        CHECK(against(trying, way).empty());
    }
    CHECK(openReports(trying.facts()) == 1);
}

TEST_CASE("no report stays open in a closed file: it says how it ended, and its own tasks go with it")
{
    struct Way {
        const char *closedAs;
        const char *report;
        bool withdrawsLetter;
    };
    for (const Way &way : {Way{"declined", "declined", true}, Way{"moved", "moved", false},
                           Way{"otherMunicipality", "moved", false}, Way{"deceased", "deceased", true},
                           Way{"wrongPerson", "office", true}, Way{"noContact", "noContact", false}}) {
        CAPTURE(way.closedAs);
        TestCase file("norsjo");
        const std::string report = file.withPerson().addReport(R"(,"letterRequestedAt":"2026-10-20T09:00:00Z")");
        file.add("task", R"({"what":"followUpLob","status":"open","lobReport":")" + report + R"("})");
        file.add("task", R"({"what":"ownTask","status":"open"})");
        file.apply(planReportsEnd(file.profile(), file.facts(), way.closedAs, " Därför. ", Now));
        const CaseFacts facts = file.facts();
        CHECK(openReports(facts) == 0);
        CHECK(facts.reports.front().letterRequested.has_value() != way.withdrawsLetter);
        const auto reports = file.records({}, "lobReport");
        CHECK(reports->front().text("closedAs") == way.report);
        CHECK(reports->front().text("closedReason") == "Därför.");
        CHECK(std::ranges::count_if(facts.tasks, &TaskFacts::isOpen) == 1);
    }
}

TEST_CASE("a report that was answered by a talk does not keep the matter from being done, and ends as reached")
{
    TestCase file = talked("intake");
    file.addReport();
    CHECK(against(file, "done").empty());
    file.apply(planReportsEnd(file.profile(), file.facts(), "done", "Klart", Now));
    CHECK(file.records({}, "lobReport")->front().text("closedAs") == "reached");
}

TEST_CASE("a worry in a file that is tied holds the closing up, but that of somebody else's file")
{
    const TestCase file = talked();
    TestCase other = talked();
    other.add("child", R"({"name":"Kim","worry":"yes","worryAt":"2026-10-20T09:00:00Z"})");
    for (const ClosingWay &way : closingWays(file.profile(), file.facts(), {other.facts()})) {
        CAPTURE(way.code);
        CHECK(way.obstacle == (way.code == "wrongPerson" ? "" : "childrenWorry"));
    }
    CHECK(failure(planFileClosing(file.profile(), file.facts(), "done", "Klart", Now, {other.facts()}))
          == "childrenWorry");
    for (const ClosingWay &way : closingWays(file.profile(), file.facts(), {talked().facts()}))
        CHECK(way.obstacle.empty());
}
