#include "core/rules/children_facts.h"

#include "core/rules/case_facts.h"

#include <algorithm>

namespace faltakt::rules {

using base::Instant;
using base::RecordId;
using base::Result;
using store::RecordView;

namespace {

std::optional<RecordId> childIn(const RecordView &record)
{
    const auto parsed = RecordId::parse(record.text("child"));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

ChildFacts readChild(const RecordView &record)
{
    // A conflict about a worry is a worry: the safer value counts.
    const auto values = record.allTexts("worry");
    return {.id = record.id,
            .isWorry = std::ranges::find(values, "yes") != values.end(),
            .worryAt = record.instant("worryAt").value_or(recordMadeAt(record.id)),
            .step = record.text("step"),
            .stepAt = record.instant("stepAt"),
            .expected = record.text("childAge") == "unborn" ? record.date("expected") : std::nullopt,
            .consideredAt = record.instant("consideredAt").value_or(recordMadeAt(record.id))};
}

ChildrenAnswer readAnswer(const RecordView &record)
{
    const auto values = record.allTexts("answer");
    const bool isWorry = std::ranges::find(values, "worry") != values.end();
    return {.id = record.id,
            .answer = isWorry ? "worry" : record.text("answer"),
            .at = record.instant("at").value_or(recordMadeAt(record.id)),
            .step = record.text("step"),
            .stepAt = record.instant("stepAt")};
}

/// A report is told of at the earliest when it is written down.
ConcernFacts readConcern(const RecordView &record)
{
    return {.id = record.id,
            .child = childIn(record),
            .at = std::max(record.instant("madeAt").value_or(Instant::min()), recordMadeAt(record.id))};
}

SafetyCheckFacts readCheck(const RecordView &record)
{
    const std::string told = record.text("leaderTold");
    return {.id = record.id,
            .child = childIn(record),
            .at = std::max(record.instant("at").value_or(Instant::min()), recordMadeAt(record.id)),
            .isAnswered = (told == "leader" || told == "onCall") && !record.text("need").empty()};
}

bool isAnswer(std::string_view answer) { return answer == "none" || answer == "noWorry" || answer == "worry"; }

/// A step counts for the worry that was there when it was taken, not for one that came later.
bool isStepSince(const std::string &step, const std::optional<Instant> &at, Instant worry)
{
    return !step.empty() && at && *at >= worry;
}

bool isAnsweredForAll(const ChildrenFacts &facts, Instant worry)
{
    return std::ranges::any_of(
               facts.answers,
               [&](const ChildrenAnswer &answer) { return isStepSince(answer.step, answer.stepAt, worry); })
           || std::ranges::any_of(facts.concerns,
                                  [&](const ConcernFacts &concern) { return !concern.child && concern.at >= worry; });
}

bool isAnsweredFor(const ChildrenFacts &facts, const ChildFacts &child)
{
    return isStepSince(child.step, child.stepAt, child.worryAt) || isAnsweredForAll(facts, child.worryAt)
           || std::ranges::any_of(facts.concerns, [&](const ConcernFacts &concern) {
                  return concern.child == child.id && concern.at >= child.worryAt;
              });
}

/// Somebody said that there is a worry, without saying which child: a step for any child answers it.
bool isAnsweredSomewhere(const ChildrenFacts &facts, Instant worry)
{
    return isAnsweredForAll(facts, worry)
           || std::ranges::any_of(facts.concerns, [&](const ConcernFacts &concern) { return concern.at >= worry; })
           || std::ranges::any_of(
               facts.children, [&](const ChildFacts &child) { return isStepSince(child.step, child.stepAt, worry); });
}

/// A task about children that was done for what was heard at that moment in that record.
bool isTaskDone(const CaseFacts &facts, RecordId record, Instant heard)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        if (task.what != "children" || task.status != "done")
            return false;
        return task.record ? task.record == record : task.doneAt && *task.doneAt >= heard;
    });
}

/// The latest word on children, in a contact or on the page about them.
std::string latestAnswer(const CaseFacts &facts)
{
    std::optional<Instant> at;
    std::string latest;
    const auto hear = [&](Instant heard, const std::string &answer) {
        if (!isAnswer(answer) || (at && heard < *at))
            return;
        at = heard;
        latest = answer;
    };
    for (const ContactFacts &contact : facts.contacts)
        hear(contact.at, contact.children);
    for (const ChildrenAnswer &answer : facts.children.answers)
        hear(answer.at, answer.answer);
    return latest;
}

