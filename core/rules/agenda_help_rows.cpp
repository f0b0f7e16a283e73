#include "core/rules/act_clocks.h"
#include "core/rules/agenda_rows.h"

#include "core/casework/swedish_time.h"
#include "core/rules/report_ends.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;

namespace {

constexpr std::string_view PlanForm = "plan";
constexpr std::string_view ApplicationForm = "application";
constexpr std::string_view AsiInterview = "asi-grund";
constexpr std::string_view AsiFollowUp = "asi-uppfoljning";
/// The clocks that say when help or plan is looked at together with the person.
constexpr std::array<std::string_view, 3> FollowUpClocks{"insats.followUp", "insats.followUpAtEnd", "plan.review"};
/// An interview belongs to the follow-up that it is done for when it is no older than this.
constexpr int InterviewDays = 31;

/// When an interview of that name was last finished.
std::optional<Instant> lastDone(const CaseFacts &facts, std::string_view instrument)
{
    std::optional<Instant> last;
    for (const store::RecordView &assessment : facts.assessments)
        if (assessment.text("instrument") == instrument && assessment.text("status") == "completed")
            if (const auto done = assessment.instant("completedAt"))
                last = std::max(last.value_or(Instant::min()), *done);
    return last;
}

struct NextFollowUp {
    base::RecordId act;
    Instant due;
};

std::optional<NextFollowUp> nextFollowUp(const RowContext &context)
{
    std::optional<NextFollowUp> next;
    for (const store::RecordView &act : context.facts.acts)
        for (const ActClock &clock : actClocks(context.facts, act, context.profile))
            if (std::ranges::find(FollowUpClocks, clock.rule->id) != FollowUpClocks.end()
                && (!next || *clock.deadline.due < next->due))
                next = NextFollowUp{act.id, *clock.deadline.due};
    return next;
}

/// Where the municipality follows up with ASI: the interview that the next follow-up rests on, in the month before it.
void addInterviewRow(const RowContext &context, Rows &rows)
{
    const auto wanted = context.profile.setting(&ProfileSettings::followUpAsi);
    const auto next = wanted ? nextFollowUp(context) : std::nullopt;
    if (!next || context.facts.latestNo())
        return;
    const auto first = lastDone(context.facts, AsiInterview);
    const auto later = lastDone(context.facts, AsiFollowUp);
    if (wanted->value == "whereGrund" && !first && !later)
        return;
    const Instant from = startOfDay(addDays(casework::swedishDate(next->due), -InterviewDays));
    if ((first && *first >= from) || (later && *later >= from))
        return;
    // The instrument's own reminder would ask for the same interview, later.
    std::erase_if(rows, [&](const store::AgendaEntry &row) {
        return row.rule == AsiFollowUpRule && row.due && *row.due >= next->due;
    });
    rows.push_back({next->act, kindWord(wanted->kind), std::string(FollowUpAsiRule), "asiAtFollowUp", next->due, from});
}

/// When the help as it is was last agreed on or looked at.
std::optional<Instant> lastLookedAt(const CaseFacts &facts)
{
    std::optional<Instant> last;
    for (const store::RecordView &act : facts.acts)
        if (act.text("form") == PlanForm || act.text("form") == FollowUpForm)
            if (const auto at = act.instant("at"))
                last = std::max(last.value_or(Instant::min()), *at);
    return last;
}

struct Change {
    base::RecordId record;
    Instant at;
};

/// The earliest sign since then that the needs are others: a new report of the police, a new wish of the person's own.
std::optional<Change> changeSince(const CaseFacts &facts, Instant since)
{
    std::optional<Change> change;
    const auto note = [&](const base::RecordId &record, Instant at) {
        if (at > since && (!change || at < change->at))
            change = Change{record, at};
    };
    for (const ReportFacts &report : facts.reports)
        note(report.id, report.received);
    for (const store::RecordView &act : facts.acts)
        if (const auto at = act.instant("at"); at && act.text("form") == ApplicationForm)
            note(act.id, *at);
    return change;
}

/// Where the municipality follows up when needs change. No guideline gives a figure for it: the time of the attempts.
void addChangeRow(const RowContext &context, Rows &rows)
{
    const auto wanted = context.profile.setting(&ProfileSettings::followUpAtChange);
    const auto window = context.profile.setting(&ProfileSettings::lobAttemptWindowDays);
    const auto looked = lastLookedAt(context.facts);
    if (!wanted || !wanted->value || !window || !looked)
        return;
    const auto change = changeSince(context.facts, *looked);
    const auto latestNo = context.facts.latestNo();
    if (!change || (latestNo && *latestNo >= change->at))
        return;
    const auto last = workingDayOnOrBefore(addDays(casework::swedishDate(change->at), window->value));
    rows.push_back({change->record,
                    kindWord(wanted->kind),
                    std::string(FollowUpAtChangeRule),
                    "followUpAtChange",
                    endOfDay(last),
                    {}});
}

} // namespace

void addHelpRows(const RowContext &context, Rows &rows)
{
    addInterviewRow(context, rows);
    addChangeRow(context, rows);
}

} // namespace faltakt::rules
