#include "core/screening/partial_date.h"

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

Result<PartialDate> PartialDate::parse(std::string_view text)
{
    constexpr std::size_t YearOnly = 4;
    constexpr std::size_t MonthOnly = 7;
    // The rest is filled up, so that one parser judges all three forms.
    const std::string whole = text.size() == YearOnly    ? std::string(text) + "-01-01"
                              : text.size() == MonthOnly ? std::string(text) + "-01"
                                                         : std::string(text);
    const auto date = base::parseDate(whole);
    if (!date)
        return base::fail(ErrorCode::InvalidInput, "not a date, a month or a year");
    PartialDate read;
    read.m_year = int(date->year());
    read.m_month = text.size() >= MonthOnly ? unsigned(date->month()) : 0;
    read.m_day = text.size() > MonthOnly ? unsigned(date->day()) : 0;
    return read;
}

std::string PartialDate::text() const
{
    constexpr std::size_t YearOnly = 4;
    constexpr std::size_t MonthOnly = 7;
    const std::string whole = base::formatDate(first());
    return m_day ? whole : whole.substr(0, m_month ? MonthOnly : YearOnly);
}

base::Date PartialDate::first() const
{
    return base::Date(std::chrono::year(m_year), std::chrono::month(m_month ? m_month : 1),
                      std::chrono::day(m_day ? m_day : 1));
}

base::Date PartialDate::last() const
{
    if (m_day)
        return first();
    const std::chrono::month month(m_month ? m_month : 12);
    return base::Date(std::chrono::year_month_day_last(std::chrono::year(m_year), std::chrono::month_day_last(month)));
}

std::optional<std::strong_ordering> PartialDate::compare(const PartialDate &other) const
{
    if (*this == other)
        return std::strong_ordering::equal;
    if (last() < other.first())
        return std::strong_ordering::less;
    if (other.last() < first())
        return std::strong_ordering::greater;
    return std::nullopt;
}

} // namespace faltakt::screening
