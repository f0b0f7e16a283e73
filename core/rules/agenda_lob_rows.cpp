#include "core/rules/agenda_rows.h"

#include "core/casework/swedish_time.h"
#include "core/rules/next_attempt.h"
#include "core/rules/report_ends.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;
using casework::swedishDate;
using store::AgendaEntry;

namespace {

std::string counted(std::string_view code, int attempt, int attempts)
{
    return std::string(code) + ":" + std::to_string(attempt) + ":" + std::to_string(attempts);
}

/// The row's reason: why the next step is not simply the next call.
std::string attemptReason(const LobFollowUp &followUp)
{
    const int attempt = followUp.tries + 1;
    const std::string outcome = followUp.last ? followUp.last->outcome : std::string();
    if (outcome == "needsInterpreter")
        return counted("lobWithInterpreter", attempt, followUp.attempts);
    if (outcome == "inInstitution")
        return "lobInstitution";
    if (outcome == "callLater" || outcome == "notFit" || outcome == "reached")
        return "lobTalkAgain";
    return counted(followUp.hasNumber ? "lobAttempt" : "lobOtherWay", attempt, followUp.attempts);
}

struct Due {
    Instant at;
    std::string kind;
    std::string rule;
};

Due dueOf(const Clock &clock) { return {clock.due, kindWord(clock.kind), clock.rule}; }

/// A day counted from the last contact, where the report's own clock has nothing to say.
Due dueAfterContact(Instant contact, int workingDays)
{
    return {endOfDay(addWorkingDays(swedishDate(contact), workingDays)), kindWord(SourceKind::Default), "lob.attempt"};
}

Due attemptDue(const RowContext &context)
{
    const LobFollowUp &followUp = context.followUp;
    const ReportFacts &report = *followUp.report;
    if (followUp.agreement) {
        const ContactFacts &contact = *followUp.agreement;
        return {*contact.nextAt, contact.isAgreement() ? std::string(AgreedKind) : kindWord(SourceKind::Default),
                "lob.nextAttempt"};
    }
    if (!followUp.last) {
        if (report.dangerSign)
            return dueOf(firstAttemptAim(report.received));
        const auto first = firstAttemptClock(context.profile, report.received, followUp.hasNumber);
        return dueOf(first ? *first : letterClock(context.profile, report.received));
    }
    if (followUp.last->outcome == "inInstitution")
        return dueAfterContact(followUp.last->at, InstitutionPauseDays);
    const bool isSimplyNext = countsAsAttempt(*followUp.last, followUp.hasNumber);
    const auto later = laterAttemptClock(context.profile, report.received, followUp.tries + 1, followUp.last->at);
    return isSimplyNext && later ? dueOf(*later) : dueAfterContact(followUp.last->at, 1);
}

const TaskFacts *openFollowUpTask(const RowContext &context)
{
    const auto &tasks = context.facts.tasks;
    const auto found = std::ranges::find_if(tasks, [&](const TaskFacts &task) {
        return task.what == "followUpLob" && task.isOpen() && task.report == context.followUp.report->id;
    });
    return found == tasks.end() ? nullptr : &*found;
}

void addAttemptRow(const RowContext &context, Rows &rows)
{
    const LobFollowUp &followUp = context.followUp;
    // Without a number the letter is the first attempt; its own row stands for both.
    if (!followUp.hasNumber && followUp.tries == 0 && !followUp.agreement && followUp.letter == LetterState::Pending)
        return;
    Due due = attemptDue(context);
    if (const TaskFacts *task = openFollowUpTask(context); task && task->due)
        due = {*task->due, due.kind, due.rule};
    std::optional<Instant> notBefore;
    if (followUp.last && followUp.tries > 0)
        notBefore = std::min(startOfDay(addDays(swedishDate(followUp.last->at), 1)), due.at);
    const bool isDanger = followUp.report->dangerSign;
    rows.push_back({.record = followUp.report->id,
                    .kind = isDanger ? std::string(LifeKind) : due.kind,
                    .rule = due.rule,
                    .reason = attemptReason(followUp),
                    .due = due.at,
                    .notBefore = notBefore});
}

void addLetterRow(const RowContext &context, Rows &rows)
{
    const LobFollowUp &followUp = context.followUp;
    if (followUp.letter != LetterState::Pending && followUp.letter != LetterState::Held)
        return;
    const Clock clock = letterClock(context.profile, followUp.report->received);
    const bool isHeld = followUp.letter == LetterState::Held;
    rows.push_back({.record = followUp.report->id,
                    .kind = kindWord(clock.kind),
                    .rule = isHeld ? "lob.letterHeld" : clock.rule,
                    .reason = isHeld ? "letterHeld" : "letter",
                    .due = clock.due,
                    .notBefore = std::nullopt});
}

/// After the attempts and the letter: close with a reason, or the team leader's word.
void addConclusionRow(const RowContext &context, Rows &rows)
{
    const LobFollowUp &followUp = context.followUp;
    const ReportFacts &report = *followUp.report;
    const bool asksLeader = needsTeamLeader(context.profile, context.facts, report);
    const bool isLetterOpen = followUp.letter != LetterState::Handled && followUp.letter != LetterState::NotNeeded;
    if (isLetterOpen && !asksLeader)
        return;
    Instant lastStep = followUp.last ? followUp.last->at : report.received;
    if (followUp.letterAt)
        lastStep = std::max(lastStep, *followUp.letterAt);
    const Clock clock = conclusionClock(lastStep);
    rows.push_back({.record = report.id,
                    .kind = report.dangerSign ? std::string(LifeKind) : kindWord(clock.kind),
                    .rule = asksLeader ? "lob.teamLeader" : clock.rule,
                    .reason = asksLeader ? "lobTeamLeader" : "lobClose",
                    .due = clock.due,
                    .notBefore = std::nullopt});
}

bool isUnder(const RowContext &context, const ReportFacts &report, Setting<int> ProfileSettings::*member)
{
    const auto limit = context.profile.setting(member);
    return limit && report.age && *report.age < limit->value;
}

/// Reports on people under 21: check at once, then decide on an investigation. A minor goes to the child unit.
void addYoungRows(const RowContext &context, const ReportFacts &report, Rows &rows)
{
    if (!report.age)
        return;
    const auto checks = safetyCheckClocks(context.profile, report.received, *report.age);
    const bool isChecked = std::ranges::any_of(context.facts.children.checks, [&](const SafetyCheckFacts &check) {
        return !check.child && check.isAnswered && check.at >= report.received;
    });
    if (!checks.empty() && !isChecked && !isTaskFinished(context.facts, "safetyCheck", report, Finish::Done))
        rows.push_back(
            {report.id, kindWord(checks.front().kind), checks.front().rule, "safetyCheck", checks.front().due, {}});
    const auto decision = preAssessmentClock(context.profile, report.received, *report.age);
    if (decision && !context.facts.isKnownMatter() && !isFormWritten(context.facts, PreAssessmentForm, report)
        && !isTaskFinished(context.facts, "preAssessment", report, Finish::Done))
        rows.push_back({report.id, kindWord(decision->kind), decision->rule, "preAssessment", decision->due, {}});
    if (isUnder(context, report, &ProfileSettings::minAge) && !isPassedToChildUnit(context.facts, report))
        rows.push_back({report.id, std::string(ChildKind), "lob.childUnit", "childUnit", report.received, {}});
}

/// A known person's support is looked over, and repeated reports call for more; no row says which of the two.
void addSupportRow(const RowContext &context, const ReportFacts &report, Rows &rows)
{
    const CaseFacts &facts = context.facts;
    const auto window = context.profile.setting(&ProfileSettings::lobAttemptWindowDays);
    if (!window || isTaskFinished(facts, "reviewSupport", report, Finish::DoneOrDropped)
        || isFormWritten(facts, FollowUpForm, report))
        return;
    const auto due = endOfDay(workingDayOnOrBefore(addDays(swedishDate(report.received), window->value)));
    const RepeatPrompt prompt = repeatPrompt(context.profile, report.repeatCount);
    if (prompt == RepeatPrompt::ConsiderInvestigation && !facts.isKnownMatter()) {
        if (!isFormWritten(facts, PreAssessmentForm, report))
            rows.push_back({report.id,
                            kindWord(SourceKind::Default),
                            "lob.considerInvestigation",
                            "considerInvestigation",
                            due,
                            {}});
        return;
    }
    const bool isOver = context.followUp.state == FollowUpState::Stopped;
    const auto intensify = context.profile.setting(&ProfileSettings::lobIntensifyKnown);
    const bool isKnown =
        facts.isKnownMatter() || (context.followUp.last && context.followUp.last->outcome == "alreadyWithUs");
    if (isKnown && intensify && intensify->value)
        rows.push_back({report.id, kindWord(intensify->kind), "lob.reviewSupport", "reviewSupport", due, {}});
    else if (prompt != RepeatPrompt::None && !isOver)
        rows.push_back({report.id, kindWord(SourceKind::Default), "lob.reviewSupport", "reviewSupport", due, {}});
}

/// A report in a matter that somebody already works with: her own next step, not the call list's.
void addNewReportRow(const RowContext &context, const ReportFacts &report, Rows &rows)
{
    if (!context.facts.isKnownMatter() || context.followUp.state != FollowUpState::NotOurs)
        return;
    const bool hasTask = std::ranges::any_of(context.facts.tasks, [&](const TaskFacts &task) {
        return task.what == "newReport" && (task.report == report.id || task.record == report.id);
    });
    const bool isTaken = std::ranges::any_of(
        context.facts.contacts, [&](const ContactFacts &contact) { return contact.at >= report.received; });
    if (!hasTask && !isTaken)
        rows.push_back({report.id,
                        kindWord(SourceKind::Default),
                        "lob.newReport",
                        "newReport",
                        firstAttemptAim(report.received).due,
                        {}});
}

} // namespace

