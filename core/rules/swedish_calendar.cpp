#include "core/rules/swedish_calendar.h"

#include "core/casework/swedish_time.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using base::Date;
using namespace std::chrono;

constexpr int FirstNationalDayAsHoliday = 2005;

Date shifted(Date date, int count) { return Date(sys_days(date) + days(count)); }

/// The Saturday in the week that begins on the given day.
Date saturdayFrom(Date first)
{
    const sys_days start(first);
    return Date(start + (Saturday - weekday(start)));
}

bool isWeekend(Date date)
{
    const weekday day{sys_days(date)};
    return day == Saturday || day == Sunday;
}

} // namespace

std::string_view dayKindName(DayKind kind) noexcept { return kind == DayKind::Holiday ? "holiday" : "eve"; }

Date easterSunday(int inYear) noexcept
{
    const int golden = inYear % 19;
    const int century = inYear / 100;
    const int ofCentury = inYear % 100;
    const int correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    const int late = (golden + 11 * epact + 22 * toSunday) / 451;
    const int monthAndDay = epact + toSunday - 7 * late + 114;
    return year(inYear) / (monthAndDay / 31) / (monthAndDay % 31 + 1);
}

std::vector<NamedDay> namedDays(int inYear)
{
    const Date easter = easterSunday(inYear);
    const Date midsummer = saturdayFrom(year(inYear) / June / 20);
    std::vector<NamedDay> found{
        {year(inYear) / January / 1, "Nyårsdagen"},
        {year(inYear) / January / 6, "Trettondedag jul"},
        {shifted(easter, -2), "Långfredagen"},
        {easter, "Påskdagen"},
        {shifted(easter, 1), "Annandag påsk"},
        {year(inYear) / May / 1, "Första maj"},
        {shifted(easter, 39), "Kristi himmelsfärdsdag"},
        {shifted(easter, 49), "Pingstdagen"},
        {shifted(midsummer, -1), "Midsommarafton", DayKind::Eve},
        {midsummer, "Midsommardagen"},
        {saturdayFrom(year(inYear) / October / 31), "Alla helgons dag"},
        {year(inYear) / December / 24, "Julafton", DayKind::Eve},
        {year(inYear) / December / 25, "Juldagen"},
        {year(inYear) / December / 26, "Annandag jul"},
        {year(inYear) / December / 31, "Nyårsafton", DayKind::Eve},
    };
    if (inYear >= FirstNationalDayAsHoliday)
        found.push_back({year(inYear) / June / 6, "Sveriges nationaldag"});
    else
        found.push_back({shifted(easter, 50), "Annandag pingst"});
    std::ranges::stable_sort(found, {}, &NamedDay::date);
    return found;
}

base::Result<std::vector<NamedDay>> nonWorkingDays(int inYear)
{
    if (inYear < FirstCalendarYear || inYear > LastCalendarYear)
        return base::fail(base::ErrorCode::InvalidInput, "the calendar is known for the years 1953 to 2199");
    auto found = namedDays(inYear);
    std::erase_if(found, [](const NamedDay &day) { return isWeekend(day.date); });
    // May Day falls on Ascension Day in some years; two names of one free day are one line.
    const auto repeated = std::ranges::unique(found, {}, &NamedDay::date);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

base::json::Object toJson(const NamedDay &day)
{
    return {{"date", base::formatDate(day.date)}, {"name", day.name}, {"kind", dayKindName(day.kind)}};
}

std::optional<NamedDay> namedDayOn(Date date)
{
    for (const NamedDay &day : namedDays(int(date.year()))) {
        if (day.date == date)
            return day;
    }
    return std::nullopt;
}

bool isWorkingDay(Date date) { return !isWeekend(date) && !namedDayOn(date); }

Date workingDayOnOrAfter(Date date)
{
    while (!isWorkingDay(date))
        date = shifted(date, 1);
    return date;
}

Date workingDayOnOrBefore(Date date)
{
    while (!isWorkingDay(date))
        date = shifted(date, -1);
    return date;
}

Date nextWorkingDay(Date date) { return workingDayOnOrAfter(shifted(date, 1)); }

Date addWorkingDays(Date date, int count)
{
    if (count == 0)
        return workingDayOnOrAfter(date);
    for (; count > 0; --count)
        date = nextWorkingDay(date);
    for (; count < 0; ++count)
        date = workingDayOnOrBefore(shifted(date, -1));
    return date;
}

Date addDays(Date date, int count) { return shifted(date, count); }

Date endOfWeeks(Date from, int weekCount) { return workingDayOnOrAfter(shifted(from, 7 * weekCount)); }

Date endOfMonths(Date from, int monthCount)
{
    Date end = from + months(monthCount);
    if (!end.ok())
        end = Date(end.year() / end.month() / last);
    return workingDayOnOrAfter(end);
}

base::Instant startOfDay(Date date) { return casework::instantOf({date, minutes(0)}); }

base::Instant endOfDay(Date date) { return startOfDay(shifted(date, 1)) - seconds(1); }

} // namespace faltakt::rules
