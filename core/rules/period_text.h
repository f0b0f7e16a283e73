#pragma once

#include "core/rules/lob_clocks.h"

namespace faltakt::rules {

/// "fredag 18 december 2026" and "Friday 18 December 2026".
[[nodiscard]] Explanation dayText(base::Date date);

/// The counting of working days in words: from, count, end, and every holiday passed over by its name.
[[nodiscard]] Explanation workingDaysText(base::Date from, int count, base::Date end);

/// The counting of calendar days in words; `end` may differ from from + count where a rule moved it.
[[nodiscard]] Explanation calendarDaysText(base::Date from, int count, base::Date end);

} // namespace faltakt::rules
