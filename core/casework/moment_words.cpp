#include "core/casework/moment_words.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"

namespace faltakt::casework {

using base::Date;
using base::inLanguage;
using base::Language;

namespace {

constexpr int ShortWayBack = 6; ///< Days for which the weekday alone names one day.

int daysFrom(Date from, Date to) { return int((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count()); }

/// Only the letters that begin our words, all of them ASCII but "å", "ä" and "ö", which begin none.
std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = char(text.front() - 'a' + 'A');
    return text;
}

/// "i dag", "i går", "i morgon"; empty for other days.
std::string nearDay(Date day, Date today, Language language)
{
    switch (daysFrom(today, day)) {
    case 0: return std::string(inLanguage(language, "i dag", "today"));
    case -1: return std::string(inLanguage(language, "i går", "yesterday"));
    case 1: return std::string(inLanguage(language, "i morgon", "tomorrow"));
    default: return {};
    }
}

std::string shortDay(Date day, Date today, Language language)
{
    const int distance = daysFrom(today, day);
    std::string weekday(base::weekdayShortName(day, language));
    if (distance < 0 && distance >= -ShortWayBack)
        return weekday;
    const std::string date =
        std::to_string(unsigned(day.day())) + " " + std::string(base::monthShortName(unsigned(day.month()), language));
    return day.year() == today.year() ? weekday + " " + date : date + " " + std::to_string(int(day.year()));
}

bool isWholeDay(base::Instant due) { return swedishDate(due) != swedishDate(due + std::chrono::seconds(1)); }

std::string overdueWords(int days, Language language)
{
    if (language == Language::English)
        return std::to_string(days) + (days == 1 ? " day overdue" : " days overdue");
    return std::to_string(days) + (days == 1 ? " dag försenat" : " dagar försenat");
}

} // namespace

std::string dayHeading(Date day, Date today, Language language)
{
    const std::string near = nearDay(day, today, language);
    return capitalised(near.empty() ? base::dayWords(day, today, language) : near);
}

std::string momentWords(base::Instant moment, base::Instant now, Language language)
{
    const Date day = swedishDate(moment);
    const Date today = swedishDate(now);
    const std::string near = nearDay(day, today, language);
    return (near.empty() ? shortDay(day, today, language) : near) + " " + timeWords(moment);
}

std::string dueWords(const std::optional<base::Instant> &due, base::Instant now, Language language)
{
    if (!due)
        return {};
    const Date day = swedishDate(*due);
    const Date today = swedishDate(now);
    if (const int late = daysFrom(day, today); late > 0)
        return overdueWords(late, language);
    if (!isWholeDay(*due))
        return capitalised(momentWords(*due, now, language));
    const std::string near = nearDay(day, today, language);
    if (language == Language::English)
        return "Due " + (near.empty() ? base::dayWords(day, today, language) : near);
    return "Senast " + (near.empty() ? base::dayWords(day, today, language) : near);
}

std::string timeWords(base::Instant moment) { return base::clockWords(swedishTime(moment).sinceMidnight); }

} // namespace faltakt::casework
