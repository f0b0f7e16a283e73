#include "core/rules/agenda_order.h"

#include "core/casework/swedish_time.h"

#include <array>

namespace faltakt::rules {

namespace {

/// life → child → violence and protection → statutory clock → agreed contact → guideline → the product's default.
constexpr std::array<std::string_view, 7> KindsByWeight{"life",   "child",     "violence", "law",
                                                        "agreed", "guideline", "default"};
/// Where people, not clocks, are at stake.
constexpr int FirstOrdinaryKind = 3;

} // namespace

std::string_view urgencyName(Urgency urgency) noexcept
{
    switch (urgency) {
    case Urgency::Overdue: return "overdue";
    case Urgency::Today: return "today";
    case Urgency::Tomorrow: return "tomorrow";
    case Urgency::Later: break;
    }
    return "later";
}

Urgency urgencyOf(const std::optional<base::Instant> &due, base::Instant now)
{
    if (!due)
        return Urgency::Later;
    const std::chrono::sys_days today(casework::swedishDate(now));
    const std::chrono::sys_days day(casework::swedishDate(*due));
    if (day < today)
        return Urgency::Overdue;
    if (day == today)
        return Urgency::Today;
    return day == today + std::chrono::days(1) ? Urgency::Tomorrow : Urgency::Later;
}

int kindWeight(std::string_view kind) noexcept
{
    return int(std::ranges::find(KindsByWeight, kind) - KindsByWeight.begin());
}

AgendaPlace placeOf(const store::AgendaEntry &entry, base::Instant now)
{
    const int weight = kindWeight(entry.kind);
    return {.isOrdinary = weight >= FirstOrdinaryKind,
            .urgency = urgencyOf(entry.due, now),
            .kind = weight,
            .due = entry.due.value_or(base::Instant::max()),
            .record = entry.record,
            .rule = entry.rule};
}

} // namespace faltakt::rules