bool isTaskFinished(const CaseFacts &facts, std::string_view what, const ReportFacts &report, Finish finish)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        const bool isFinished = task.status == "done" || (finish == Finish::DoneOrDropped && task.status == "dropped");
        if (task.what != what || !isFinished)
            return false;
        return task.report ? task.report == report.id : task.doneAt && *task.doneAt >= report.received;
    });
}

void addFollowUpRows(const RowContext &context, Rows &rows)
{
    switch (context.followUp.state) {
    case FollowUpState::NotOurs: return;
    case FollowUpState::Trying: addAttemptRow(context, rows); break;
    case FollowUpState::Exhausted: addConclusionRow(context, rows); break;
    case FollowUpState::Stopped:
    case FollowUpState::Concluded: break;
    }
    // A no does not undo a danger: what then happens is the team leader's word, not another attempt.
    if (context.followUp.state == FollowUpState::Stopped && context.followUp.report->dangerSign
        && !isTaskFinished(context.facts, "followUpLob", *context.followUp.report, Finish::Done))
        addConclusionRow(context, rows);
    addLetterRow(context, rows);
}

void addReportRows(const RowContext &context, Rows &rows)
{
    const auto enabled = context.profile.setting(&ProfileSettings::lobEnabled);
    for (const ReportFacts &report : context.facts.reports) {
        if (!report.open)
            continue;
        if (!report.registered) {
            const Clock clock = registrationClock(report.received);
            rows.push_back({report.id, kindWord(clock.kind), clock.rule, "register", clock.due, {}});
        }
        addYoungRows(context, report, rows);
        if (!enabled || !enabled->value || isUnder(context, report, &ProfileSettings::minAge))
            continue;
        addNewReportRow(context, report, rows);
        // Only the latest report speaks of the support, so that two open ones do not say it twice.
        const bool isLatest = context.facts.reports.back().id == report.id;
        if (isLatest && context.facts.hasPerson)
            addSupportRow(context, report, rows);
    }
}

} // namespace faltakt::rules
