#include "core/rules/attempt_choices.h"
#include "core/rules/attempt_plan.h"
#include "core/rules/lob_closing.h"
#include "core/rules/lob_letter.h"
#include "tests/unit/rules_agenda_case.h"

#include "core/base/clock.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;
using rules::testing::Lines;
using File = rules::testing::TestCase;

namespace {

const base::Instant Monday = *base::parseInstant("2026-10-19T09:00:00+02:00");

class Ids {
public:
    [[nodiscard]] base::UuidMaker &maker() { return m_maker; }

private:
    base::ManualClock m_clock{Monday};
    base::SeededRandom m_random{7};
    base::UuidMaker m_maker{m_clock, m_random};
};

AttemptEntry entryOf(std::string outcome, std::string result = "")
{
    AttemptEntry entry;
    entry.outcome = std::move(outcome);
    entry.result = std::move(result);
    entry.at = Monday;
    return entry;
}

base::Result<AttemptPlan> planned(const File &file, const AttemptEntry &entry)
{
    Ids ids;
    return planAttempt(file.profile(), file.facts(), entry, std::nullopt, base::WorkerId(), ids.maker());
}

/// Plans, writes, and gives the agenda that follows.
Lines agendaAfter(File &file, const AttemptEntry &entry)
{
    file.apply(planned(file, entry)->writes);
    return file.lines();
}

Lines afterOutcome(std::string_view profile, std::string outcome, std::string result = "")
{
    File file(profile);
    file.withPerson().addReport();
    return agendaAfter(file, entryOf(std::move(outcome), std::move(result)));
}

std::string wordsOf(base::Instant instant)
{
    const auto local = casework::swedishTime(instant);
    return base::formatDate(local.date) + " " + std::to_string(local.sinceMidnight.count() / 60);
}

std::string proposalAfter(std::string outcome)
{
    File file;
    file.withPerson().addReport();
    const AttemptPlan plan = *planned(file, entryOf(std::move(outcome)));
    return plan.proposal ? wordsOf(plan.proposal->at) + " " + plan.proposal->reason : "none";
}

const Lines SecondTry{"lob.attempt default lobAttempt:2:3 2026-10-23", "lob.letter default letter 2026-10-23"};
const Lines TalkAgain{"lob.attempt default lobTalkAgain 2026-10-20", "lob.letter default letter 2026-10-23"};

} // namespace

TEST_CASE("a try without contact leads to the next one and leaves the report open, in both municipalities")
{
    for (const char *profile : {"taby", "norsjo"})
        for (const char *outcome : {"noAnswer", "hungUp", "someoneElse"}) {
            CAPTURE(profile, outcome);
            CHECK(afterOutcome(profile, outcome) == SecondTry);
        }
}

TEST_CASE("what only moves the time books a talk again and counts as no try")
{
    for (const char *profile : {"taby", "norsjo"}) {
        CAPTURE(profile);
        CHECK(afterOutcome(profile, "callLater") == TalkAgain);
        CHECK(afterOutcome(profile, "notFit") == TalkAgain);
        CHECK(afterOutcome(profile, "reached") == TalkAgain);
        CHECK(afterOutcome(profile, "reached", "didNotFit") == TalkAgain);
        CHECK(
            afterOutcome(profile, "needsInterpreter")
            == Lines{"lob.attempt default lobWithInterpreter:1:3 2026-10-20", "lob.letter default letter 2026-10-23"});
        CHECK(afterOutcome(profile, "inInstitution")
              == Lines{"lob.attempt default lobInstitution 2026-10-26", "lob.letter default letter 2026-10-23"});
    }
}

TEST_CASE("a number that does not lead to the person leaves the letter, which stands for the next try")
{
    for (const char *profile : {"taby", "norsjo"})
        for (const char *outcome : {"wrongNumber", "noNumber"}) {
            CAPTURE(profile, outcome);
            CHECK(afterOutcome(profile, outcome) == Lines{"lob.letter default letter 2026-10-23"});
        }
}

