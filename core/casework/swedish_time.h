#pragma once

#include "core/base/instant.h"

namespace faltakt::casework {

/// Hours and minutes of a Swedish wall clock on a Swedish calendar day.
struct LocalTime {
    base::Date date;
    std::chrono::minutes sinceMidnight{0};
    auto operator<=>(const LocalTime &) const = default;
};

/// Swedish time in minutes ahead of UTC at a moment: 60, or 120 in summer time. Computed, not looked up, because a
/// bare Debian has no time-zone files. Summer time ends on the last Sunday of October since 1996 (directive 2000/84/EC
/// and its forerunners), of September before, and exists since 1980.
[[nodiscard]] std::chrono::minutes swedishOffset(base::Instant instant) noexcept;

/// What a Swedish clock shows at that moment; seconds are dropped.
[[nodiscard]] LocalTime swedishTime(base::Instant instant) noexcept;
[[nodiscard]] base::Date swedishDate(base::Instant instant) noexcept;

/// The moment at which a Swedish clock shows that time. In the hour that comes twice in autumn: the first. In the
/// hour that is left out in spring: the moment at which a clock not yet put forward would show it.
[[nodiscard]] base::Instant instantOf(LocalTime local) noexcept;

} // namespace faltakt::casework
