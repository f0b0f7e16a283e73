#pragma once

#include "core/store/projection.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// How near a row is, in whole Swedish days: a row of today is not overdue before midnight, whatever its hour. A
/// row without due time is `Later`.
enum class Urgency : std::uint8_t { Overdue, Today, Tomorrow, Later };
/// "overdue", "today", "tomorrow", "later".
[[nodiscard]] std::string_view urgencyName(Urgency urgency) noexcept;
[[nodiscard]] Urgency urgencyOf(const std::optional<base::Instant> &due, base::Instant now);

/// The weight of a row's kind, life first; a kind that this version does not know comes last.
[[nodiscard]] int kindWeight(std::string_view kind) noexcept;

/// The place of a row in I dag; smaller comes first. The kinds life, child and violence stand before all others;
/// within both groups urgency, then kind, then due time (rows without one last). Record and rule only make the
/// order of equals the same everywhere.
struct AgendaPlace {
    bool isOrdinary = true;
    Urgency urgency = Urgency::Later;
    int kind = 0;
    base::Instant due = base::Instant::max();
    base::RecordId record;
    std::string rule;
    auto operator<=>(const AgendaPlace &) const = default;
};
[[nodiscard]] AgendaPlace placeOf(const store::AgendaEntry &entry, base::Instant now);

/// Sorts anything that holds an entry: `sortAgenda(lines, now, &Line::entry)`.
template <typename Line, typename Projection = std::identity>
void sortAgenda(std::vector<Line> &lines, base::Instant now, Projection projection = {})
{
    // Each place is worked out once: it holds two conversions to Swedish days.
    std::vector<std::pair<AgendaPlace, Line>> placed;
    placed.reserve(lines.size());
    for (Line &line : lines) {
        AgendaPlace place = placeOf(std::invoke(projection, line), now);
        placed.emplace_back(std::move(place), std::move(line));
    }
    std::ranges::sort(placed, {}, &std::pair<AgendaPlace, Line>::first);
    std::ranges::transform(placed, lines.begin(), [](auto &each) { return std::move(each.second); });
}

} // namespace faltakt::rules