TEST_CASE("after a talk the report is closed; where everybody gets a letter it stays as a task of its own")
{
    CHECK(afterOutcome("norsjo", "reached", "tookAdvice")
          == Lines{"children.notAsked default childrenNotAsked 2026-10-20"});
    CHECK(afterOutcome("taby", "reached", "tookAdvice")
          == Lines{"children.notAsked default childrenNotAsked 2026-10-20", "task default task:letter 2026-10-23"});
    CHECK(afterOutcome("norsjo", "alreadyWithUs") == Lines{"lob.reviewSupport guideline reviewSupport 2026-10-30"});
    CHECK(afterOutcome("taby", "alreadyWithUs") == Lines{"task default task:letter 2026-10-23"});
}

TEST_CASE("an attempt that reached nobody holds nothing of a talk and closes no report")
{
    for (const char *outcome : {"noAnswer", "someoneElse", "wrongNumber", "noNumber"}) {
        CAPTURE(outcome);
        File file("norsjo");
        file.withPerson().addReport();
        AttemptEntry entry = entryOf(outcome, "tookAdvice");
        entry.alone = "yes";
        entry.children = "worry";
        entry.mayContactAgain = "no";
        entry.text = "Det som skrevs";
        const AttemptPlan plan = *planned(file, entry);
        CHECK_FALSE(plan.endsFollowUp);
        const base::json::Object &fields = plan.writes.front().fields;
        for (const char *field : {"result", "alone", "children", "mayContactAgain"})
            CHECK_FALSE(fields.contains(field));
        CHECK(base::json::Value(fields).stringAt("text") == "Det som skrevs");
    }
}

TEST_CASE("a result that an older version saved beside no answer does not count as a talk")
{
    for (const char *result : {"tookAdvice", "declined"}) {
        File file("norsjo");
        file.withPerson().addReport();
        file.addContact("2026-10-19", "noAnswer", R"(,"result":")" + std::string(result) + R"(")");
        CAPTURE(result);
        CHECK(lobFollowUpOf(file.profile(), file.facts()).state == FollowUpState::Trying);
    }
}

TEST_CASE("what a person who hung up or said no told of children stays")
{
    for (const char *outcome : {"hungUp", "declined", "callLater"}) {
        CAPTURE(outcome);
        File file("norsjo");
        file.withPerson().addReport();
        AttemptEntry entry = entryOf(outcome);
        entry.children = "worry";
        CHECK(base::json::Value(planned(file, entry)->writes.front().fields).stringAt("children") == "worry");
    }
}

TEST_CASE("a no and a death leave nothing to do, in both municipalities")
{
    for (const char *profile : {"taby", "norsjo"}) {
        CAPTURE(profile);
        CHECK(afterOutcome(profile, "declined").empty());
        CHECK(afterOutcome(profile, "reached", "declined").empty());
        CHECK(afterOutcome(profile, "deceased").empty());
    }
}

TEST_CASE("every outcome and every result can be planned, and a plan always writes the contact first")
{
    for (const std::string_view outcome : casework::codes::ContactOutcome) {
        File file;
        file.withPerson().addReport();
        const auto plan = planned(file, entryOf(std::string(outcome)));
        CAPTURE(outcome);
        REQUIRE(plan.has_value());
        CHECK(plan->writes.front().kind == "contact");
        CHECK(plan->writes.front().isNew);
    }
    for (const std::string_view result : casework::codes::ContactResult) {
        File file;
        file.withPerson().addReport();
        CHECK(planned(file, entryOf("reached", std::string(result))).has_value());
    }
}

