#include "core/rules/act_clocks.h"
#include "core/rules/agenda_rows.h"

#include "core/casework/swedish_time.h"
#include "core/rules/deadline.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>

namespace faltakt::rules {

using base::Instant;

namespace {

constexpr std::string_view BirthRule = "birth.decide";
constexpr std::string_view AsiInterview = "asi-grund";
constexpr std::string_view AsiFollowUp = "asi-uppfoljning";
/// The instrument's own instruction: 6 to 12 months after the first interview. Before that the row would only be in the way.
constexpr int AsiFollowUpFromDays = 182;

bool isDone(const store::RecordView &assessment, std::string_view instrument)
{
    return assessment.text("instrument") == instrument && assessment.text("status") == "completed"
           && assessment.instant("completedAt").has_value();
}

/// The latest interview that nobody has followed up; one that was begun again starts the time anew.
const store::RecordView *openInterview(const CaseFacts &facts)
{
    const store::RecordView *latest = nullptr;
    std::optional<Instant> followedUp;
    for (const store::RecordView &assessment : facts.assessments) {
        if (isDone(assessment, AsiInterview)
            && (!latest || *assessment.instant("completedAt") > *latest->instant("completedAt")))
            latest = &assessment;
        if (isDone(assessment, AsiFollowUp))
            followedUp = std::max(followedUp.value_or(Instant::min()), *assessment.instant("completedAt"));
    }
    return latest && followedUp && *followedUp >= *latest->instant("completedAt") ? nullptr : latest;
}

} // namespace

void addDeadlineRows(const RowContext &context, Rows &rows)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(AsiFollowUpRule);
    const store::RecordView *interview = openInterview(context.facts);
    if (!rule || !interview || context.facts.latestNo())
        return;
    const Instant done = *interview->instant("completedAt");
    const auto deadline = countDeadline(*rule, done, {}, context.profile, shippedLawMap());
    if (!deadline || !deadline->due)
        return;
    rows.push_back({interview->id, kindWord(deadline->kind), deadline->rule, "asiFollowUp", deadline->due,
                    startOfDay(addDays(casework::swedishDate(done), AsiFollowUpFromDays))});
}

void addBirthRows(const RowContext &context, Rows &rows)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(BirthRule);
    if (!rule)
        return;
    for (const ChildFacts &child : context.facts.children.children) {
        if (!child.expected || casework::swedishDate(child.consideredAt) >= *child.expected)
            continue;
        const auto deadline =
            countDeadline(*rule, child.consideredAt, {{"expected", *child.expected}}, context.profile, shippedLawMap());
        if (deadline && deadline->due)
            rows.push_back({child.id, kindWord(deadline->kind), deadline->rule, "birthDecide", deadline->due, {}});
    }
}

void addActRows(const RowContext &context, Rows &rows)
{
    for (const store::RecordView &act : context.facts.acts)
        for (const ActClock &clock : actClocks(context.facts, act, context.profile))
            rows.push_back({act.id,
                            kindWord(clock.deadline.kind),
                            clock.rule->id,
                            actReason(clock.rule->id),
                            clock.deadline.due,
                            {}});
}

} // namespace faltakt::rules
