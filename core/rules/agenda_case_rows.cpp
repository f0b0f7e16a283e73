#include "core/rules/agenda_rows.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;
using casework::swedishDate;

namespace {

Instant endOfNextWorkingDay(Instant from) { return endOfDay(nextWorkingDay(swedishDate(from))); }

/// A task about children that was done, or dropped, for what was heard at that moment in that record.
bool isChildrenTaskFinished(const CaseFacts &facts, const base::RecordId &record, Instant heard)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        if (task.what != "children" || task.isOpen())
            return false;
        return task.record ? task.record == record : task.doneAt && *task.doneAt >= heard;
    });
}

/// A later check of the same child in which somebody was reached.
bool isCheckedSince(const CaseFacts &facts, const SafetyCheckFacts &check)
{
    return std::ranges::any_of(facts.children.checks, [&](const SafetyCheckFacts &later) {
        return later.isAnswered && later.child == check.child && later.at >= check.at;
    });
}

/// A task that somebody set about children stands for what it is about; one that names no record, for all that was known
/// when it was set. A worry that came after it has a row of its own.
bool isChildrenTaskOpen(const CaseFacts &facts, const base::RecordId &record, Instant heard)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        if (task.what != "children" || !task.isOpen())
            return false;
        return task.record ? task.record == record : recordMadeAt(task.id) >= heard;
    });
}

/// Of all that was said, also of what a step has answered since: the task is about children who were worried for.
bool isChildrenWorry(const CaseFacts &facts) { return childrenChip(facts) == ChildrenChip::Worry; }

std::string taskKind(const RowContext &context, const TaskFacts &task)
{
    if (task.what == "children" && isChildrenWorry(context.facts))
        return std::string(ChildKind);
    if (task.basis == "law" || task.basis == "guideline" || task.basis == "agreed")
        return task.basis;
    return kindWord(SourceKind::Default);
}

/// A new report without a due time of its own is to be read on the next working day.
std::optional<Instant> taskDue(const CaseFacts &facts, const TaskFacts &task)
{
    const auto report =
        std::ranges::find_if(facts.reports, [&](const ReportFacts &each) { return task.report == each.id; });
    if (task.due || task.what != "newReport" || report == facts.reports.end())
        return task.due;
    return firstAttemptAim(report->received).due;
}

bool isTaskShown(const RowContext &context, const TaskFacts &task)
{
    if (!task.isOpen())
        return false;
    const LobFollowUp &followUp = context.followUp;
    const bool isOver = followUp.state == FollowUpState::Stopped || context.facts.isClosed();
    if (isOver && isAutomaticTask(task))
        return false;
    // A follow-up task about the present report only moves that report's own row.
    const bool isMerged = task.what == "followUpLob" && followUp.report && task.report == followUp.report->id;
    return !isMerged;
}

} // namespace

bool isAutomaticTask(const TaskFacts &task)
{
    return (task.what == "followUpLob" || task.what == "letter" || task.what == "letterHeld"
            || task.what == "nextContact")
           && task.basis != "own" && task.basis != "agreed";
}

void addTaskRows(const RowContext &context, Rows &rows)
{
    for (const TaskFacts &task : context.facts.tasks) {
        if (isTaskShown(context, task))
            rows.push_back(
                {task.id, taskKind(context, task), "task", "task:" + task.what, taskDue(context.facts, task), {}});
    }
}

void addWorryRows(const RowContext &context, Rows &rows)
{
    const CaseFacts &facts = context.facts;
    for (const OpenWorry &worry : openWorries(facts))
        if (!isChildrenTaskOpen(facts, worry.record, worry.at))
            rows.push_back({worry.record,
                            std::string(ChildKind),
                            worry.isOfReport ? "children.atCustody" : "children.worry",
                            worry.isOfReport ? "childrenAtCustody" : "childrenWorry",
                            worry.at,
                            {}});
    // After a death there is nobody to be kept safe but the children.
    const bool isDeceased = facts.isDeceased();
    for (const SafetyCheckFacts &check : facts.children.checks)
        if (!check.isAnswered && !isCheckedSince(facts, check) && (check.child || !isDeceased))
            rows.push_back({check.id, std::string(ChildKind), "safetyCheck.ring", "safetyCheckRing", check.at, {}});
}

