#include "core/rules/follow_up_statistics.h"

#include "core/casework/swedish_time.h"
#include "core/rules/act_clocks.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/lob_clocks.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace faltakt::rules {

using base::Date;
using base::Instant;
using casework::swedishDate;
using store::RecordView;

namespace {

constexpr std::string_view Task = "task";
constexpr std::string_view Other = "other";

/// In the order in which they stand in a table; what is rare last. What says more of a person than that somebody follows her
/// up is "other".
constexpr std::array<std::string_view, 5> Whats{Task, "insats.followUp", "plan.review", "sip.review", Other};
constexpr std::array<std::string_view, 3> States{"inTime", "late", "open"};

std::string whatOf(std::string_view rule)
{
    if (rule == "insats.followUpAtEnd")
        return "insats.followUp";
    return std::string(std::ranges::find(Whats, rule) == Whats.end() ? Other : rule);
}

std::string_view stateOf(const CountedFollowUp &followUp, Date until)
{
    if (!followUp.done || *followUp.done > until)
        return "open";
    return *followUp.done <= followUp.due ? "inTime" : "late";
}

bool isOf(const ContactFacts &contact, const ReportFacts &report)
{
    return contact.report ? *contact.report == report.id : contact.at >= report.received;
}

void addTasks(const CaseFacts &facts, std::vector<CountedFollowUp> &followUps)
{
    for (const TaskFacts &task : facts.tasks) {
        const bool isDone = task.status == "done" && task.doneAt;
        if (!task.due || (!task.isOpen() && !isDone))
            continue;
        CountedFollowUp followUp{swedishDate(*task.due), std::string(Task), {}};
        if (isDone)
            followUp.done = swedishDate(*task.doneAt);
        followUps.push_back(std::move(followUp));
    }
}

/// The days of the interviews of a sort, in order.
std::vector<Date> interviewsOf(const CaseFacts &facts, std::string_view instrument)
{
    std::vector<Date> days;
    for (const RecordView &assessment : facts.assessments) {
        const auto completed = assessment.instant("completedAt");
        if (assessment.text("instrument") == instrument && assessment.text("status") == "completed" && completed)
            days.push_back(swedishDate(*completed));
    }
    std::ranges::sort(days);
    return days;
}

/// An interview is followed up by the first follow-up after it; one that is made anew before that starts the time again.
void addInterviews(const Profile &profile, const CaseFacts &facts, std::vector<CountedFollowUp> &followUps)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(AsiFollowUpRule);
    const auto interviews = interviewsOf(facts, "asi-grund");
    const auto later = interviewsOf(facts, "asi-uppfoljning");
    for (std::size_t i = 0; rule && i < interviews.size(); ++i) {
        const auto done = std::ranges::lower_bound(later, interviews[i]);
        const bool isDone = done != later.end();
        if (i + 1 < interviews.size() && (!isDone || interviews[i + 1] <= *done))
            continue;
        if (!isDone && facts.latestNo())
            continue;
        const auto deadline = countDeadline(*rule, interviews[i], {}, profile, shippedLawMap());
        if (deadline && deadline->due)
            followUps.push_back(
                {swedishDate(*deadline->due), whatOf(rule->id), isDone ? std::optional(*done) : std::nullopt});
    }
}

std::pair<Instant, base::RecordId> placeOf(const RecordView &act)
{
    return {act.instant("at").value_or(Instant::min()), act.id};
}

/// The first day that is said to have ended what this act has started: its own tick, its own end, or a later act's.
std::optional<Date> endOf(const CaseFacts &facts, const RecordView &act, const std::string &rule)
{
    std::optional<Date> end;
    const auto take = [&end](std::optional<Date> day) {
        if (day)
            end = end ? std::min(*end, *day) : *day;
    };
    const auto dayIn = [](const RecordView &view, const std::string &field) -> std::optional<Date> {
        const auto day = base::parseDate(view.text(field));
        return day ? std::optional(*day) : std::nullopt;
    };
    if (const auto settled = act.instant(settledField(rule)))
        take(swedishDate(*settled));
    take(dayIn(act, "ends/" + rule));
    for (const RecordView &other : facts.acts) {
        if (placeOf(other) <= placeOf(act))
            continue;
        take(dayIn(other, "ends/" + rule));
        take(dayIn(other, "replaces/" + rule));
    }
    return end;
}

