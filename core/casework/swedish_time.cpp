#include "core/casework/swedish_time.h"

namespace faltakt::casework {

namespace {

using namespace std::chrono;

constexpr minutes StandardOffset{60};
constexpr minutes SummerOffset{120};

struct SummerTime {
    base::Instant begins;
    base::Instant ends;
};

/// Both changes take place at 01:00 UTC. In 1980 the first Sunday of April began it.
SummerTime summerTimeOf(year inYear) noexcept
{
    const sys_days first =
        inYear == year(1980) ? sys_days(inYear / April / Sunday[1]) : sys_days(inYear / March / Sunday[last]);
    const month lastMonth = inYear >= year(1996) ? October : September;
    return {first + hours(1), sys_days(inYear / lastMonth / Sunday[last]) + hours(1)};
}

} // namespace

minutes swedishOffset(base::Instant instant) noexcept
{
    const year inYear = year_month_day(floor<days>(instant)).year();
    if (inYear < year(1980))
        return StandardOffset;
    const SummerTime summer = summerTimeOf(inYear);
    return instant >= summer.begins && instant < summer.ends ? SummerOffset : StandardOffset;
}

LocalTime swedishTime(base::Instant instant) noexcept
{
    const base::Instant shifted = instant + swedishOffset(instant);
    const auto day = floor<days>(shifted);
    return {base::Date(day), floor<minutes>(shifted - day)};
}

base::Date swedishDate(base::Instant instant) noexcept { return swedishTime(instant).date; }

base::Instant instantOf(LocalTime local) noexcept
{
    const base::Instant wall = base::Instant(sys_days(local.date)) + local.sinceMidnight;
    const base::Instant asSummer = wall - SummerOffset;
    if (swedishOffset(asSummer) == SummerOffset)
        return asSummer;
    return wall - StandardOffset;
}

} // namespace faltakt::casework
