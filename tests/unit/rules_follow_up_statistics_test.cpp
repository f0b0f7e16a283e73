// Figures on what was done in time: which day counts, what is left out, and nothing small.
#include "core/rules/follow_up_statistics.h"
#include "core/rules/profile_catalogue.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

base::Date day(std::string_view text) { return *base::parseDate(text); }
base::Instant at(std::string_view text) { return *base::parseInstant(text); }

base::RecordId id(int number)
{
    const std::string last = std::to_string(number);
    return *base::RecordId::parse("01890000-0000-7000-8000-00000000000" + last);
}

Profile taby()
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue);
    auto profile = catalogue->find("taby", day("2026-10-01"));
    REQUIRE(profile);
    return *std::move(profile);
}

/// Somebody with a number to ring, and a report that came in on a Thursday afternoon.
CaseFacts reported(std::string_view received = "2026-10-15T14:00:00Z")
{
    CaseFacts facts;
    facts.hasPerson = true;
    facts.person.phoneWays = 1;
    ReportFacts report;
    report.id = id(1);
    report.received = at(received);
    facts.reports = {report};
    return facts;
}

void addContact(CaseFacts &facts, std::string_view moment, const char *way = "call", const char *outcome = "noAnswer")
{
    ContactFacts contact;
    contact.at = at(moment);
    contact.way = way;
    contact.outcome = outcome;
    facts.contacts.push_back(contact);
}

std::string attempt(const CaseFacts &facts) { return firstAttemptOf(taby(), facts, id(1)); }

TaskFacts task(std::string_view due, const char *status, const char *doneAt = nullptr)
{
    TaskFacts made;
    made.due = at(due);
    made.status = status;
    if (doneAt)
        made.doneAt = at(doneAt);
    return made;
}

store::RecordView view(int number, const char *fields)
{
    store::RecordView made;
    made.id = id(number);
    made.fields = *base::json::parse(fields)->object();
    return made;
}

using FollowUps = std::vector<CountedFollowUp>;

std::vector<std::string> told(const FollowUps &followUps, std::string_view until = "2027-01-31")
{
    std::vector<std::string> lines;
    for (const CountedCells &number : countFollowUps(followUps, day("2026-01-01"), day("2026-12-31"), day(until))) {
        CHECK(number.count >= LeastCount);
        std::string line;
        for (const std::string &cell : number.cells)
            line += (line.empty() ? "" : " ") + cell;
        lines.push_back(line + ": " + std::to_string(number.count));
    }
    return lines;
}

