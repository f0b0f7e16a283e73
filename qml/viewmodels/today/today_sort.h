#pragma once

#include "qml/viewmodels/today/today_row.h"

#include <array>
#include <optional>

namespace faltakt::viewmodels {

/// What there is to do in a row of I dag, and nothing of the person: the sorts by which the list can be narrowed.
enum class TodaySort : std::uint8_t { Contact, Visit, Letter, Questions, Writing, Other };
inline constexpr std::size_t TodaySortCount = 6;

/// Of a row by itself; one that stands for others has none.
[[nodiscard]] std::optional<TodaySort> todaySortOf(const TodayRow &row);
[[nodiscard]] TodaySort todaySortOf(const store::AgendaEntry &entry);

/// How many rows there are of each.
using TodaySorts = std::array<int, TodaySortCount>;

} // namespace faltakt::viewmodels
