#include "tests/unit/rules_agenda_case.h"

#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>

using namespace faltakt;
using namespace faltakt::rules::testing;

TEST_CASE("a new report gives the first call and the letter")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    CHECK(file.lines()
          == Lines{"lob.firstAttempt default lobAttempt:1:3 2026-10-21", "lob.letter default letter 2026-10-23"});
}

TEST_CASE("a try without answer books the next one on another day")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "noAnswer");
    const auto row = file.row("lob.attempt");
    REQUIRE(row.has_value());
    CHECK(row->reason == "lobAttempt:2:3");
    CHECK(base::formatInstant(*row->due) == "2026-10-23T21:59:59Z");
    CHECK(base::formatInstant(*row->notBefore) == "2026-10-19T22:00:00Z");
}

TEST_CASE("no answer, hung up and someone else are tries; a wrong number is none and another way is looked for")
{
    for (const std::string_view outcome : {"noAnswer", "hungUp", "someoneElse"}) {
        rules::testing::TestCase file;
        file.withPerson().addReport();
        file.addContact("2026-10-19", outcome);
        INFO(outcome);
        CHECK(file.row("lob.attempt")->reason == "lobAttempt:2:3");
    }
    for (const std::string_view outcome : {"wrongNumber", "noNumber"}) {
        rules::testing::TestCase file;
        file.withPerson().addReport(R"(,"letterRequestedAt":"2026-10-16T12:00:00Z")");
        file.addContact("2026-10-19", outcome);
        INFO(outcome);
        CHECK(file.row("lob.attempt")->reason == "lobOtherWay:1:3");
    }
}

TEST_CASE("a message or a note left counts as a try, an unfinished call does not and is shown as such")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.add("contact", R"({"way":"sms","at":"2026-10-19T09:00:00+02:00"})");
    CHECK(file.row("lob.attempt")->reason == "lobAttempt:2:3");
    file.add("contact", R"({"way":"call","at":"2026-10-20T09:00:00+02:00"})");
    CHECK(file.row("lob.attempt")->reason == "lobAttempt:2:3");
    CHECK(file.row("contact.finish")->reason == "contactUnfinished");
}

TEST_CASE("a booked next try decides the day; one agreed with the person is kind agreed")
{
    rules::testing::TestCase booked;
    booked.withPerson().addReport();
    booked.addContact("2026-10-19", "noAnswer", R"(,"nextAt":"2026-10-22T16:00:00+02:00")");
    CHECK(booked.row("lob.nextAttempt")->kind == "default");
    CHECK(base::formatInstant(*booked.row("lob.nextAttempt")->due) == "2026-10-22T14:00:00Z");

    rules::testing::TestCase agreed;
    agreed.withPerson().addReport();
    agreed.addContact("2026-10-19", "callLater", R"(,"nextAt":"2026-10-22T16:00:00+02:00")");
    CHECK(agreed.row("lob.nextAttempt")->kind == "agreed");
    CHECK(agreed.row("lob.nextAttempt")->reason == "lobTalkAgain");
    CHECK_FALSE(agreed.has("contact.next"));
}

TEST_CASE("an agreed time stands although another try was made before it")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "callLater", R"(,"nextAt":"2026-10-23T16:00:00+02:00")");
    file.addContact("2026-10-20", "noAnswer");
    CHECK(base::formatInstant(*file.row("lob.nextAttempt")->due) == "2026-10-23T14:00:00Z");
    file.addContact("2026-10-23", "noAnswer");
    CHECK_FALSE(file.has("lob.nextAttempt"));
    CHECK(file.row("lob.attempt")->reason == "lobAttempt:3:3");
}

TEST_CASE("a talk that did not fit books a new try and does not end the follow-up")
{
    for (const std::string_view more : {"", R"(,"result":"didNotFit")"}) {
        rules::testing::TestCase file;
        file.withPerson().addReport();
        file.addContact("2026-10-19", "reached", more);
        CHECK(file.row("lob.attempt")->reason == "lobTalkAgain");
        CHECK(base::formatInstant(*file.row("lob.attempt")->due) == "2026-10-20T21:59:59Z");
    }
}

TEST_CASE("with an interpreter, or in hospital or custody, the next try waits for its own day")
{
    rules::testing::TestCase interpreter;
    interpreter.withPerson().addReport();
    interpreter.addContact("2026-10-19", "needsInterpreter");
    CHECK(interpreter.row("lob.attempt")->reason == "lobWithInterpreter:1:3");

    rules::testing::TestCase institution;
    institution.withPerson().addReport();
    institution.addContact("2026-10-19", "inInstitution");
    CHECK(institution.row("lob.attempt")->reason == "lobInstitution");
    CHECK(base::formatInstant(*institution.row("lob.attempt")->due) == "2026-10-26T22:59:59Z");
}

