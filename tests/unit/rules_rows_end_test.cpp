// Every row that the rules can make is ended by something that the app does, and a report does not stay open after its last
// row.
#include "core/base/clock.h"
#include "core/rules/act_clocks.h"
#include "core/rules/agenda_text.h"
#include "core/rules/lob_closing.h"
#include "core/rules/lob_letter.h"
#include "core/rules/report_ends.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

#include <functional>
#include <set>

using namespace faltakt;
using namespace faltakt::rules;
using File = rules::testing::TestCase;

namespace {

const base::Instant Now = *base::parseInstant("2026-10-26T09:00:00Z");

base::UuidMaker &ids()
{
    static base::ManualClock clock(Now);
    static base::SeededRandom random(7);
    static base::UuidMaker maker(clock, random);
    return maker;
}

/// What the button [Klar] of the row writes.
void say(File &file, const store::AgendaEntry &row)
{
    REQUIRE(isDoneBySaying(row.rule));
    const auto writes = planSaying(file.facts(), row, Now, {}, ids());
    REQUIRE(writes);
    file.apply(*writes);
}

void attempt(File &file, std::string_view outcome, std::string_view result = "", base::Instant at = Now)
{
    AttemptEntry entry;
    entry.outcome = outcome;
    entry.result = result;
    entry.at = at;
    const auto plan = planAttempt(file.profile(), file.facts(), entry, {}, {}, ids());
    REQUIRE(plan);
    file.apply(plan->writes);
}

void talk(File &file, const store::AgendaEntry &) { attempt(file, "reached", "tookAdvice"); }

void letter(File &file, const store::AgendaEntry &row)
{
    const auto plan = planLetter(file.facts(), row.record, Now, ids());
    REQUIRE(plan);
    file.apply(*plan);
}

/// Somebody sends it another way, and writes that down as a contact.
void letterByHand(File &file, const store::AgendaEntry &)
{
    file.add("contact", R"({"way":"letter","at":"2026-10-26T09:00:00Z"})");
}

void close(File &file, const store::AgendaEntry &)
{
    const auto plan = planClosing(file.profile(), file.facts(), "Ingen kontakt", Now);
    REQUIRE(plan);
    file.apply(*plan);
}

void preAssess(File &file, const store::AgendaEntry &)
{
    file.add("act", R"({"form":"pre-assessment","at":"2026-10-26T09:00:00Z","ends/investigation.open":"2026-10-26"})");
}

void answerChildren(File &file, const store::AgendaEntry &)
{
    file.add("children", R"({"answer":"none","at":"2026-10-26T09:00:00Z"})");
}

void concern(File &file, const store::AgendaEntry &)
{
    file.add("concernReport", R"({"concern":"made","madeAt":"2026-10-26T09:00:00Z","at":"2026-10-26T09:00:00Z"})");
}

void check(File &file, const store::AgendaEntry &)
{
    file.add("safetyCheck", R"({"at":"2026-10-26T09:00:00Z","leaderTold":"leader","need":"no"})");
}

/// Sets fields of the row's own record, as a form does.
std::function<void(File &, const store::AgendaEntry &)> edit(const char *kind, const char *fields)
{
    return [kind, fields](File &file, const store::AgendaEntry &row) {
        file.apply({{false, row.record, kind, *base::json::parse(fields)->object()}});
    };
}

struct Ending {
    std::string_view reason;
    std::function<void(File &)> build;
    std::function<void(File &, const store::AgendaEntry &)> end;
};

std::function<void(File &)> report(std::string more, std::vector<std::string> outcomes = {})
{
    return [more, outcomes](File &file) {
        file.withPerson().addReport(more);
        int day = 19;
        for (const std::string &outcome : outcomes)
            file.addContact("2026-10-" + std::to_string(day++), outcome);
    };
}

std::function<void(File &)> record(const char *kind, const char *fields)
{
    return [kind, fields](File &file) {
        file.withPerson();
        file.add(kind, fields);
    };
}

const std::string Asked = R"(,"letterRequestedAt":"2026-10-16T12:00:00Z")";
const std::vector<std::string> ThreeTries{"noAnswer", "noAnswer", "noAnswer"};

std::vector<Ending> endings()
{
    return {
        {"lobAttempt", report(""), talk},
        {"lobOtherWay", report(Asked, {"wrongNumber"}), talk},
        {"lobWithInterpreter", report("", {"needsInterpreter"}), talk},
        {"lobTalkAgain", report("", {"notFit"}), talk},
        {"lobInstitution", report("", {"inInstitution"}), talk},
        {"letter", report(""), letter},
        {"letterHeld",
         [](File &file) {
             file.withPerson(R"(,"contactWays":{"w1":{"kind":"phone","value":"070-174 06 05"}})").addReport();
         },
         letterByHand},
        {"lobTeamLeader", report(R"(,"dangerSign":true)" + Asked, ThreeTries), say},
        {"lobClose", report(Asked, ThreeTries), close},
        {"register", report(R"(,"registered":null)"), say},
        {"safetyCheck", report(R"(,"ageAtCustody":19)"), check},
        {"preAssessment", report(R"(,"ageAtCustody":19)"), preAssess},
        {"childUnit", report(R"(,"ageAtCustody":16)"), concern},
        {"reviewSupport", report(R"(,"repeatCount":2)"), say},
        {"considerInvestigation", report(R"(,"repeatCount":3)"), preAssess},
        {"newReport",
         [](File &file) {
             file.add("case", R"({"stage":"insats"})");
             file.add("person", R"({"givenName":"A"})");
             file.addReport();
         },
         say},
        {"childrenWorry",
         record("contact", R"({"way":"call","at":"2026-10-19T09:00:00Z","outcome":"noAnswer","children":"worry"})"),
         concern},
        {"childrenAtCustody", report(R"(,"childrenPresent":"yes")"), answerChildren},
        {"birthDecide",
         record("child",
                R"({"name":"A","childAge":"unborn","expected":"2027-03-01","consideredAt":"2026-10-19T08:00:00Z"})"),
         edit("child", R"({"childAge":"under1"})")},
        {"safetyCheckRing", record("safetyCheck", R"({"at":"2026-10-19T09:00:00Z"})"), check},
        {"childrenNotAsked",
         record("contact", R"({"way":"call","at":"2026-10-19T09:00:00Z","outcome":"reached","result":"tookAdvice"})"),
         answerChildren},
        {"mayAskAgain",
         record(
             "contact",
             R"({"way":"call","at":"2026-10-19T09:00:00Z","outcome":"declined","mayContactAgain":"yes","mayContactAt":"2026-10-25T09:00:00Z"})"),
         talk},
        {"nextContact",
         record(
             "contact",
             R"({"way":"call","at":"2026-10-19T09:00:00Z","outcome":"reached","result":"tookAdvice","nextAt":"2026-10-25T09:00:00Z"})"),
         talk},
        {"bookedVisit",
         record(
             "contact",
             R"({"way":"call","at":"2026-10-19T09:00:00Z","outcome":"reached","result":"bookedVisit","nextAt":"2026-10-25T09:00:00Z"})"),
         talk},
        {"assessmentInProgress",
         record("assessment", R"({"instrument":"audit","status":"inProgress","startedAt":"2026-10-20T09:00:00Z"})"),
         edit("assessment", R"({"status":"completed","completedAt":"2026-10-26T09:00:00Z"})")},
        {"asiFollowUp",
         record("assessment",
                R"({"instrument":"asi-grund","status":"completed","completedAt":"2026-01-20T09:00:00Z"})"),
         [](File &file, const store::AgendaEntry &) {
             file.add("assessment",
                      R"({"instrument":"asi-uppfoljning","status":"completed","completedAt":"2026-10-26T09:00:00Z"})");
         }},
        {"asiAtFollowUp",
         record("act", R"({"form":"follow-up","at":"2026-08-01T08:00:00Z","starts/insats.followedUp":"2026-08-01"})"),
         [](File &file, const store::AgendaEntry &) {
             file.add("assessment",
                      R"({"instrument":"asi-uppfoljning","status":"completed","completedAt":"2026-10-26T09:00:00Z"})");
         }},
        {"followUpAtChange",
         [](File &file) {
             file.withPerson();
             file.add("act", R"({"form":"plan","at":"2026-10-01T08:00:00Z"})");
             file.addReport();
         },
         [](File &file, const store::AgendaEntry &) {
             file.add("act", R"({"form":"follow-up","at":"2026-10-26T08:00:00Z"})");
         }},
        {"contactUnfinished", record("contact", R"({"way":"call","at":"2026-10-19T09:00:00Z"})"),
         edit("contact", R"({"outcome":"noAnswer"})")},
        {"flagReview",
         [](File &file) { file.withPerson(R"(,"flags":{"f":{"code":"twoAtVisit","review":"2026-10-20"}})"); },
         edit("person", R"({"flags":{}})")},
        {"dangerNow",
         record("act", R"({"form":"report","at":"2026-10-19T09:00:00Z","answers/danger":{"option":"yes"}})"), say},
        {"task", record("task", R"({"what":"ownTask"})"), edit("task", R"({"status":"done"})")},
        {"act",
         record("act",
                R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10-19"})"),
         [](File &file, const store::AgendaEntry &row) {
             file.apply({{false, row.record, "act", {{settledField(row.rule), base::formatInstant(Now)}}}});
         }},
    };
}

std::optional<store::AgendaEntry> rowOf(const File &file, std::string_view reason)
{
    for (auto &entry : file.agenda())
        if (entry.reason.substr(0, entry.reason.find(':')) == reason)
            return entry;
    return std::nullopt;
}

std::string closedAs(File &file)
{
    file.apply(planReportEnds(file.profile(), file.facts()));
    return file.field("lobReport", "closedAs");
}

} // namespace