/// The act as it was before anybody ended anything, alone in its case: every time that it has started.
CaseFacts begunBy(const CaseFacts &facts, const RecordView &act)
{
    CaseFacts alone;
    alone.person = facts.person;
    RecordView begun = act;
    begun.fields = {};
    for (const auto &[name, value] : act.fields)
        if (!name.starts_with("settled/") && !name.starts_with("ends/"))
            begun.fields.append(name, value);
    alone.acts.push_back(std::move(begun));
    return alone;
}

void addActs(const Profile &profile, const CaseFacts &facts, std::vector<CountedFollowUp> &followUps)
{
    for (const RecordView &act : facts.acts) {
        const CaseFacts begun = begunBy(facts, act);
        const auto open = actClocks(facts, act, profile);
        for (const ActClock &clock : actClocks(begun, begun.acts.front(), profile)) {
            const auto end = endOf(facts, act, clock.rule->id);
            const bool isOpen = std::ranges::find(open, clock.rule, &ActClock::rule) != open.end();
            if (end || isOpen)
                followUps.push_back({swedishDate(*clock.deadline.due), whatOf(clock.rule->id), end});
        }
    }
}

} // namespace

std::string firstAttemptOf(const Profile &profile, const CaseFacts &facts, base::RecordId id)
{
    const auto report = std::ranges::find(facts.reports, id, &ReportFacts::id);
    if (report == facts.reports.end())
        return "notMade";
    const bool hasNumber = facts.person.phoneWays > 0;
    std::optional<Instant> first = hasNumber ? std::nullopt : report->letterAt;
    for (const ContactFacts &contact : facts.contacts) {
        const bool isLetter = contact.way == "letter" && (hasNumber || contact.isLetterNotice);
        if (!contact.isUnfinished() && !isLetter && isOf(contact, *report))
            first = first ? std::min(*first, contact.at) : contact.at;
    }
    if (!first)
        return "notMade";
    const auto clock = firstAttemptClock(profile, report->received, hasNumber);
    const Instant due = clock ? clock->due : letterClock(profile, report->received).due;
    return swedishDate(*first) <= swedishDate(due) ? "inTime" : "late";
}

std::vector<CountedFollowUp> followUpsOf(const Profile &profile, const CaseFacts &facts)
{
    std::vector<CountedFollowUp> followUps;
    if (facts.isTeam)
        return followUps;
    addTasks(facts, followUps);
    addInterviews(profile, facts, followUps);
    addActs(profile, facts, followUps);
    if (facts.isClosed() || facts.isDeceased())
        std::erase_if(followUps, [](const CountedFollowUp &followUp) { return !followUp.done; });
    return followUps;
}

std::vector<CountedCells> countFollowUps(const std::vector<CountedFollowUp> &followUps, Date from, Date to, Date until)
{
    std::map<std::string, std::int64_t> counts;
    for (const CountedFollowUp &followUp : followUps)
        if (followUp.due >= from && followUp.due <= to)
            ++counts[std::string(stateOf(followUp, until)) + '/' + followUp.what];
    CellTree tree{.name = "all"};
    for (const std::string_view state : States) {
        CellTree ofState{.name = std::string(state)};
        for (const std::string_view what : Whats) {
            const std::string name = ofState.name + '/' + std::string(what);
            ofState.children.push_back({name, counts[name]});
        }
        tree.children.push_back(std::move(ofState));
    }
    std::vector<CountedCells> told;
    tellTable("followUp", tree, told);
    return told;
}

} // namespace faltakt::rules