TEST_CASE("a report is closed with the word that fits the outcome")
{
    const auto closedAs = [](std::string outcome, std::string result) {
        File file("norsjo");
        file.withPerson().addReport();
        agendaAfter(file, entryOf(std::move(outcome), std::move(result)));
        return file.field("lobReport", "status") + " " + file.field("lobReport", "closedAs");
    };
    CHECK(closedAs("reached", "tookAdvice") == "closed reached");
    CHECK(closedAs("reached", "otherMunicipality") == "closed moved");
    CHECK(closedAs("declined", "") == "closed declined");
    CHECK(closedAs("deceased", "") == "closed deceased");
    CHECK(closedAs("noAnswer", "") == " ");
    CHECK(closedAs("inInstitution", "") == " ");
}

TEST_CASE("a no with a danger sign keeps the report open for the team leader")
{
    File file;
    file.withPerson().addReport(R"(,"dangerSign":true)");
    CHECK(agendaAfter(file, entryOf("declined")) == Lines{"lob.teamLeader life lobTeamLeader 2026-10-20"});
    CHECK(file.field("lobReport", "closedAs").empty());
}

TEST_CASE("a report about a young person stays open for the checks that the law wants")
{
    File file("norsjo");
    file.withPerson(R"(,"birthDate":"2007-01-01")").addReport();
    const AttemptPlan plan = *planned(file, entryOf("reached", "tookAdvice"));
    CHECK_FALSE(plan.endsFollowUp);
    file.apply(plan.writes);
    CHECK(file.has("lob.safetyCheck"));
    CHECK(file.has("lob.preAssessment"));
}

TEST_CASE("a report whose repetition calls for a meeting stays open until the support is looked over")
{
    File file("norsjo");
    file.withPerson().addReport(R"(,"repeatCount":2)");
    const AttemptPlan plan = *planned(file, entryOf("reached", "tookAdvice"));
    CHECK_FALSE(plan.endsFollowUp);
    file.apply(plan.writes);
    CHECK(file.has("lob.reviewSupport"));
}

TEST_CASE("one talk closes older reports too, and only one letter goes out")
{
    File file("taby");
    file.withPerson();
    file.addReport(R"(,"received":"2026-10-14T08:00:00Z","registered":"2026-10-14T08:05:00Z")");
    file.addReport();
    AttemptEntry entry = entryOf("reached", "tookAdvice");
    entry.children = "none";
    CHECK(agendaAfter(file, entry) == Lines{"task default task:letter 2026-10-23"});
}

TEST_CASE("with protected identity the letter to all becomes something for a person to look at, never a letter")
{
    File file("taby");
    file.withPerson(R"(,"protection":"sekretessmarkering")").addReport();
    AttemptEntry entry = entryOf("reached", "tookAdvice");
    entry.children = "none";
    CHECK(agendaAfter(file, entry) == Lines{"task default task:letterHeld 2026-10-23"});
    CHECK(letterObstacle(file.facts()) == "protectedIdentity");
}

TEST_CASE("a no drops the automatic tasks and keeps the worker's own")
{
    File file;
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task", R"({"what":"letter","basis":"default","status":"open","lobReport":")" + report + "\"}");
    file.add("task", R"({"what":"ownTask","basis":"own","status":"open","due":"2026-10-22T08:00:00Z"})");
    CHECK(agendaAfter(file, entryOf("declined")) == Lines{"task default task:ownTask 2026-10-22"});
}

TEST_CASE("a death is noted on the card and drops tasks, but not those on children")
{
    File file;
    file.withPerson().addReport();
    file.add("task", R"({"what":"nextContact","basis":"agreed","status":"open","due":"2026-10-21T08:00:00Z"})");
    file.add("task", R"({"what":"children","basis":"default","status":"open","due":"2026-10-22T08:00:00Z"})");
    CHECK(agendaAfter(file, entryOf("deceased")) == Lines{"task default task:children 2026-10-22"});
    CHECK(file.facts().person.deceased);
}

TEST_CASE("a chosen next time is kept with the contact, and an agreed one is kind agreed")
{
    File file;
    file.withPerson().addReport();
    AttemptEntry entry = entryOf("callLater");
    entry.nextAt = base::parseInstant("2026-10-21T16:30:00+02:00").value();
    CHECK(agendaAfter(file, entry)
          == Lines{"lob.letter default letter 2026-10-23", "lob.nextAttempt agreed lobTalkAgain 2026-10-21"});
}

TEST_CASE("an open follow-up task moves with the attempt, and ends with the talk")
{
    File file("norsjo");
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task",
             R"({"what":"followUpLob","basis":"default","status":"open","due":"2026-10-19T08:00:00Z","lobReport":")"
                 + report + "\"}");
    AttemptEntry entry = entryOf("noAnswer");
    entry.nextAt = base::parseInstant("2026-10-21T16:30:00+02:00").value();
    CHECK(agendaAfter(file, entry)
          == Lines{"lob.letter default letter 2026-10-23", "lob.nextAttempt default lobAttempt:2:3 2026-10-21"});
    CHECK(file.field("task", "due") == "2026-10-21T14:30:00Z");
    AttemptEntry talk = entryOf("reached", "tookAdvice");
    talk.at = *base::parseInstant("2026-10-21T16:30:00+02:00");
    talk.children = "none";
    CHECK(agendaAfter(file, talk).empty());
    CHECK(file.field("task", "status") == "done");
}

