#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace faltakt::base {

/// A moment in UTC, milliseconds since 1970. View models and rules turn it into Swedish local time.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;
/// A calendar day without a time zone.
using Date = std::chrono::year_month_day;

[[nodiscard]] constexpr Instant instantFromMs(std::int64_t milliseconds) noexcept
{
    return Instant(std::chrono::milliseconds(milliseconds));
}
[[nodiscard]] constexpr std::int64_t toMs(Instant instant) noexcept { return instant.time_since_epoch().count(); }

/// ISO 8601 in UTC: "2026-03-01T13:07:00Z", with ".123" only where there are milliseconds.
[[nodiscard]] std::string formatInstant(Instant instant);
/// Accepts "…Z" and offsets "+01:00", seconds optional, up to 3 decimals; InvalidInput otherwise (also on a time
/// without zone, since it does not name a moment). Years 1900 to 2200.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

/// "2026-03-01".
[[nodiscard]] std::string formatDate(Date date);
/// Exactly YYYY-MM-DD and an existing day between 1850 and 2200; InvalidInput otherwise.
[[nodiscard]] Result<Date> parseDate(std::string_view text);

} // namespace faltakt::base
