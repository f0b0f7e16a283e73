#include "core/rules/act_clocks.h"

#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>
#include <utility>

namespace faltakt::rules {

namespace {

constexpr std::string_view Reason = "act:";
constexpr std::string_view Starts = "starts/";
constexpr std::string_view Gives = "gives/";
constexpr std::string_view Ends = "ends/";
constexpr std::string_view Replaces = "replaces/";
constexpr std::string_view Settled = "settled/";
constexpr std::string_view Given = "gives/given";

/// What waits until somebody has decided whether to look further: over once that is under way.
constexpr std::array<std::string_view, 4> BeforeInvestigation{"investigation.open", "preAssessment.decide",
                                                              "safetyCheck.atOnce", "safetyCheck.limit"};

std::optional<base::Date> dateIn(const store::RecordView &act, const std::string &field)
{
    const auto day = base::parseDate(act.text(field));
    return day ? std::optional(*day) : std::nullopt;
}

std::pair<base::Instant, base::RecordId> placeOf(const store::RecordView &act)
{
    return {act.instant("at").value_or(base::Instant::min()), act.id};
}

bool isStartedBy(const store::RecordView &act, const DeadlineRule &rule)
{
    return std::ranges::any_of(
        rule.start, [&](const std::string &event) { return dateIn(act, std::string(Starts) + event).has_value(); });
}

/// Ticked off by then, or ended by one of its own days.
bool isDoneBy(const store::RecordView &act, const std::string &rule, base::Instant by)
{
    const auto settled = act.instant(settledField(rule));
    return (settled && *settled <= by) || dateIn(act, std::string(Ends) + rule);
}

std::vector<const store::RecordView *> inOrder(const std::vector<store::RecordView> &acts)
{
    std::vector<const store::RecordView *> ordered;
    for (const store::RecordView &act : acts)
        ordered.push_back(&act);
    std::ranges::sort(ordered, {}, [](const store::RecordView *act) { return placeOf(*act); });
    return ordered;
}

/// The one of the open acts that an end means, or none where it might be several.
const store::RecordView *meantBy(const store::RecordView &end, const std::vector<const store::RecordView *> &open,
                                 const std::string &rule)
{
    const auto day = dateIn(end, std::string(Given));
    const store::RecordView *found = nullptr;
    for (const store::RecordView *each : open) {
        if (isDoneBy(*each, rule, placeOf(end).first) || (day && dateIn(*each, std::string(Given)) != day))
            continue;
        if (found)
            return nullptr;
        found = each;
    }
    return found;
}

/// An act with a time of its own ends that one alone.
bool startsNothing(const store::RecordView &act)
{
    return std::ranges::none_of(act.fields, [](const auto &field) { return field.first.starts_with(Starts); });
}

/// Whether an act written after it replaces what it has started, or ends it and can mean no other. What waits without a time, a
/// consent that holds until further notice, may be meant as well.
bool isEndedLater(const CaseFacts &facts, const store::RecordView &act, const DeadlineRule &rule)
{
    std::vector<const store::RecordView *> open;
    for (const store::RecordView *each : inOrder(facts.acts)) {
        const bool isStart = isStartedBy(*each, rule);
        const bool isEnd = dateIn(*each, std::string(Ends) + rule.id).has_value();
        if (dateIn(*each, std::string(Replaces) + rule.id))
            open.clear();
        else if (isEnd && startsNothing(*each))
            std::erase(open, meantBy(*each, open, rule.id));
        if (isStart || (!isEnd && dateIn(*each, std::string(Given)) && each->text("form") == act.text("form")))
            open.push_back(each);
    }
    return std::ranges::none_of(open, [&](const store::RecordView *each) { return each->id == act.id; });
}

bool isEnded(const CaseFacts &facts, const store::RecordView &act, const DeadlineRule &rule)
{
    if (act.fields.contains(settledField(rule.id)) && !act.text(settledField(rule.id)).empty())
        return true;
    if (facts.isKnownMatter() && std::ranges::find(BeforeInvestigation, rule.id) != BeforeInvestigation.end())
        return true;
    if (dateIn(act, std::string(Ends) + rule.id))
        return true;
    return isEndedLater(facts, act, rule);
}

KeyValues keysOf(const DeadlineRule &rule, const CaseFacts &facts, const store::RecordView &act, base::Date start)
{
    KeyValues values;
    for (const DeadlineKey &key : rule.keys) {
        if (key.name == "age" && facts.person.birthDate)
            values.emplace(key.name, wholeYears(*facts.person.birthDate, start));
        else if (const auto day = dateIn(act, std::string(Gives) + key.name); day && key.type == KeyType::Day)
            values.emplace(key.name, *day);
    }
    return values;
}

} // namespace

std::string actReason(std::string_view rule) { return std::string(Reason) + std::string(rule); }

bool isActReason(std::string_view reason) noexcept { return reason.starts_with(Reason); }

std::string settledField(std::string_view rule) { return std::string(Settled) + std::string(rule); }

std::vector<ActClock> actClocks(const CaseFacts &facts, const store::RecordView &act, const Profile &profile)
{
    std::vector<ActClock> clocks;
    for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
        if (rule.audience != DeadlineAudience::Field || rule.sense != DeadlineSense::Latest
            || rule.id.starts_with("lob.") || !isStartedBy(act, rule) || isEnded(facts, act, rule))
            continue;
        for (const std::string &event : rule.start) {
            const auto day = dateIn(act, std::string(Starts) + event);
            if (!day)
                continue;
            const auto deadline = countDeadline(rule, *day, keysOf(rule, facts, act, *day), profile, shippedLawMap());
            if (!deadline || !deadline->due)
                continue;
            clocks.push_back({&rule, *deadline, event});
            break;
        }
    }
    return clocks;
}

} // namespace faltakt::rules
