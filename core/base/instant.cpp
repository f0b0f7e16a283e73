#include "core/base/instant.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace faltakt::base {

namespace {

/// Reads exactly `digits` decimal digits at `position` and moves it on; -1 where there are none.
int takeDigits(std::string_view text, std::size_t &position, std::size_t digits)
{
    if (position + digits > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = text[position + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    position += digits;
    return value;
}

bool takeChar(std::string_view text, std::size_t &position, char expected)
{
    if (position >= text.size() || text[position] != expected)
        return false;
    ++position;
    return true;
}

Result<Date> takeDate(std::string_view text, std::size_t &position, int firstYear)
{
    const int year = takeDigits(text, position, 4);
    const bool firstDash = takeChar(text, position, '-');
    const int month = takeDigits(text, position, 2);
    const bool secondDash = takeChar(text, position, '-');
    const int day = takeDigits(text, position, 2);
    if (year < firstYear || year > 2200 || !firstDash || !secondDash || month < 0 || day < 0)
        return fail(ErrorCode::InvalidInput, "date form");
    const Date date{std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!date.ok())
        return fail(ErrorCode::InvalidInput, "date does not exist");
    return date;
}

/// Milliseconds of an optional fraction of one to three digits; -1 where its form is wrong.
int takeFraction(std::string_view text, std::size_t &position)
{
    if (!takeChar(text, position, '.'))
        return 0;
    int value = 0;
    int digits = 0;
    while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
        if (++digits > 3)
            return -1;
        value = value * 10 + (text[position++] - '0');
    }
    if (digits == 0)
        return -1;
    for (; digits < 3; ++digits)
        value *= 10;
    return value;
}

/// Offset from UTC in minutes, for "Z" or "±HH:MM".
Result<int> takeOffset(std::string_view text, std::size_t &position)
{
    if (takeChar(text, position, 'Z'))
        return 0;
    const bool plus = takeChar(text, position, '+');
    if (!plus && !takeChar(text, position, '-'))
        return fail(ErrorCode::InvalidInput, "time zone missing");
    const int hours = takeDigits(text, position, 2);
    const bool colon = takeChar(text, position, ':');
    const int minutes = takeDigits(text, position, 2);
    if (hours < 0 || hours > 14 || !colon || minutes < 0 || minutes > 59)
        return fail(ErrorCode::InvalidInput, "time zone form");
    return (plus ? 1 : -1) * (hours * 60 + minutes);
}

} // namespace

std::string formatDate(Date date)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()));
    return buffer.data();
}

std::string formatInstant(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time(instant - day);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    std::string text = formatDate(Date(day)) + buffer.data();
    if (const auto ms = int(time.subseconds().count()); ms != 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%03d", ms);
        text += buffer.data();
    }
    return text + "Z";
}

Result<Instant> parseInstant(std::string_view text)
{
    std::size_t position = 0;
    TRY(const Date date, takeDate(text, position, 1900));
    if (!takeChar(text, position, 'T'))
        return fail(ErrorCode::InvalidInput, "instant form");
    const int hours = takeDigits(text, position, 2);
    const bool colon = takeChar(text, position, ':');
    const int minutes = takeDigits(text, position, 2);
    if (hours < 0 || hours > 23 || !colon || minutes < 0 || minutes > 59)
        return fail(ErrorCode::InvalidInput, "time of day");
    int seconds = 0;
    int milliseconds = 0;
    if (takeChar(text, position, ':')) {
        seconds = takeDigits(text, position, 2);
        milliseconds = takeFraction(text, position);
        if (seconds < 0 || seconds > 59 || milliseconds < 0)
            return fail(ErrorCode::InvalidInput, "time of day");
    }
    TRY(const int offset, takeOffset(text, position));
    if (position != text.size())
        return fail(ErrorCode::InvalidInput, "instant has more text");
    using namespace std::chrono;
    return Instant(sys_days(date)) + hours * 1h + minutes * 1min + seconds * 1s + milliseconds * 1ms - offset * 1min;
}

Result<Date> parseDate(std::string_view text)
{
    std::size_t position = 0;
    TRY(const Date date, takeDate(text, position, 1850));
    if (position != text.size())
        return fail(ErrorCode::InvalidInput, "date has more text");
    return date;
}

} // namespace faltakt::base