TEST_CASE("every row that the rules can make is ended by something that the app does")
{
    // Between colleagues: answers, days and check-outs end them (rules_agenda_team_test.cpp).
    std::set<std::string_view> left{"visitOpen",        "visitAlarm",        "visitAlarmSeen",  "visitAlarmOffice",
                                    "takeoverAsked",    "takeoverAskedTeam", "takeoverWaiting", "takeoverWaitingTeam",
                                    "takeoverDeclined", "takeoverAccepted",  "deputy"};
    for (const Ending &ending : endings()) {
        INFO(ending.reason);
        CHECK(left.insert(ending.reason).second);
        File file("norsjo");
        if (ending.reason == "asiFollowUp" || !rowOf((ending.build(file), file), ending.reason)) {
            file = File("taby");
            ending.build(file);
        }
        const auto row = rowOf(file, ending.reason);
        REQUIRE(row);
        ending.end(file, *row);
        const auto after = rowOf(file, ending.reason);
        CHECK_FALSE((after && after->record == row->record));
    }
    for (const std::string_view code : agendaReasonCodes()) {
        INFO(code);
        CHECK(left.contains(code));
    }
}

TEST_CASE("a report on somebody young closes when the last of talk, check and pre-assessment is done")
{
    File file;
    file.withPerson().addReport(R"(,"ageAtCustody":19)" + Asked);
    file.add("children", R"({"answer":"none","at":"2026-10-19T09:00:00Z"})");
    attempt(file, "reached", "tookAdvice");
    CHECK(closedAs(file).empty());
    check(file, {});
    CHECK(closedAs(file).empty());
    preAssess(file, {});
    CHECK(closedAs(file) == "reached");
    CHECK_FALSE(file.has("lob."));
}

