#include "core/rules/period_text.h"

#include "core/rules/swedish_calendar.h"

#include <array>

namespace faltakt::rules {

namespace {

constexpr std::array<std::string_view, 7> WeekdaysSv{"söndag",  "måndag", "tisdag", "onsdag",
                                                     "torsdag", "fredag", "lördag"};
constexpr std::array<std::string_view, 7> WeekdaysEn{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                     "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> MonthsSv{"januari",   "februari", "mars",     "april",
                                                    "maj",       "juni",     "juli",     "augusti",
                                                    "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> MonthsEn{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};

std::string oneDay(base::Date date, std::string_view weekday, std::string_view month)
{
    return std::string(weekday) + " " + std::to_string(unsigned(date.day())) + " " + std::string(month) + " "
           + std::to_string(int(date.year()));
}

/// Names of the holidays and eves from Monday to Friday after `from` and before `end`.
std::string holidaysBetween(base::Date from, base::Date end)
{
    std::string names;
    for (base::Date day = addDays(from, 1); day < end; day = addDays(day, 1)) {
        const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding();
        const auto named = weekday <= 5 ? namedDayOn(day) : std::nullopt;
        if (named)
            names += (names.empty() ? "" : ", ") + std::string(named->name);
    }
    return names;
}

std::string counted(int count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

} // namespace

Explanation dayText(base::Date date)
{
    const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    const unsigned month = unsigned(date.month()) - 1;
    return {oneDay(date, WeekdaysSv.at(weekday), MonthsSv.at(month)),
            oneDay(date, WeekdaysEn.at(weekday), MonthsEn.at(month))};
}

Explanation workingDaysText(base::Date from, int count, base::Date end)
{
    const Explanation first = dayText(from);
    const Explanation last = dayText(end);
    const std::string skipped = holidaysBetween(from, end);
    return {first.sv + " + " + counted(count, "arbetsdag", "arbetsdagar") + " = " + last.sv
                + (skipped.empty() ? "" : " (räknas inte: " + skipped + ")"),
            first.en + " + " + counted(count, "working day", "working days") + " = " + last.en
                + (skipped.empty() ? "" : " (not counted: " + skipped + ")")};
}

Explanation calendarDaysText(base::Date from, int count, base::Date end)
{
    const Explanation first = dayText(from);
    const Explanation computed = dayText(addDays(from, count));
    const Explanation last = dayText(end);
    Explanation text{first.sv + " + " + counted(count, "dag", "dagar") + " = " + computed.sv,
                     first.en + " + " + counted(count, "day", "days") + " = " + computed.en};
    if (addDays(from, count) != end) {
        text.sv += ", flyttat till " + last.sv;
        text.en += ", moved to " + last.en;
    }
    return text;
}

} // namespace faltakt::rules