void addChildrenRows(const RowContext &context, Rows &rows)
{
    addWorryRows(context, rows);
    const CaseFacts &facts = context.facts;
    const auto talk = std::find_if(facts.contacts.rbegin(), facts.contacts.rend(), [](const ContactFacts &contact) {
        return contact.outcome == "reached" && contact.isConcluded();
    });
    const bool isStopped = facts.latestNo().has_value();
    const bool isAnswered = childrenChip(facts) != ChildrenChip::NotAsked;
    if (isAnswered || isStopped || talk == facts.contacts.rend() || isChildrenTaskOpen(facts, talk->id, talk->at)
        || isChildrenTaskFinished(facts, talk->id, talk->at))
        return;
    rows.push_back({talk->id,
                    kindWord(SourceKind::Default),
                    "children.notAsked",
                    "childrenNotAsked",
                    endOfNextWorkingDay(talk->at),
                    {}});
}

void addAppointmentRows(const RowContext &context, Rows &rows)
{
    const CaseFacts &facts = context.facts;
    const auto no = facts.latestNo();
    if (facts.person.mayAskAgainAt && !standingAppointment(facts.contacts))
        rows.push_back({facts.personRecord, std::string(AgreedKind), "contact.mayAskAgain", "mayAskAgain",
                        facts.person.mayAskAgainAt, facts.person.mayAskAgainAt});
    for (auto contact = facts.contacts.rbegin(); contact != facts.contacts.rend(); ++contact) {
        if (contact->mayContactAgain != "yes" || !contact->mayContactAt)
            continue;
        const bool isMet = std::any_of(facts.contacts.rbegin(), contact, [&](const ContactFacts &later) {
            return swedishDate(later.at) >= swedishDate(*contact->mayContactAt);
        });
        if (!isMet && !facts.person.mayAskAgainAt)
            rows.push_back({contact->id, std::string(AgreedKind), "contact.mayAskAgain", "mayAskAgain",
                            contact->mayContactAt, contact->mayContactAt});
        break;
    }
    // While attempts go on, a booked time is that attempt's.
    if (context.followUp.state == FollowUpState::Trying)
        return;
    const auto appointment = standingAppointment(facts.contacts);
    if (!appointment || (no && appointment->at < *no))
        return;
    const bool isDone = std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        return task.what == "nextContact" && task.record == appointment->id;
    });
    if (!isDone)
        rows.push_back({appointment->id,
                        std::string(AgreedKind),
                        "contact.next",
                        appointment->result == "bookedVisit" ? "bookedVisit" : "nextContact",
                        appointment->nextAt,
                        {}});
}

void addUnfinishedRows(const RowContext &context, Rows &rows)
{
    const CaseFacts &facts = context.facts;
    for (const store::RecordView &assessment : facts.assessments) {
        if (assessment.text("status") != "inProgress")
            continue;
        std::optional<Instant> due;
        if (const auto started = assessment.instant("startedAt"))
            due = endOfNextWorkingDay(*started);
        rows.push_back({assessment.id,
                        kindWord(SourceKind::Default),
                        "assessment.finish",
                        "assessmentInProgress:" + assessment.text("instrument"),
                        due,
                        {}});
    }
    for (const ContactFacts &contact : facts.contacts) {
        if (contact.isUnfinished())
            rows.push_back({contact.id,
                            kindWord(SourceKind::Default),
                            "contact.finish",
                            "contactUnfinished",
                            endOfNextWorkingDay(contact.at),
                            {}});
    }
    std::optional<base::Date> review;
    bool isViolence = false;
    for (const FlagReview &flag : facts.flagReviews) {
        review = review ? std::min(*review, flag.day) : flag.day;
        isViolence = isViolence || flag.code == "violence";
    }
    if (review)
        rows.push_back({facts.personRecord,
                        isViolence ? std::string(ViolenceKind) : kindWord(SourceKind::Default),
                        "flag.review",
                        "flagReview",
                        endOfDay(*review),
                        {}});
}

} // namespace faltakt::rules