/// A talk that came to something: then there was a moment in which to ask.
bool wasTalkedWith(const CaseFacts &facts)
{
    return std::ranges::any_of(facts.contacts, [](const ContactFacts &contact) {
        return contact.outcome == "reached" && contact.isConcluded();
    });
}

} // namespace

Result<ChildrenFacts> readChildrenFacts(base::CaseId caseId, const store::CaseReader &reader)
{
    ChildrenFacts facts;
    TRY(const auto children, reader.records(caseId, "child"));
    std::ranges::transform(children, std::back_inserter(facts.children), readChild);
    TRY(const auto answers, reader.records(caseId, "children"));
    std::ranges::transform(answers, std::back_inserter(facts.answers), readAnswer);
    std::ranges::stable_sort(facts.answers, {}, &ChildrenAnswer::at);
    TRY(const auto concerns, reader.records(caseId, "concernReport"));
    std::ranges::transform(concerns, std::back_inserter(facts.concerns), readConcern);
    TRY(const auto checks, reader.records(caseId, "safetyCheck"));
    std::ranges::transform(checks, std::back_inserter(facts.checks), readCheck);
    return facts;
}

ChildrenChip childrenChip(const CaseFacts &facts)
{
    const std::string latest = latestAnswer(facts);
    const bool isWorry = std::ranges::any_of(facts.children.children, &ChildFacts::isWorry);
    if (isWorry || latest == "worry" || !openWorries(facts).empty())
        return ChildrenChip::Worry;
    if (latest == "noWorry" || (latest == "none" && !facts.children.children.empty()))
        return ChildrenChip::NoWorry;
    return latest == "none" ? ChildrenChip::None : ChildrenChip::NotAsked;
}

std::string_view childrenChipCode(ChildrenChip chip) noexcept
{
    switch (chip) {
    case ChildrenChip::None: return "none";
    case ChildrenChip::NoWorry: return "noWorry";
    case ChildrenChip::Worry: return "worry";
    case ChildrenChip::NotAsked: break;
    }
    return "notAsked";
}

std::vector<OpenWorry> openWorries(const CaseFacts &facts)
{
    std::vector<OpenWorry> worries;
    for (const ContactFacts &contact : facts.contacts)
        if (contact.children == "worry" && !isTaskDone(facts, contact.id, contact.at)
            && !isAnsweredSomewhere(facts.children, contact.at))
            worries.push_back({contact.id, contact.at});
    for (const ChildrenAnswer &answer : facts.children.answers)
        if (answer.answer == "worry" && !isTaskDone(facts, answer.id, answer.at)
            && !isAnsweredSomewhere(facts.children, answer.at))
            worries.push_back({answer.id, answer.at});
    for (const ChildFacts &child : facts.children.children)
        if (child.isWorry && !isTaskDone(facts, child.id, child.worryAt) && !isAnsweredFor(facts.children, child))
            worries.push_back({child.id, child.worryAt});
    const bool isAsked = !latestAnswer(facts).empty();
    for (const ReportFacts &report : facts.reports)
        if (report.open && report.childrenPresent && !isAsked && !isTaskDone(facts, report.id, report.received)
            && !isAnsweredSomewhere(facts.children, report.received))
            worries.push_back({report.id, report.received, true});
    return worries;
}

std::optional<std::string> childrenObstacle(const CaseFacts &facts, std::string_view closedAs)
{
    if (closedAs == "wrongPerson")
        return std::nullopt;
    if (!openWorries(facts).empty())
        return "childrenWorry";
    const bool couldNotAsk = closedAs == "noContact" || closedAs == "deceased";
    const bool isEndOfWork = closedAs.empty() || closedAs == "done";
    const bool isAsked = childrenChip(facts) != ChildrenChip::NotAsked;
    if (isAsked || couldNotAsk || (!isEndOfWork && !wasTalkedWith(facts)))
        return std::nullopt;
    return "childrenNotAsked";
}

} // namespace faltakt::rules
