#include "core/casework/outreach_tally.h"

#include "core/casework/swedish_time.h"

#include <algorithm>
#include <cstdio>

namespace faltakt::casework {

using base::inLanguage;
using base::Language;

namespace {

/// Tells these counts from others that lie in the same table.
constexpr std::string_view Prefix = "outreach/";

struct Word {
    std::string_view code;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Whats{Word{"talk", "Samtal", "Talk"}, Word{"advice", "Råd", "Advice"},
                           Word{"card", "Gav kontaktkort", "Gave a contact card"},
                           Word{"referred", "Visade vidare", "Showed the way on"},
                           Word{"relativeAdvice", "Råd till anhörig", "Advice to a relative"}};

constexpr std::array Areas{Word{"centre", "Centrum", "Centre"},
                           Word{"station", "Station och torg", "Station and square"},
                           Word{"park", "Park och grönområde", "Park and green"},
                           Word{"housing", "Bostadsområde", "Housing area"},
                           Word{"venue", "Krog och evenemang", "Bar and event"},
                           Word{"phone", "Telefon", "Phone"},
                           Word{"other", "Annan plats", "Other place"}};

template <typename Words>
std::string wordOf(const Words &words, std::string_view code, Language language)
{
    const auto found = std::ranges::find(words, code, &Word::code);
    return std::string(found == words.end() ? code : inLanguage(language, found->sv, found->en));
}

} // namespace

std::string tallyName(const TallyKind &kind) { return std::string(Prefix) + kind.what + "@" + kind.area; }

std::optional<TallyKind> tallyKindOf(std::string_view name)
{
    if (!name.starts_with(Prefix))
        return std::nullopt;
    name.remove_prefix(Prefix.size());
    const auto at = name.find('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    return TallyKind{std::string(name.substr(0, at)), std::string(name.substr(at + 1))};
}

std::string tallyWeek(base::Instant instant) { return tallyWeek(swedishDate(instant)); }

std::string tallyWeek(base::Date date)
{
    using namespace std::chrono;
    const sys_days day(date);
    // The week belongs to the year that its Thursday lies in.
    const sys_days thursday = day - (weekday(day) - Monday) + days(3);
    const int year = int(year_month_day(thursday).year());
    const auto week = (thursday - sys_days(std::chrono::year(year) / January / 1)).count() / 7 + 1;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-W%02d", year, int(week));
    return text.data();
}

std::optional<base::Date> mondayOfTallyWeek(std::string_view week)
{
    using namespace std::chrono;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (week.size() != 8 || week.substr(4, 2) != "-W" || !std::ranges::all_of(week.substr(0, 4), isDigit)
        || !std::ranges::all_of(week.substr(6), isDigit))
        return std::nullopt;
    const int year = std::stoi(std::string(week.substr(0, 4)));
    const int number = std::stoi(std::string(week.substr(6)));
    // The fourth of January lies in the first week of its year.
    const sys_days fourth(std::chrono::year(year) / January / 4);
    const base::Date monday(fourth - (weekday(fourth) - Monday) + days(7 * (number - 1)));
    return tallyWeek(monday) == week ? std::optional(monday) : std::nullopt;
}

std::string tallyWhatText(std::string_view what, Language language) { return wordOf(Whats, what, language); }
std::string tallyAreaText(std::string_view area, Language language) { return wordOf(Areas, area, language); }

} // namespace faltakt::casework
