#include "core/rules/period_text.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <array>

namespace faltakt::rules {

namespace {

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

struct UnitWords {
    CountUnit unit;
    std::string_view oneSv;
    std::string_view manySv;
    std::string_view oneEn;
    std::string_view manyEn;
};

constexpr std::array Words{
    UnitWords{CountUnit::Hours, "timme", "timmar", "hour", "hours"},
    UnitWords{CountUnit::Days, "dag", "dagar", "day", "days"},
    UnitWords{CountUnit::WorkingDays, "arbetsdag", "arbetsdagar", "working day", "working days"},
    UnitWords{CountUnit::Weeks, "vecka", "veckor", "week", "weeks"},
    UnitWords{CountUnit::Months, "månad", "månader", "month", "months"},
    UnitWords{CountUnit::Years, "år", "år", "year", "years"},
};

} // namespace

Explanation dayText(base::Date date)
{
    return {base::dayWordsWithYear(date, base::Language::Swedish),
            base::dayWordsWithYear(date, base::Language::English)};
}

Explanation momentText(base::Instant instant)
{
    const casework::LocalTime local = casework::swedishTime(instant);
    const Explanation day = dayText(local.date);
    const std::string time = base::clockWords(local.sinceMidnight);
    return {day.sv + " kl. " + time, day.en + " at " + time};
}

Explanation lengthText(int count, CountUnit unit)
{
    const std::string number = std::to_string(count) + " ";
    for (const UnitWords &words : Words) {
        if (words.unit == unit)
            return {number + std::string(count == 1 ? words.oneSv : words.manySv),
                    number + std::string(count == 1 ? words.oneEn : words.manyEn)};
    }
    return {};
}

Explanation workingDaysText(base::Date from, int count, base::Date end)
{
    Explanation text = periodText(dayText(from), lengthText(count, CountUnit::WorkingDays), dayText(end));
    if (const std::string skipped = holidaysBetween(from, end); !skipped.empty()) {
        text.sv += " (räknas inte: " + skipped + ")";
        text.en += " (not counted: " + skipped + ")";
    }
    return text;
}

Explanation periodText(const Explanation &from, const Explanation &length, const Explanation &end)
{
    return {from.sv + " + " + length.sv + " = " + end.sv, from.en + " + " + length.en + " = " + end.en};
}

Explanation periodBeforeText(const Explanation &from, const Explanation &length, const Explanation &end)
{
    return {length.sv + " före " + from.sv + " = " + end.sv, length.en + " before " + from.en + " = " + end.en};
}

Explanation withMove(Explanation counted, base::Date computed, base::Date end)
{
    if (computed == end)
        return counted;
    const Explanation last = dayText(end);
    counted.sv += ", flyttat till " + last.sv;
    counted.en += ", moved to " + last.en;
    return counted;
}

} // namespace faltakt::rules
