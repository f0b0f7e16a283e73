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

bool hasChildrenAnswer(const ContactFacts &contact)
{
    return contact.children == "none" || contact.children == "noWorry" || contact.children == "worry";
}

/// A task about children that answers for what was heard at that moment in that record.
bool isChildrenTaskFinished(const CaseFacts &facts, const base::RecordId &record, Instant heard, Finish finish)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        const bool isFinished = task.status == "done" || (finish == Finish::DoneOrDropped && task.status == "dropped");
        if (task.what != "children" || !isFinished)
            return false;
        return task.record ? task.record == record : task.doneAt && *task.doneAt >= heard;
    });
}

bool hasOpenChildrenTask(const CaseFacts &facts)
{
    return std::ranges::any_of(facts.tasks,
                               [](const TaskFacts &task) { return task.what == "children" && task.isOpen(); });
}

bool isChildrenWorry(const CaseFacts &facts)
{
    const bool heard =
        std::ranges::any_of(facts.contacts, [](const ContactFacts &contact) { return contact.children == "worry"; });
    return heard || std::ranges::any_of(facts.reports, [](const ReportFacts &report) {
               return report.open && report.childrenPresent;
           });
}

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

void addChildrenRows(const RowContext &context, Rows &rows)
{
    const CaseFacts &facts = context.facts;
    if (hasOpenChildrenTask(facts))
        return;
    bool isAnswered = false;
    for (const ContactFacts &contact : facts.contacts) {
        isAnswered = isAnswered || hasChildrenAnswer(contact);
        if (contact.children == "worry" && !isChildrenTaskFinished(facts, contact.id, contact.at, Finish::Done))
            rows.push_back({contact.id, std::string(ChildKind), "children.worry", "childrenWorry", contact.at, {}});
    }
    for (const ReportFacts &report : facts.reports) {
        if (report.open && report.childrenPresent && !isAnswered
            && !isChildrenTaskFinished(facts, report.id, report.received, Finish::Done))
            rows.push_back(
                {report.id, std::string(ChildKind), "children.atCustody", "childrenAtCustody", report.received, {}});
    }
    const auto talk = std::find_if(facts.contacts.rbegin(), facts.contacts.rend(), [](const ContactFacts &contact) {
        return contact.outcome == "reached" && contact.isConcluded();
    });
    const bool isStopped = facts.latestNo().has_value();
    if (isAnswered || isStopped || talk == facts.contacts.rend()
        || isChildrenTaskFinished(facts, talk->id, talk->at, Finish::DoneOrDropped))
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
