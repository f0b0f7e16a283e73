#include "core/rules/period_text.h"

#include "core/base/date_words.h"
#include "core/rules/swedish_calendar.h"

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

std::string counted(int count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

} // namespace

Explanation dayText(base::Date date)
{
    return {base::dayWordsWithYear(date, base::Language::Swedish),
            base::dayWordsWithYear(date, base::Language::English)};
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