TEST_CASE("reached with a result ends the tries; in Taby the letter still goes, elsewhere not")
{
    rules::testing::TestCase taby;
    taby.withPerson().addReport();
    taby.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"none")");
    CHECK(taby.lines() == Lines{"lob.letter default letter 2026-10-23"});

    rules::testing::TestCase norsjo("norsjo");
    norsjo.withPerson().addReport();
    CHECK(norsjo.has("lob.letter"));
    norsjo.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"none")");
    CHECK(norsjo.lines().empty());
}

TEST_CASE("a no stops tries and the unsent letter, in either form")
{
    for (const std::string_view more :
         {"\"outcome\":\"declined\"", "\"outcome\":\"reached\",\"result\":\"declined\""}) {
        rules::testing::TestCase file;
        file.withPerson().addReport();
        file.add("contact", R"({"way":"call","at":"2026-10-19T09:00:00+02:00",)" + std::string(more) + "}");
        INFO(more);
        CHECK(file.lines().empty());
    }
}

TEST_CASE("a wish for no contact stops everything automatic, dated or not")
{
    for (const std::string_view wish : {R"({"since":"2026-10-17T10:00:00Z"})", R"({"since":"2026-10-17"})", "{}"}) {
        rules::testing::TestCase file;
        file.withPerson(R"(,"noContact":)" + std::string(wish)).addReport();
        INFO(wish);
        CHECK(file.lines().empty());
    }
}

TEST_CASE("a no also takes away the office's tasks for tries and letter, not the worker's own")
{
    rules::testing::TestCase file;
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task", R"({"what":"letter","basis":"default","status":"open","lobReport":")" + report + "\"}");
    file.add("task", R"({"what":"ownTask","basis":"own","text":"x"})");
    file.addContact("2026-10-19", "declined");
    CHECK(file.lines() == Lines{"task default task:ownTask -"});
}

TEST_CASE("a new report after a no is a new event and opens the tries again, counted anew")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "declined");
    file.add("lobReport", R"({"received":"2026-11-07T08:00:00Z","registered":"2026-11-07T08:00:00Z","repeatCount":1})");
    CHECK(file.row("lob.firstAttempt")->reason == "lobAttempt:1:3");
}

TEST_CASE("a no with a danger sign asks the team leader instead of trying again")
{
    rules::testing::TestCase file;
    file.withPerson().addReport(R"(,"dangerSign":true)");
    file.addContact("2026-10-19", "declined");
    CHECK(file.lines() == Lines{"lob.teamLeader life lobTeamLeader 2026-10-20"});
}

TEST_CASE("who may be asked again is on the list on that day, as agreed")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "declined", R"(,"mayContactAgain":"yes","mayContactAt":"2027-01-15T09:00:00+01:00")");
    CHECK(file.lines() == Lines{"contact.mayAskAgain agreed mayAskAgain 2027-01-15"});
    rules::testing::TestCase wish;
    wish.withPerson(R"(,"noContact":{"since":"2026-10-17","mayAskAgainAt":"2027-02-01"})").addReport();
    CHECK(wish.lines() == Lines{"contact.mayAskAgain agreed mayAskAgain 2027-02-01"});
}

TEST_CASE("a death stops everything at once, however it was noted")
{
    rules::testing::TestCase byOutcome;
    byOutcome.withPerson();
    const std::string report = byOutcome.addReport(R"(,"dangerSign":true)");
    byOutcome.add("task", R"({"what":"followUpLob","basis":"law","lobReport":")" + report + "\"}");
    byOutcome.addContact("2026-10-19", "deceased", R"(,"nextAt":"2026-10-22T16:00:00+02:00")");
    CHECK(byOutcome.lines().empty());
    rules::testing::TestCase byCard;
    byCard.withPerson(R"(,"deceased":true)").addReport();
    CHECK(byCard.lines().empty());
}

TEST_CASE("after the tries and the letter a first report may be closed")
{
    rules::testing::TestCase file;
    file.withPerson().addReport(R"(,"letterSentAt":"2026-10-20T10:00:00Z")");
    file.addContact("2026-10-19", "noAnswer");
    file.addContact("2026-10-22", "noAnswer");
    file.addContact("2026-10-30", "noAnswer");
    CHECK(file.lines() == Lines{"lob.conclude default lobClose 2026-11-02"});
}

TEST_CASE("before the letter is handled closing is not proposed")
{
    rules::testing::TestCase file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "noAnswer");
    file.addContact("2026-10-22", "noAnswer");
    file.addContact("2026-10-30", "noAnswer");
    CHECK(file.lines() == Lines{"lob.letter default letter 2026-10-23"});
}

