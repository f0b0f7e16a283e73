#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"

#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// Why a named day is free of work.
enum class DayKind : std::uint8_t {
    Holiday, ///< public holiday by law 1989:253
    Eve,     ///< Midsummer's, Christmas and New Year's Eve, which law 1930:173 treats like a holiday
};
[[nodiscard]] std::string_view dayKindName(DayKind kind) noexcept; ///< "holiday" or "eve"

/// A named day on which offices are closed. The name is Swedish, as it is shown.
struct NamedDay {
    base::Date date;
    std::string_view name;
    DayKind kind = DayKind::Holiday;
};

/// The years for which the present set of days holds: the calendar was made over in 1953.
inline constexpr int FirstCalendarYear = 1953;
inline constexpr int LastCalendarYear = 2199;

/// Easter Sunday of a year in the Gregorian calendar (the method of Meeus, Jones and Butcher).
[[nodiscard]] base::Date easterSunday(int year) noexcept;

/// Every public holiday and eve of a year, those on Saturdays and Sundays too, by date. Whit Monday until 2004,
/// the national day from 2005. Easter Eve and Whit Eve are Saturdays anyway and are not named here.
[[nodiscard]] std::vector<NamedDay> namedDays(int year);

/// The days of a year that are free besides its Saturdays and Sundays: the named days from Monday to Friday, by date.
/// A holiday that falls on a weekend takes no working day away and is therefore left out. InvalidInput outside
/// FirstCalendarYear to LastCalendarYear.
[[nodiscard]] base::Result<std::vector<NamedDay>> nonWorkingDays(int year);

/// {"date","name","kind"}
[[nodiscard]] base::json::Object toJson(const NamedDay &day);

/// The holiday or eve on a date, if it is one.
[[nodiscard]] std::optional<NamedDay> namedDayOn(base::Date date);

/// Monday to Friday and neither holiday nor eve.
[[nodiscard]] bool isWorkingDay(base::Date date);

/// The date itself where it is a working day, otherwise the first working day after it.
[[nodiscard]] base::Date workingDayOnOrAfter(base::Date date);
/// The date itself where it is a working day, otherwise the last working day before it.
[[nodiscard]] base::Date workingDayOnOrBefore(base::Date date);
/// The first working day after the date.
[[nodiscard]] base::Date nextWorkingDay(base::Date date);

/// The `count`th working day after the date; the date's own day is not counted. 0 gives the date itself or, where
/// that is no working day, the next one; a negative count goes back. Never ends on a day without work.
[[nodiscard]] base::Date addWorkingDays(base::Date date, int count);

/// `count` calendar days later, also on a day without work.
[[nodiscard]] base::Date addDays(base::Date date, int count);

/// The last day of a period of whole weeks or months: the same day of the week, or of the month (the month's last
/// day where it has no such day); where nobody works on it, the next working day (law 1930:173, sections 1 and 2).
[[nodiscard]] base::Date endOfWeeks(base::Date from, int weeks);
[[nodiscard]] base::Date endOfMonths(base::Date from, int months);

/// Midnight at the start of a Swedish calendar day.
[[nodiscard]] base::Instant startOfDay(base::Date date);
/// The last second of a Swedish calendar day: what "at latest that day" means as a moment.
[[nodiscard]] base::Instant endOfDay(base::Date date);

} // namespace faltakt::rules