TEST_CASE("without a new time a follow-up task that has passed gives way to the rule's own clock")
{
    File file("norsjo");
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task",
             R"({"what":"followUpLob","basis":"default","status":"open","due":"2026-10-19T06:00:00Z","lobReport":")"
                 + report + "\"}");
    CHECK(agendaAfter(file, entryOf("noAnswer")) == SecondTry);
}

TEST_CASE("a wish to apply becomes a task of the same day, by law")
{
    File file("norsjo");
    file.withPerson().addReport();
    AttemptEntry entry = entryOf("reached", "wantsToApply");
    entry.children = "none";
    CHECK(agendaAfter(file, entry) == Lines{"task law task:ownTask 2026-10-19"});
}

TEST_CASE("a booked visit stands in the agenda after the report is closed")
{
    File file("norsjo");
    file.withPerson().addReport();
    AttemptEntry entry = entryOf("reached", "bookedVisit");
    entry.children = "none";
    entry.nextAt = base::parseInstant("2026-10-23T10:00:00+02:00").value();
    CHECK(agendaAfter(file, entry) == Lines{"contact.next agreed bookedVisit 2026-10-23"});
}

TEST_CASE("a no to all contact is noted on the card, with when one may ask again where that was said")
{
    File file;
    file.withPerson().addReport();
    AttemptEntry entry = entryOf("declined");
    entry.mayContactAgain = "no";
    entry.nextAt = base::parseInstant("2026-10-23T10:00:00+02:00").value();
    CHECK(agendaAfter(file, entry).empty());
    CHECK(file.facts().person.noContactSince == Monday);

    File open;
    open.withPerson().addReport();
    AttemptEntry later = entryOf("declined");
    later.mayContactAgain = "yes";
    later.mayContactAt = base::parseInstant("2026-11-02T09:00:00+01:00").value();
    CHECK(agendaAfter(open, later) == Lines{"contact.mayAskAgain agreed mayAskAgain 2026-11-02"});
}

TEST_CASE("a worry about a child stays in the agenda whatever the talk came to")
{
    File file("norsjo");
    file.withPerson().addReport();
    AttemptEntry entry = entryOf("reached", "declined");
    entry.children = "worry";
    CHECK(agendaAfter(file, entry) == Lines{"children.worry child childrenWorry 2026-10-19"});
}

TEST_CASE("a contact without a report writes the contact and nothing about LOB")
{
    File file;
    file.withPerson();
    const AttemptPlan plan = *planned(file, entryOf("reached", "tookAdvice"));
    REQUIRE(plan.writes.size() == 1);
    CHECK_FALSE(plan.writes.front().fields.contains("lobReport"));
    CHECK_FALSE(plan.proposal.has_value());
}

