#pragma once

#include "core/rules/deadline_rules.h"

namespace faltakt::rules {

/// Swedish for the screen, English for logs, tests and readers of the code.
struct Explanation {
    std::string sv;
    std::string en;
};

/// "fredag 18 december 2026" and "Friday 18 December 2026".
[[nodiscard]] Explanation dayText(base::Date date);
/// The same with the time on a Swedish clock: "fredag 18 december 2026 kl. 13:07".
[[nodiscard]] Explanation momentText(base::Instant instant);

/// "14 dagar", "1 arbetsdag", "3 weeks". Nothing for a unit that counts nothing.
[[nodiscard]] Explanation lengthText(int count, CountUnit unit);

/// The counting of working days in words: from, count, end, and every holiday passed over by its name.
[[nodiscard]] Explanation workingDaysText(base::Date from, int count, base::Date end);

/// "from + length = end".
[[nodiscard]] Explanation periodText(const Explanation &from, const Explanation &length, const Explanation &end);
/// "length before from = end".
[[nodiscard]] Explanation periodBeforeText(const Explanation &from, const Explanation &length, const Explanation &end);

/// Adds where a rule moved the end that was counted to; nothing where it did not move it.
[[nodiscard]] Explanation withMove(Explanation counted, base::Date computed, base::Date end);

} // namespace faltakt::rules
