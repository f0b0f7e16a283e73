// The rows of a team's own case.
#include "tests/unit/rules_agenda_case.h"

#include "core/rules/agenda_rows.h"
#include "core/rules/agenda_text.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::rules::testing;
using Language = base::Language;

namespace {

constexpr const char *Anna = "01900000-0000-7000-8000-0000000000aa";
constexpr const char *Bo = "01900000-0000-7000-8000-0000000000bb";
constexpr const char *End = "2026-10-19T12:00:00Z";

struct TeamCase {
    TestCase file;

    TeamCase()
    {
        file.add("case", R"({"team":"01900000-0000-7000-8000-000000000001","teamName":"Norr"})");
        file.add("colleague", std::string(R"({"name":"Anna Al","worker":")") + Anna + "\"}");
        file.add("colleague", std::string(R"({"name":"Bo: B","worker":")") + Bo + "\"}");
    }
    void visit(const std::string &more = "")
    {
        file.addUsual("visitWatch", std::string(R"({"worker":")") + Anna + R"(","plannedEnd":")" + End + "\"}", more);
    }
    std::string words(std::string_view rule) const
    {
        const auto found = file.row(rule);
        return found ? found->kind + ": " + agendaReasonText(found->reason, Language::Swedish) : std::string();
    }
};

std::string alarm(const char *end = End)
{
    return std::string(R"(,"alarm":{"at":"2026-10-19T12:00:05Z","end":")") + end + "\"}";
}
std::string seen(const char *by)
{
    return std::string(R"(,"care":{"by":")") + by + R"(","at":"2026-10-19T12:01:00Z","end":")" + End + "\"}";
}

} // namespace

TEST_CASE("a visit under way is a row of the one who is out, and of nobody else")
{
    TeamCase team;
    team.visit();
    CHECK(team.words(VisitOpenRule) == "agreed: Du är incheckad på besök");
    const auto row = team.file.row(VisitOpenRule);
    CHECK(row->due == *base::parseInstant(End));
    CHECK_FALSE(isOthersRow(*row, *base::WorkerId::parse(Anna)));
    CHECK(isOthersRow(*row, *base::WorkerId::parse(Bo)));
}

TEST_CASE("an alarm goes before everything and says whom to ring")
{
    TeamCase team;
    team.visit(alarm());
    CHECK(team.words(VisitAlarmRule) == "life: Ingen utcheckning: ring Anna Al");
    CHECK_FALSE(isOthersRow(*team.file.row(VisitAlarmRule), *base::WorkerId::parse(Bo)));
}

TEST_CASE("an alarm that somebody takes care of says who")
{
    TeamCase team;
    team.visit(alarm() + seen(Bo));
    CHECK(team.words(VisitAlarmRule) == "life: Ingen utcheckning av Anna Al. Bo  B tar hand om det");
    TeamCase office;
    office.visit(alarm() + seen("01900000-0000-7000-8000-0000000000cc"));
    CHECK(office.words(VisitAlarmRule) == "life: Ingen utcheckning av Anna Al. Kontoret tar hand om det");
}

TEST_CASE("an alarm about an end that was moved is over")
{
    TeamCase team;
    team.visit(alarm("2026-10-19T11:30:00Z"));
    CHECK_FALSE(team.file.has(VisitAlarmRule));
    CHECK(team.file.has(VisitOpenRule));
}

TEST_CASE("a visit that is over makes no row")
{
    TeamCase team;
    team.visit(alarm() + R"(,"endedAt":"2026-10-19T12:30:00Z")");
    CHECK(team.file.lines().empty());
}

TEST_CASE("a team's case has tasks and none of the rows of a person")
{
    TeamCase team;
    team.file.add("contact", R"({"way":"call","outcome":"reached","result":"tookAdvice","at":"2026-10-16T08:00:00Z"})");
    CHECK(team.file.lines().empty());
    team.file.add("task", R"({"what":"ownTask","text":"Ring IVO","basis":"own","status":"open"})");
    CHECK(team.file.lines().size() == 1);
}

TEST_CASE("a question to take over is a row of who is asked, and its waiting one of who asks")
{
    TestCase file;
    file.withPerson();
    const std::string question = std::string(R"({"from":")") + Anna + R"(","fromName":"Anna Al","to":")" + Bo
                                 + R"(","toName":"Bo B","askedAt":"2026-10-16T08:00:00Z")";
    file.add("takeover", question + "}");
    const auto asked = *file.row(TakeoverAskedRule);
    const auto waiting = *file.row(TakeoverWaitingRule);
    CHECK(agendaReasonText(asked.reason, Language::Swedish) == "Anna Al ber dig ta över");
    CHECK(agendaReasonText(waiting.reason, Language::Swedish) == "Väntar på svar av Bo B om överlämning");
    CHECK(isOthersRow(asked, *base::WorkerId::parse(Anna)));
    CHECK_FALSE(isOthersRow(asked, *base::WorkerId::parse(Bo)));
    CHECK_FALSE(isOthersRow(waiting, *base::WorkerId::parse(Anna)));
    CHECK(isOthersRow(waiting, *base::WorkerId::parse(Bo)));
}

TEST_CASE("a question to the team is a row of everybody but who asks")
{
    TestCase file;
    file.withPerson();
    file.add("takeover",
             std::string(R"({"from":")") + Anna + R"(","fromName":"Anna Al","askedAt":"2026-10-16T08:00:00Z"})");
    const auto asked = *file.row(TakeoverAskedRule);
    CHECK(isOthersRow(asked, *base::WorkerId::parse(Anna)));
    CHECK_FALSE(isOthersRow(asked, *base::WorkerId::parse(Bo)));
}

TEST_CASE("a yes is told to who asked, and to nobody else")
{
    TestCase file;
    file.withPerson();
    file.add("takeover", std::string(R"({"from":")") + Anna + R"(","to":")" + Bo + R"(","answer":"accepted",)"
                             + R"("answeredByName":"Bo B","answeredBy":")" + Bo + "\"}");
    const auto told = *file.row(TakeoverAcceptedRule);
    CHECK(agendaReasonText(told.reason, Language::Swedish) == "Bo B har tagit över");
    CHECK_FALSE(isOthersRow(told, *base::WorkerId::parse(Anna)));
    CHECK(isOthersRow(told, *base::WorkerId::parse(Bo)));
}

TEST_CASE("a no and a yes stand until they were read")
{
    const auto rowsOf = [](const std::string &more) {
        TestCase file;
        file.withPerson();
        file.add("takeover",
                 std::string(R"({"from":")") + Anna + R"(","fromName":"Anna Al","to":")" + Bo + "\"" + more + "}");
        return std::ranges::count_if(file.agenda(), [](const auto &row) { return row.rule.starts_with("takeover."); });
    };
    CHECK(rowsOf(R"(,"answer":"declined","answeredByName":"Bo B","answeredAt":"2026-10-16T09:00:00Z")") == 1);
    CHECK(rowsOf(R"(,"answer":"declined","answeredByName":"Bo B","closed":true)") == 0);
    const std::string yes = std::string(R"(,"answer":"accepted","answeredByName":"Bo B","answeredBy":")") + Bo + '"';
    CHECK(rowsOf(yes) == 1);
    CHECK(rowsOf(yes + R"(,"closed":true)") == 0);
    CHECK(rowsOf(R"(,"answer":"withdrawn")") == 0);
}