void add(FollowUps &all, int count, std::string_view due, const char *what, const char *done = nullptr)
{
    for (int index = 0; index < count; ++index)
        all.push_back({day(due), what, done ? std::optional(day(done)) : std::nullopt});
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("the first attempt is in time through its last Swedish day, and late from the next one on")
{
    // Three working days after Thursday the 15th: Tuesday the 20th.
    CaseFacts inTime = reported();
    addContact(inTime, "2026-10-20T21:59:00Z");
    CHECK(attempt(inTime) == "inTime");
    CaseFacts late = reported();
    addContact(late, "2026-10-20T22:00:00Z");
    CHECK(attempt(late) == "late");
    addContact(late, "2026-10-16T08:00:00Z", "call", "wrongNumber");
    CHECK(attempt(late) == "inTime");
}

TEST_CASE("a report at 23:59 counts from its own day, also where the clocks are set back and the year changes")
{
    // 23:59 on Friday 23 October; summer time ends on the 25th. Wednesday the 28th is the third working day.
    CaseFacts autumn = reported("2026-10-23T21:59:00Z");
    addContact(autumn, "2026-10-28T22:59:00Z");
    CHECK(attempt(autumn) == "inTime");
    autumn.contacts.front().at = at("2026-10-28T23:00:00Z");
    CHECK(attempt(autumn) == "late");
    // A minute later is the Saturday: the same third working day.
    CaseFacts saturday = reported("2026-10-23T22:00:00Z");
    addContact(saturday, "2026-10-28T22:59:00Z");
    CHECK(attempt(saturday) == "inTime");
    // New Year's Eve, New Year's Day and the weekend, and the eve and the day of Epiphany count for nothing.
    CaseFacts newYear = reported("2026-12-30T10:00:00Z");
    addContact(newYear, "2027-01-04T08:00:00Z");
    CHECK(attempt(newYear) == "inTime");
}

TEST_CASE("what nobody tried, began or only wrote about is no attempt")
{
    CHECK(attempt(reported()) == "notMade");
    CaseFacts facts = reported();
    addContact(facts, "2026-10-14T08:00:00Z"); // before the report
    addContact(facts, "2026-10-16T08:00:00Z", "call", "");
    addContact(facts, "2026-10-16T08:00:00Z", "letter", "");
    CHECK(attempt(facts) == "notMade");
    // Without a number to ring the letter is the first attempt.
    facts.person.phoneWays = 0;
    CHECK(attempt(facts) == "inTime");
    CHECK(firstAttemptOf(taby(), facts, id(2)) == "notMade");
}

TEST_CASE("a task counts by the day on which it was due and the one on which it was done")
{
    CaseFacts facts;
    facts.tasks = {task("2026-12-31T22:59:00Z", "done", "2026-12-31T22:59:59Z"),
                   task("2026-06-30T08:00:00Z", "done", "2026-06-30T22:00:00Z"), task("2026-06-30T08:00:00Z", "open"),
                   task("2026-06-30T08:00:00Z", "dropped"), task("2026-06-30T08:00:00Z", "done")};
    CHECK(followUpsOf(taby(), facts)
          == FollowUps{{day("2026-12-31"), "task", day("2026-12-31")},
                       {day("2026-06-30"), "task", day("2026-07-01")},
                       {day("2026-06-30"), "task", {}}});
    facts.isTeam = true;
    CHECK(followUpsOf(taby(), facts).empty());
}

TEST_CASE("what is open with somebody who is dead, or in a closed file, is nobody's to do")
{
    CaseFacts facts;
    facts.tasks = {task("2026-06-30T08:00:00Z", "open"), task("2026-06-30T08:00:00Z", "done", "2026-07-02T08:00:00Z")};
    facts.stage = "closed";
    CHECK(followUpsOf(taby(), facts) == FollowUps{{day("2026-06-30"), "task", day("2026-07-02")}});
    facts.stage.clear();
    facts.person.deceased = true;
    CHECK(followUpsOf(taby(), facts).size() == 1);
}

TEST_CASE("a time that an act has started counts until it was ended, by the act itself or by a later one")
{
    const char *planned = R"({"form":"plan","at":"2026-03-01T10:00:00Z","starts/plan.review":"2026-06-01"})";
    CaseFacts facts;
    facts.acts = {view(1, planned)};
    CHECK(followUpsOf(taby(), facts) == FollowUps{{day("2026-06-01"), "plan.review", {}}});
    facts.acts.push_back(view(2, R"({"form":"plan","at":"2026-06-05T10:00:00Z","replaces/plan.review":"2026-06-05"})"));
    CHECK(followUpsOf(taby(), facts) == FollowUps{{day("2026-06-01"), "plan.review", day("2026-06-05")}});
    // Ticked off before that.
    facts.acts.front().fields.append("settled/plan.review", "2026-05-30T10:00:00Z");
    CHECK(followUpsOf(taby(), facts) == FollowUps{{day("2026-06-01"), "plan.review", day("2026-05-30")}});
    // An act that came before ends nothing.
    facts.acts = {view(1, planned),
                  view(2, R"({"form":"plan","at":"2026-02-01T10:00:00Z","ends/plan.review":"2026-02-01"})")};
    CHECK(followUpsOf(taby(), facts) == FollowUps{{day("2026-06-01"), "plan.review", {}}});
}

TEST_CASE("an interview is followed up by the first follow-up after it, and starts anew with the next one")
{
    const auto interview = [](int number, const std::string &instrument, const std::string &completed) {
        return view(number, (R"({"status":"completed","instrument":")" + instrument + R"(","completedAt":")" + completed
                             + "\"}")
                                .c_str());
    };
    CaseFacts facts;
    facts.assessments = {interview(1, "asi-grund", "2025-03-01T10:00:00Z")};
    CHECK(followUpsOf(taby(), facts).size() == 1);
    CHECK_FALSE(followUpsOf(taby(), facts).front().done);
    facts.assessments.push_back(interview(2, "asi-uppfoljning", "2025-09-01T10:00:00Z"));
    CHECK(followUpsOf(taby(), facts).front().done == day("2025-09-01"));
    CHECK(followUpsOf(taby(), facts).front().what == "other");
    facts.assessments.push_back(interview(3, "asi-grund", "2025-06-01T10:00:00Z"));
    const FollowUps anew = followUpsOf(taby(), facts);
    REQUIRE(anew.size() == 1);
    CHECK(anew.front().done == day("2025-09-01"));
}

TEST_CASE("what fell due in the period is told as in time, late or open, and nothing under five")
{
    FollowUps all;
    add(all, 2, "2026-01-01", "task", "2026-01-01");
    add(all, 2, "2026-12-31", "sip.review");
    CHECK(told(all).empty());
    add(all, 30, "2025-12-31", "task");
    add(all, 30, "2027-01-01", "task");
    CHECK(told(all).empty());
    add(all, 1, "2026-05-05", "plan.review", "2026-05-06");
    CHECK(told(all) == Lines{"all: 5"});
    add(all, 18, "2026-05-05", "task", "2026-05-05");
    add(all, 9, "2026-05-05", "insats.followUp", "2026-05-01");
    add(all, 9, "2026-05-05", "task", "2026-05-06");
    add(all, 12, "2026-05-05", "task");
    CHECK(told(all)
          == Lines{"inTime/task: 20", "inTime/insats.followUp inTime/plan.review inTime/sip.review inTime/other: 9",
                   "late: 10", "open: 14"});
}

TEST_CASE("what is done after the period has settled is open in its figures, for good")
{
    FollowUps all;
    add(all, 9, "2026-12-31", "task", "2027-01-31");
    add(all, 9, "2026-12-31", "task", "2027-02-01");
    CHECK(told(all) == Lines{"inTime late: 9", "open: 9"});
}
