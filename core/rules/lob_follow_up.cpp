#include "core/rules/lob_follow_up.h"

#include "core/casework/swedish_time.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/lob_letter.h"

#include <algorithm>

namespace faltakt::rules {

using base::Instant;

namespace {

bool isOn(const Setting<bool> &setting) { return setting && setting->value; }

bool isSinceReport(const ContactFacts &contact, const ReportFacts &report)
{
    return !contact.isUnfinished() && (contact.report == report.id || contact.at >= report.received);
}

const TaskFacts *taskFor(const CaseFacts &facts, const ReportFacts &report, std::string_view what)
{
    const auto found = std::ranges::find_if(
        facts.tasks, [&](const TaskFacts &task) { return task.what == what && task.report == report.id; });
    return found == facts.tasks.end() ? nullptr : &*found;
}

/// One number at most, and that one is known not to reach the person.
bool isNumberWrong(const std::vector<ContactFacts> &contacts, int phoneWays)
{
    const auto lastCall = std::find_if(contacts.rbegin(), contacts.rend(), [](const ContactFacts &contact) {
        return contact.way == "call" || contact.way == "sms" || contact.way.empty();
    });
    if (phoneWays > 1 || lastCall == contacts.rend())
        return false;
    return lastCall->outcome == "wrongNumber" || lastCall->outcome == "noNumber";
}

bool isOurs(const Profile &profile, const CaseFacts &facts, const ReportFacts &report)
{
    if (!facts.hasPerson || facts.isClosed() || facts.isDeceased())
        return false;
    if (!isOn(profile.setting(&ProfileSettings::lobEnabled)))
        return false;
    const auto minAge = profile.setting(&ProfileSettings::minAge);
    if (report.age && minAge && *report.age < minAge->value)
        return false;
    return !facts.isKnownMatter() || isOn(profile.setting(&ProfileSettings::lobContactAll));
}

bool isTaskOver(const TaskFacts *task) { return task && !task->isOpen(); }

FollowUpState stateOf(const CaseFacts &facts, const LobFollowUp &followUp, const std::vector<ContactFacts> &since)
{
    const auto no = facts.latestNo();
    if (no && *no >= followUp.report->received)
        return FollowUpState::Stopped;
    if (std::ranges::any_of(since, [](const ContactFacts &contact) { return contact.isConcluded(); }))
        return FollowUpState::Concluded;
    // The worker's own word on the follow-up weighs more than the count.
    if (isTaskOver(taskFor(facts, *followUp.report, "followUpLob")))
        return FollowUpState::Concluded;
    return followUp.tries < followUp.attempts ? FollowUpState::Trying : FollowUpState::Exhausted;
}

LetterState letterStateOf(const Profile &profile, const CaseFacts &facts, const LobFollowUp &followUp)
{
    const ReportFacts &report = *followUp.report;
    const bool isWaiting = report.letterRequested && !report.letterSent && !letterWait(facts, report).empty();
    const bool isTaken = std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        return task.what == "letterHeld" && task.report == report.id && task.isOpen();
    });
    // Asked for, and then something came up that nobody has looked at.
    if (isWaiting && followUp.state != FollowUpState::Stopped)
        return isTaken ? LetterState::AsTask : LetterState::Held;
    if (followUp.letterAt)
        return LetterState::Handled;
    if (followUp.state == FollowUpState::Stopped)
        return LetterState::NotNeeded;
    for (const std::string_view what : {"letter", "letterHeld"}) {
        if (const TaskFacts *task = taskFor(facts, *followUp.report, what))
            return task->isOpen() ? LetterState::AsTask : LetterState::Handled;
    }
    const bool toAll = isOn(profile.setting(&ProfileSettings::lobLetterToAll));
    if (followUp.state == FollowUpState::Concluded && !toAll)
        return LetterState::NotNeeded;
    return facts.person.letterHold.empty() ? LetterState::Pending : LetterState::Held;
}

std::optional<Instant> letterTimeOf(const ReportFacts &report, const std::vector<ContactFacts> &since)
{
    if (report.letterAt)
        return report.letterAt;
    const auto letter = std::ranges::find(since, "letter", &ContactFacts::way);
    return letter == since.end() ? std::nullopt : std::optional(letter->at);
}

} // namespace

bool countsAsAttempt(const ContactFacts &contact, bool hasNumber)
{
    if (contact.way == "letter")
        return !hasNumber && !contact.isLetterNotice;
    if (contact.outcome.empty())
        return contact.way == "sms" || contact.way == "note";
    return contact.outcome == "noAnswer" || contact.outcome == "hungUp" || contact.outcome == "someoneElse";
}

std::map<base::RecordId, int> attemptNumbers(const CaseFacts &facts)
{
    std::map<base::RecordId, int> numbers;
    std::map<base::RecordId, int> tries;
    for (const ContactFacts &contact : facts.contacts) {
        std::optional<base::RecordId> report = contact.report;
        for (const ReportFacts &each : facts.reports)
            if (!contact.report && each.received <= contact.at)
                report = each.id;
        if (report && !contact.isUnfinished() && countsAsAttempt(contact, facts.person.phoneWays > 0))
            numbers[contact.id] = ++tries[*report];
    }
    return numbers;
}

std::optional<ContactFacts> standingAppointment(const std::vector<ContactFacts> &contacts)
{
    for (auto contact = contacts.rbegin(); contact != contacts.rend(); ++contact) {
        if (!contact->nextAt)
            continue;
        const base::Date day = casework::swedishDate(*contact->nextAt);
        const bool isMet = std::any_of(contacts.rbegin(), contact, [&](const ContactFacts &later) {
            return casework::swedishDate(later.at) >= day;
        });
        return isMet ? std::nullopt : std::optional(*contact);
    }
    return std::nullopt;
}

LobFollowUp lobFollowUpOf(const Profile &profile, const CaseFacts &facts)
{
    LobFollowUp followUp;
    const auto latest = std::find_if(facts.reports.rbegin(), facts.reports.rend(), std::mem_fn(&ReportFacts::open));
    if (latest == facts.reports.rend() || !isOurs(profile, facts, *latest))
        return followUp;
    followUp.report = *latest;
    std::vector<ContactFacts> since;
    std::ranges::copy_if(facts.contacts, std::back_inserter(since),
                         [&](const ContactFacts &contact) { return isSinceReport(contact, *latest); });
    followUp.hasNumber = facts.person.phoneWays > 0 && !isNumberWrong(since, facts.person.phoneWays);
    followUp.tries = int(std::ranges::count_if(
        since, [&](const ContactFacts &contact) { return countsAsAttempt(contact, followUp.hasNumber); }));
    const auto attempts = profile.setting(&ProfileSettings::lobAttempts);
    followUp.attempts = attempts ? attempts->value : 0;
    if (!since.empty())
        followUp.last = since.back();
    followUp.agreement = standingAppointment(since);
    followUp.letterAt = letterTimeOf(*latest, since);
    followUp.state = stateOf(facts, followUp, since);
    followUp.letter = letterStateOf(profile, facts, followUp);
    return followUp;
}

bool needsTeamLeader(const Profile &profile, const CaseFacts &facts, const ReportFacts &report)
{
    const bool isRepeated = repeatPrompt(profile, report.repeatCount) != RepeatPrompt::None;
    const bool isChildWorry =
        std::ranges::any_of(facts.contacts, [](const ContactFacts &contact) { return contact.children == "worry"; });
    return report.dangerSign || isRepeated || report.childrenPresent || facts.person.holdsFlagChildren || isChildWorry;
}

} // namespace faltakt::rules