TEST_CASE("the contact holds what was chosen, and nothing that was not")
{
    File file;
    file.withPerson();
    const std::string report = file.addReport();
    AttemptEntry entry = entryOf("noAnswer");
    entry.text = "Signalen gick fram.";
    file.apply(planned(file, entry)->writes);
    CHECK(file.latest("contact")
          == R"({"way":"call","outcome":"noAnswer","at":"2026-10-19T07:00:00Z","lobReport":")" + report
                 + R"(","text":"Signalen gick fram."})");
}

TEST_CASE("the proposal waits as long as the outcome asks for")
{
    CHECK(proposalAfter("noAnswer") == "2026-10-20 16 otherTime");
    CHECK(proposalAfter("callLater") == "2026-10-20 16 personsTime");
    CHECK(proposalAfter("needsInterpreter") == "2026-10-21 16 interpreter");
    CHECK(proposalAfter("inInstitution") == "2026-10-26 16 institution");
    CHECK(proposalAfter("wrongNumber") == "2026-10-20 16 otherWay");
    CHECK(proposalAfter("declined") == "none");
    CHECK(proposalAfter("deceased") == "none");
}

TEST_CASE("every reason for a proposal has words in both languages")
{
    for (const std::string_view code : nextReasonCodes()) {
        CHECK(nextReasonText(code, Language::Swedish) != code);
        CHECK(nextReasonText(code, Language::English) != code);
    }
    CHECK(nextReasonText("ofLater", Language::Swedish) == "ofLater");
}

TEST_CASE("an outcome that does not exist, or a next time before the contact, is refused")
{
    File file;
    file.withPerson().addReport();
    CHECK_FALSE(planned(file, entryOf("vanished")).has_value());
    AttemptEntry entry = entryOf("noAnswer");
    entry.nextAt = Monday;
    CHECK_FALSE(planned(file, entry).has_value());
}

