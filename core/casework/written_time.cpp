#include "core/casework/written_time.h"

#include "core/base/text.h"
#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>
#include <optional>

namespace faltakt::casework {

namespace {

constexpr std::size_t DateLength = 10;
constexpr std::size_t LongestMoment = 60;

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

WrittenMoment withFault(std::string_view fault) { return {{}, false, fault}; }

/// One or two digits at the front; -1 where there is none.
int takeNumber(std::string_view &text) noexcept
{
    int value = -1;
    for (int i = 0; i < 2 && !text.empty() && isDigit(text.front()); ++i) {
        value = std::max(value, 0) * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return value;
}

bool takeColonOrPoint(std::string_view &text) noexcept
{
    if (text.empty() || (text.front() != ':' && text.front() != '.'))
        return false;
    text.remove_prefix(1);
    return true;
}

/// Hours, minutes and seconds with ':' or '.'; what follows is left in `text`.
std::optional<std::array<int, 3>> takeTime(std::string_view &text) noexcept
{
    std::array<int, 3> time{takeNumber(text), -1, 0};
    if (!takeColonOrPoint(text))
        return std::nullopt;
    time[1] = takeNumber(text);
    if (takeColonOrPoint(text))
        time[2] = takeNumber(text);
    const bool complete = std::all_of(time.begin(), time.end(), [](int part) { return part >= 0; });
    return complete ? std::optional(time) : std::nullopt;
}

bool hasZone(std::string_view time) noexcept
{
    return time.ends_with('Z') || time.find_first_of("+-") != std::string_view::npos;
}

WrittenMoment readZoned(std::string_view date, std::string_view time)
{
    const auto instant = base::parseInstant(std::string(date) + "T" + std::string(time));
    return instant ? WrittenMoment{*instant, false, {}} : withFault("format");
}

} // namespace

bool looksLikeDate(std::string_view text) noexcept
{
    if (text.size() != DateLength || text[4] != '-' || text[7] != '-')
        return false;
    return std::count_if(text.begin(), text.end(), isDigit) == 8;
}

WrittenMoment readWrittenMoment(std::string_view text)
{
    const std::string whole = base::trimmed(text.substr(0, LongestMoment + 1));
    if (whole.size() > LongestMoment || !looksLikeDate(std::string_view(whole).substr(0, DateLength)))
        return withFault("format");
    const std::string_view dateText = std::string_view(whole).substr(0, DateLength);
    const auto date = base::parseDate(dateText);
    if (!date)
        return withFault("date");
    if (whole.size() == DateLength)
        return {instantOf({*date, {}}), true, {}};

    std::string_view time = std::string_view(whole).substr(DateLength);
    if (time.front() != ' ' && time.front() != 'T')
        return withFault("format");
    time.remove_prefix(std::min(time.find_first_not_of(time.front()), time.size()));
    if (hasZone(time))
        return readZoned(dateText, time);
    for (const std::string_view sign : {"kl. ", "kl ", "kl."})
        if (time.starts_with(sign))
            time.remove_prefix(sign.size());
    const auto parts = takeTime(time);
    if (!parts || !time.empty())
        return withFault("format");
    const auto [hours, minutes, seconds] = *parts;
    if (hours > 23 || minutes > 59 || seconds > 59)
        return withFault("date");
    return {instantOf({*date, std::chrono::hours(hours) + std::chrono::minutes(minutes)})
                + std::chrono::seconds(seconds),
            false,
            {}};
}

} // namespace faltakt::casework