TEST_CASE("a form that was written before the report says nothing about it")
{
    File file;
    file.withPerson().addReport(R"(,"ageAtCustody":19)");
    file.add("act", R"({"form":"pre-assessment","at":"2026-10-15T09:00:00Z","ends/investigation.open":"2026-10-15"})");
    CHECK(file.has("lob.preAssessment"));
}

TEST_CASE("a second report in twelve months closes once the support is looked over")
{
    const bool isByForm = GENERATE(false, true);
    File file;
    file.withPerson().addReport(R"(,"repeatCount":2)" + Asked);
    attempt(file, "reached", "tookAdvice");
    CHECK(closedAs(file).empty());
    if (isByForm)
        file.add("act", R"({"form":"follow-up","at":"2026-10-26T09:00:00Z"})");
    else
        say(file, *file.row("lob.reviewSupport"));
    CHECK_FALSE(file.has("lob.reviewSupport"));
    CHECK(closedAs(file) == "reached");
}

TEST_CASE("a no in spite of a danger sign ends with the team leader's word, and only with it")
{
    File file;
    file.withPerson().addReport(R"(,"dangerSign":true)");
    attempt(file, "declined");
    CHECK(file.row("lob.teamLeader")->kind == "life");
    CHECK(closedAs(file).empty());
    say(file, *file.row("lob.teamLeader"));
    CHECK_FALSE(file.has("lob.teamLeader"));
    CHECK(closedAs(file) == "office");
}

