#pragma once

#include "qml/viewmodels/today/today_row.h"

#include <vector>

namespace faltakt::viewmodels {

/// The groups of I dag, in the order in which they stand on the page.
enum class TodayGroup : std::uint8_t { First, Overdue, Today, Tomorrow, Later };

/// Life, child and violence go before everything else, unless their day is far off.
[[nodiscard]] TodayGroup todayGroupOf(const store::AgendaEntry &entry, base::Instant now);

/// The rows of one person stand together, where the first of them stood: nobody is met three times far apart. What goes
/// before everything else is gathered by itself, so that no ordinary row comes before it.
void gatherByPerson(std::vector<TodayRow> &rows, base::Instant now);

} // namespace faltakt::viewmodels