TEST_CASE("a letter is asked for once, stands in the timeline and finishes its task")
{
    Ids ids;
    File file;
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task", R"({"what":"letter","basis":"default","status":"open","lobReport":")" + report + "\"}");
    const auto id = *base::RecordId::parse(report);
    file.apply(*planLetter(file.facts(), id, Monday, ids.maker()));
    CHECK(file.field("contact", "way") == "letter");
    CHECK(file.field("lobReport", "letterRequestedAt") == "2026-10-19T07:00:00Z");
    CHECK(file.field("task", "status") == "done");
    CHECK_FALSE(file.has("lob.letter"));
    CHECK(planLetter(file.facts(), id, Monday, ids.maker()).error().detail() == "asked");
}

TEST_CASE("no letter goes to a protected person, a dead one, or nowhere")
{
    Ids ids;
    const auto refusal = [&](std::string_view more) {
        File file;
        file.withPerson(more);
        const std::string report = file.addReport();
        return planLetter(file.facts(), *base::RecordId::parse(report), Monday, ids.maker()).error().detail();
    };
    CHECK(refusal(R"(,"protection":"fingerade")") == "protectedIdentity");
    CHECK(refusal(R"(,"deceased":true)") == "deceased");
    CHECK(refusal(R"(,"contactWays":{})") == "noAddress");
}

TEST_CASE("without contact a report is closed only after tries and letter, with a reason, and never with a danger sign")
{
    const auto file = [](std::string_view more, int tries) {
        File made;
        made.withPerson().addReport(more);
        for (int day = 19; day < 19 + tries; ++day)
            made.addContact("2026-10-" + std::to_string(day), "noAnswer");
        return made;
    };
    constexpr std::string_view Sent = R"(,"letterSentAt":"2026-10-20T08:00:00Z")";
    CHECK(closingObstacle(file(Sent, 2).profile(), file(Sent, 2).facts()) == "attempts");
    CHECK(closingObstacle(file("", 3).profile(), file("", 3).facts()) == "letter");
    constexpr std::string_view Danger = R"(,"dangerSign":true,"letterSentAt":"2026-10-20T08:00:00Z")";
    CHECK(closingObstacle(file(Danger, 3).profile(), file(Danger, 3).facts()) == "teamLead");

    File done = file(Sent, 3);
    CHECK_FALSE(planClosing(done.profile(), done.facts(), " ", Monday).has_value());
    done.apply(*planClosing(done.profile(), done.facts(), "Tre försök och brev.", Monday));
    CHECK(done.field("lobReport", "closedAs") == "noContact");
    CHECK(done.lines().empty());
}

TEST_CASE("an edit of a record that is not here is refused, a creation needs nothing")
{
    const PlannedWrite made{true, base::RecordId(), "note", {{"text", "a"}}};
    const PlannedWrite changed{false, base::RecordId(), "note", {{"text", "b"}}};
    const StateLookup nothing = [](base::RecordId) { return nullptr; };
    CHECK(makeSets({made}, nothing)->size() == 1);
    CHECK(makeSets({made, changed}, nothing).error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("every outcome is offered once, and only a talk asks about the talk")
{
    auto all = mainOutcomes();
    const auto others = otherOutcomes();
    all.insert(all.end(), others.begin(), others.end());
    CHECK(std::ranges::is_permutation(all, casework::codes::ContactOutcome));
    for (const std::string_view outcome : all)
        CHECK(followUpOf(outcome).talk == (outcome == "reached"));
    CHECK(followUpOf("declined").mayContactAgain);
    CHECK_FALSE(followUpOf("declined").nextTime);
    CHECK(followUpOf("deceased").endsEverything);
}

TEST_CASE("a next time is asked for after every outcome for which one is proposed")
{
    for (const std::string_view outcome : casework::codes::ContactOutcome) {
        CAPTURE(outcome);
        CHECK(followUpOf(outcome).nextTime == (proposalAfter(std::string(outcome)) != "none"));
    }
}

TEST_CASE("when one may be in touch again begins a Swedish day, also at the end of a shorter month")
{
    const auto from = [](std::string_view code, std::string_view at) {
        const auto moment = contactAgainFrom(code, *base::parseInstant(at));
        return moment ? wordsOf(*moment) : std::string("none");
    };
    CHECK(from("month", "2027-01-31T12:00:00+01:00") == "2027-02-28 0");
    CHECK(from("quarter", "2026-11-30T23:30:00+01:00") == "2027-02-28 0");
    CHECK(from("halfYear", "2026-10-19T09:00:00+02:00") == "2027-04-19 0");
    CHECK(from("anyTime", "2026-10-19T09:00:00+02:00") == "none");
    CHECK(from("never", "2026-10-19T09:00:00+02:00") == "none");
    for (const std::string_view code : contactAgainCodes())
        CHECK(contactAgainText(code, Language::Swedish) != contactAgainText(code, Language::English));
}

TEST_CASE("every obstacle has words in both languages")
{
    for (const std::string_view code : obstacleCodes()) {
        CHECK(obstacleText(code, Language::Swedish) != code);
        CHECK(obstacleText(code, Language::English) != code);
    }
    CHECK(obstacleText("ofLater", Language::Swedish) == "ofLater");
}

TEST_CASE("attempts are numbered anew for each report, and only what counts has a number")
{
    File file;
    file.withPerson();
    file.addReport(R"(,"received":"2026-09-01T08:00:00Z")");
    const std::string early = file.addContact("2026-09-02", "noAnswer");
    file.addReport();
    const std::string first = file.addContact("2026-10-19", "noAnswer");
    const std::string moved = file.addContact("2026-10-20", "callLater");
    const std::string second = file.addContact("2026-10-21", "hungUp");
    const auto numbers = attemptNumbers(file.facts());
    const auto numberOf = [&](const std::string &id) {
        const auto found = numbers.find(*base::RecordId::parse(id));
        return found == numbers.end() ? 0 : found->second;
    };
    CHECK(numberOf(early) == 1);
    CHECK(numberOf(first) == 1);
    CHECK(numberOf(moved) == 0);
    CHECK(numberOf(second) == 2);
}