TEST_CASE("with danger, repetition or children no contact leads to the team leader and never to closing")
{
    for (const std::string_view more :
         {R"(,"dangerSign":true)", R"(,"repeatCount":2)", R"(,"childrenPresent":"yes")"}) {
        rules::testing::TestCase file;
        file.withPerson().addReport(R"(,"letterSentAt":"2026-10-20T10:00:00Z")" + std::string(more));
        for (const std::string_view day : {"2026-10-19", "2026-10-22", "2026-10-30"})
            file.addContact(day, "noAnswer");
        INFO(more);
        CHECK(file.has("lob.teamLeader"));
        CHECK_FALSE(file.has("lob.conclude"));
    }
}

TEST_CASE("without a number the letter is the first attempt, and visits follow")
{
    rules::testing::TestCase file;
    file.add("case", R"({"stage":"intake"})");
    file.add("person", R"({"givenName":"Mira","contactWays":{"w":{"kind":"address","value":"Storgatan 1"}}})");
    file.addReport();
    CHECK(file.lines() == Lines{"lob.letter default letter 2026-10-23"});
    file.add("contact", R"({"way":"letter","at":"2026-10-20T09:00:00+02:00"})");
    CHECK(file.lines() == Lines{"lob.attempt default lobOtherWay:2:3 2026-10-23"});
}

TEST_CASE("a letter is held for whom it could harm, and the list does not say why")
{
    for (const std::string_view more :
         {R"(,"protection":"sekretessmarkering")", R"(,"flags":{"f":{"code":"violence"}})",
          R"(,"flags":{"f":{"code":"forvaltare"}})", R"(,"interpreter":"und")",
          R"(,"contactWays":{"w":{"kind":"phone","value":"1"}})",
          R"(,"contactWays":{"w":{"kind":"phone","value":"1"},"a":{"kind":"address","value":"c/o Berg"}})"}) {
        rules::testing::TestCase file;
        file.add("case", R"({"stage":"intake"})");
        const bool ownWays = more.find("contactWays") != std::string_view::npos;
        file.add(
            "person",
            R"({"givenName":"A")" + std::string(more)
                + (ownWays
                       ? ""
                       : R"(,"contactWays":{"w":{"kind":"phone","value":"1"},"a":{"kind":"address","value":"Väg 1"}})")
                + "}");
        file.addReport();
        INFO(more);
        CHECK(file.row("lob.letterHeld")->reason == "letterHeld");
        CHECK_FALSE(file.has("lob.letter"));
    }
}

TEST_CASE("workers move, finish and drop what the rules propose")
{
    rules::testing::TestCase file;
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task", R"({"what":"followUpLob","due":"2026-10-27T10:00:00Z","lobReport":")" + report + "\"}");
    file.add("task", R"({"what":"letter","status":"dropped","lobReport":")" + report + "\"}");
    CHECK(file.lines() == Lines{"lob.firstAttempt default lobAttempt:1:3 2026-10-27"});
    file.add("task", R"({"what":"followUpLob","status":"done","lobReport":")" + report + "\"}");
    CHECK(file.agenda().size() == 1); // the first task about the report decides

    rules::testing::TestCase dropped;
    dropped.withPerson();
    const std::string other = dropped.addReport();
    dropped.add("task", R"({"what":"followUpLob","status":"dropped","lobReport":")" + other + "\"}");
    CHECK_FALSE(dropped.has("lob.firstAttempt"));
}

TEST_CASE("a closed report and a closed case have no rows of their own")
{
    rules::testing::TestCase closedReport;
    closedReport.withPerson().addReport(R"(,"status":"closed","closedAs":"noContact","registered":null)");
    CHECK(closedReport.lines().empty());
    rules::testing::TestCase closedCase;
    closedCase.add("case", R"({"stage":"closed","closedAs":"done"})");
    closedCase.add("person", R"({"givenName":"A"})");
    closedCase.addReport();
    CHECK(closedCase.lines().empty());
}

TEST_CASE("no row is there twice and none speaks of counts or traits, whatever the case holds")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson(
        R"(,"flags":{"f":{"code":"violence","review":"2026-12-01"},"g":{"code":"pregnant","review":"2026-11-01"}})");
    file.addReport(R"(,"repeatCount":4,"dangerSign":true,"childrenPresent":"yes","ageAtCustody":19)");
    file.addReport(R"(,"repeatCount":5)");
    file.addContact("2026-10-19", "noAnswer", R"(,"children":"worry")");
    file.addContact("2026-10-20", "reached", R"(,"result":"tookAdvice","nextAt":"2026-10-22T16:00:00+02:00")");
    file.add("assessment", R"({"instrument":"audit","status":"inProgress","startedAt":"2026-10-20T09:00:00Z"})");
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto &entry : file.agenda()) {
        INFO(entry.rule);
        CHECK(seen.emplace(entry.record.toString(), entry.rule).second);
        for (const std::string_view word : {"violence", "pregnant", "repeat", "4", "5"})
            CHECK(entry.reason.find(word) == std::string::npos);
    }
    CHECK(seen.size() >= 6);
}
