#include "core/rules/next_attempt.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Band {
    HourWindow window;
    minutes proposed;
};
/// Late afternoon reaches those who work, morning those who do not, noon the rest.
constexpr std::array Bands{
    Band{{hours(8), hours(11)}, hours(9)},
    Band{{hours(15), hours(17)}, hours(16)},
    Band{{hours(11), hours(13)}, hours(12)},
    Band{{hours(13), hours(15)}, hours(13) + minutes(30)},
};

constexpr HourWindow WholeEvening{hours(17), hours(21)};
constexpr minutes WorkingDayBegins = hours(8);
constexpr minutes DayEnds = hours(21);
/// Hours agreed over a longer stretch are met somewhat inside, not at their first minute.
constexpr minutes IntoWindow{30};

bool isDigit(char character) { return character >= '0' && character <= '9'; }

/// Takes "9", "09", "9:30" or "09.30" from the front of the text.
std::optional<minutes> takeTime(std::string_view &text)
{
    std::size_t digits = 0;
    while (digits < text.size() && digits < 2 && isDigit(text[digits]))
        ++digits;
    if (digits == 0)
        return std::nullopt;
    int hour = 0;
    for (const char digit : text.substr(0, digits))
        hour = hour * 10 + (digit - '0');
    text.remove_prefix(digits);
    int minute = 0;
    if (text.size() >= 3 && (text[0] == ':' || text[0] == '.') && isDigit(text[1]) && isDigit(text[2])) {
        minute = (text[1] - '0') * 10 + (text[2] - '0');
        text.remove_prefix(3);
    }
    if (hour > 23 || minute > 59 || (!text.empty() && isDigit(text.front())))
        return std::nullopt;
    return hours(hour) + minutes(minute);
}

void skip(std::string_view &text, std::string_view characters)
{
    const std::size_t next = text.find_first_not_of(characters);
    text.remove_prefix(next == std::string_view::npos ? text.size() : next);
}

bool takeDash(std::string_view &text)
{
    skip(text, " ");
    for (const std::string_view dash : {"-", "–", "—", "till "}) {
        if (text.starts_with(dash)) {
            text.remove_prefix(dash.size());
            skip(text, " ");
            return true;
        }
    }
    return false;
}

std::optional<HourWindow> rangeIn(std::string_view text)
{
    while (!text.empty()) {
        skip(text, "abcdefghijklmnopqrstuvwxyz ,;åäö");
        std::string_view rest = text;
        const auto from = takeTime(rest);
        if (from && takeDash(rest)) {
            const auto until = takeTime(rest);
            if (until && *until > *from)
                return HourWindow{*from, *until};
        }
        // A number that is no hour goes as a whole: its tail must not pass for one.
        if (from)
            text = rest;
        else if (!text.empty() && isDigit(text.front()))
            skip(text, "0123456789");
        else if (!text.empty())
            text.remove_prefix(1);
    }
    return std::nullopt;
}

std::optional<minutes> timeAfter(std::string_view text, std::string_view word)
{
    const std::size_t found = text.find(word);
    if (found == std::string_view::npos)
        return std::nullopt;
    std::string_view rest = text.substr(found + word.size());
    skip(rest, " kl.");
    return takeTime(rest);
}

minutes leastTriedHour(const std::vector<Instant> &tried)
{
    const auto triedIn = [&](const HourWindow &window) {
        return std::ranges::count_if(tried, [&](Instant moment) {
            const minutes time = casework::swedishTime(moment).sinceMidnight;
            return time >= window.from && time < window.until;
        });
    };
    const auto best = std::ranges::min_element(Bands, {}, [&](const Band &band) { return triedIn(band.window); });
    return best->proposed;
}

} // namespace

bool isHourTried(const std::vector<Instant> &tried, Instant now)
{
    const auto bandOf = [](Instant moment) {
        const minutes time = casework::swedishTime(moment).sinceMidnight;
        return std::ranges::find_if(
            Bands, [&](const Band &band) { return time >= band.window.from && time < band.window.until; });
    };
    const auto band = bandOf(now);
    return band != Bands.end() && std::ranges::any_of(tried, [&](Instant moment) { return bandOf(moment) == band; });
}

std::optional<HourWindow> agreedHours(std::string_view words)
{
    std::string text(words);
    // Lower case for ASCII is enough: the words looked for begin with such letters or are found as they are.
    std::ranges::transform(text, text.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? char(character + 32) : character;
    });
    if (const auto range = rangeIn(text))
        return range;
    if (const auto from = timeAfter(text, "efter"); from && *from < DayEnds)
        return HourWindow{*from, DayEnds};
    if (const auto until = timeAfter(text, "före"); until && *until > WorkingDayBegins)
        return HourWindow{WorkingDayBegins, *until};
    if (text.find("förmiddag") != std::string::npos)
        return HourWindow{hours(8), hours(12)};
    if (text.find("eftermiddag") != std::string::npos)
        return HourWindow{hours(13), hours(17)};
    if (text.find("kväll") != std::string::npos)
        return WholeEvening;
    return std::nullopt;
}

Instant proposeNextAttempt(const std::vector<Instant> &tried, Instant after, const std::optional<HourWindow> &agreed)
{
    Instant latest = after;
    for (const Instant moment : tried)
        latest = std::max(latest, moment);
    const base::Date day = nextWorkingDay(casework::swedishDate(latest));
    if (!agreed)
        return casework::instantOf({day, leastTriedHour(tried)});
    const minutes inside = std::min(IntoWindow, (agreed->until - agreed->from) / 2);
    return casework::instantOf({day, agreed->from + inside});
}

} // namespace faltakt::rules