TEST_CASE("a report in an open matter closes when it is read and the support is looked over")
{
    File file("norsjo");
    file.add("case", R"({"stage":"insats"})");
    file.add("person", R"({"givenName":"A"})");
    file.addReport();
    say(file, *file.row("lob.newReport"));
    CHECK(closedAs(file).empty());
    say(file, *file.row("lob.reviewSupport"));
    CHECK(closedAs(file) == "office");
}

TEST_CASE("a letter to all that is left is the last of a report, and closes it when it is asked for")
{
    File file;
    file.withPerson().addReport(R"(,"repeatCount":2)");
    attempt(file, "reached", "tookAdvice");
    say(file, *file.row("lob.reviewSupport"));
    CHECK(closedAs(file).empty());
    letter(file, *file.row("lob.letter"));
    CHECK(closedAs(file) == "reached");
}

TEST_CASE("a report on a minor closes when it is passed on and the child is checked on, not before")
{
    File file;
    file.withPerson().addReport(R"(,"ageAtCustody":16)");
    concern(file, {});
    CHECK(closedAs(file).empty());
    check(file, {});
    preAssess(file, {});
    CHECK(closedAs(file) == "office");
}

TEST_CASE("nothing closes while attempts are left, a letter waits, or a task about the report stands")
{
    File trying;
    trying.withPerson().addReport();
    CHECK(closedAs(trying).empty());
    attempt(trying, "noAnswer");
    CHECK(closedAs(trying).empty());

    File task;
    task.withPerson();
    const std::string report = task.addReport(R"(,"repeatCount":2)");
    task.add("task", R"({"what":"knownElsewhere","status":"open","lobReport":")" + report + "\"}");
    attempt(task, "reached", "tookAdvice");
    task.apply({*planSaying(task.facts(), *task.row("lob.reviewSupport"), Now, {}, ids())});
    CHECK(closedAs(task).empty());
}

TEST_CASE("danger that is said in a report or a talk goes first until somebody says that it is dealt with")
{
    const auto [kind, fields] =
        GENERATE(std::pair{"act", R"({"form":"report","at":"2026-10-19T09:00:00Z","answers/danger":{"option":"yes"}})"},
                 std::pair{"safetyTalk", R"({"at":"2026-10-19T09:00:00Z","dangerNow":"yes"})"});
    File file;
    file.withPerson();
    file.add(kind, fields);
    const auto row = file.row("danger.now");
    REQUIRE(row);
    CHECK(row->kind == "life");
    CHECK(row->reason == "dangerNow");
    CHECK(agendaReasonText(row->reason, Language::Swedish) == "Följ upp genast");
    say(file, *row);
    CHECK_FALSE(file.has("danger.now"));
}

TEST_CASE("no danger, and what is not known, make no row")
{
    File file;
    file.withPerson();
    file.add("act", R"({"form":"report","at":"2026-10-19T09:00:00Z","answers/danger":{"option":"no"}})");
    file.add("act", R"({"form":"report","at":"2026-10-19T09:00:00Z","answers/danger":{"option":"not-known"}})");
    file.add("safetyTalk", R"({"at":"2026-10-19T09:00:00Z","dangerNow":"no"})");
    CHECK_FALSE(file.has("danger.now"));
}
