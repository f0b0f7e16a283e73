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

bool isEnded(const CaseFacts &facts, const store::RecordView &act, const std::string &rule)
{
    if (act.fields.contains(settledField(rule)) && !act.text(settledField(rule)).empty())
        return true;
    if (facts.isKnownMatter() && std::ranges::find(BeforeInvestigation, rule) != BeforeInvestigation.end())
        return true;
    // What an act replaces is what earlier ones have started; what it ends may be its own: a reply, a contact.
    if (dateIn(act, std::string(Ends) + rule))
        return true;
    return std::ranges::any_of(facts.acts, [&](const store::RecordView &other) {
        return placeOf(other) > placeOf(act)
               && (dateIn(other, std::string(Ends) + rule) || dateIn(other, std::string(Replaces) + rule));
    });
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
            || rule.id.starts_with("lob.") || isEnded(facts, act, rule.id))
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
