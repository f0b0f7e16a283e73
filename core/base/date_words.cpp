#include "core/base/date_words.h"

#include <array>

namespace faltakt::base {

namespace {

using Names7 = std::array<std::string_view, 7>;
using Names12 = std::array<std::string_view, 12>;

// From Sunday, as std::chrono counts.
constexpr Names7 WeekdaysSv{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"};
constexpr Names7 WeekdaysEn{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr Names7 ShortSv{"sön", "mån", "tis", "ons", "tor", "fre", "lör"};
constexpr Names7 ShortEn{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr Names12 MonthsSv{"januari", "februari", "mars",      "april",   "maj",      "juni",
                           "juli",    "augusti",  "september", "oktober", "november", "december"};
constexpr Names12 MonthsEn{"January", "February", "March",     "April",   "May",      "June",
                           "July",    "August",   "September", "October", "November", "December"};

constexpr Names12 ShortMonthsSv{"jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"};
constexpr Names12 ShortMonthsEn{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

unsigned weekdayOf(Date date) { return std::chrono::weekday(std::chrono::sys_days(date)).c_encoding(); }

std::string yearOf(Date date) { return std::to_string(int(date.year())); }

} // namespace

std::string_view weekdayName(Date date, Language language)
{
    return (language == Language::Swedish ? WeekdaysSv : WeekdaysEn).at(weekdayOf(date));
}

std::string_view weekdayShortName(Date date, Language language)
{
    return (language == Language::Swedish ? ShortSv : ShortEn).at(weekdayOf(date));
}

std::string_view monthName(unsigned month, Language language)
{
    return (language == Language::Swedish ? MonthsSv : MonthsEn).at(month - 1);
}

std::string_view monthShortName(unsigned month, Language language)
{
    return (language == Language::Swedish ? ShortMonthsSv : ShortMonthsEn).at(month - 1);
}

std::string dayAndMonth(Date date, Language language)
{
    return std::to_string(unsigned(date.day())) + " " + std::string(monthName(unsigned(date.month()), language));
}

std::string dayWords(Date date, Date today, Language language)
{
    if (date.year() != today.year())
        return dayWordsWithYear(date, language);
    return std::string(weekdayName(date, language)) + " " + dayAndMonth(date, language);
}

std::string dayWordsWithYear(Date date, Language language)
{
    return std::string(weekdayName(date, language)) + " " + dayAndMonth(date, language) + " " + yearOf(date);
}

std::string monthWords(Date date, Date today, Language language)
{
    const std::string month(monthName(unsigned(date.month()), language));
    return date.year() == today.year() ? month : month + " " + yearOf(date);
}

std::string clockWords(std::chrono::minutes sinceMidnight)
{
    const auto twoDigits = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return twoDigits(long(sinceMidnight.count()) / 60) + ":" + twoDigits(long(sinceMidnight.count()) % 60);
}

} // namespace faltakt::base
