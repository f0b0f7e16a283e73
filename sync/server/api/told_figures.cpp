#include "sync/server/api/told_figures.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace faltakt::server {

namespace json = base::json;
using base::Date;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// By then what is to follow a report has followed: attempts go on for two weeks.
constexpr std::chrono::days Settling{31};

/// The sorts by the names under which they are kept; the first one's is older than the others.
struct Sort {
    std::string_view name;
    ToldPeriods ToldFigures::*periods;
};
constexpr std::array<Sort, 4> Sorts{Sort{"periods", &ToldFigures::reports}, Sort{"tallies", &ToldFigures::tallies},
                                    Sort{"screenings", &ToldFigures::screenings},
                                    Sort{"followUps", &ToldFigures::followUps}};

json::Array toArray(const ToldPeriods &told)
{
    json::Array periods;
    for (const CountedPeriod &period : told) {
        json::Array numbers;
        for (const rules::CountedCells &number : period.numbers) {
            json::Array cells;
            for (const std::string &cell : number.cells)
                cells.emplace_back(cell);
            numbers.emplace_back(
                json::Object{{"table", number.table}, {"cells", std::move(cells)}, {"count", number.count}});
        }
        periods.emplace_back(json::Object{{"from", base::formatDate(period.from)},
                                          {"to", base::formatDate(period.to)},
                                          {"numbers", std::move(numbers)}});
    }
    return periods;
}

Result<CountedPeriod> periodFrom(const json::Value &value)
{
    CountedPeriod period;
    TRY(period.from, base::parseDate(value.stringAt("from")));
    TRY(period.to, base::parseDate(value.stringAt("to")));
    const json::Value *numbers = value.find("numbers");
    if (!numbers || !numbers->array())
        return fail(ErrorCode::Damaged, "figures that were told cannot be read");
    for (const json::Value &number : *numbers->array()) {
        rules::CountedCells told{number.stringAt("table"), {}, number.integerAt("count")};
        if (const json::Value *cells = number.find("cells"); cells && cells->array())
            for (const json::Value &cell : *cells->array())
                told.cells.push_back(cell.string() ? *cell.string() : std::string());
        period.numbers.push_back(std::move(told));
    }
    return period;
}

Result<ToldPeriods> periodsFrom(const json::Value &array)
{
    if (!array.array())
        return fail(ErrorCode::Damaged, "figures that were told cannot be read");
    ToldPeriods periods;
    for (const json::Value &period : *array.array()) {
        TRY(CountedPeriod read, periodFrom(period));
        periods.push_back(std::move(read));
    }
    return periods;
}

} // namespace

std::string_view periodName(StatisticsPeriod by) { return by == StatisticsPeriod::Year ? "year" : "quarter"; }

Result<ToldFigures> ToldFigures::read(const std::string &text)
{
    ToldFigures told;
    if (text.empty())
        return told;
    TRY(const json::Value value, json::parse(text));
    told.by = value.stringAt("by") == "quarter" ? StatisticsPeriod::Quarter : StatisticsPeriod::Year;
    for (const Sort &sort : Sorts) {
        const json::Value *periods = value.find(sort.name);
        if (periods || sort.periods == &ToldFigures::reports) {
            TRY(told.*sort.periods, periodsFrom(periods ? *periods : json::Value()));
        }
    }
    return told;
}

std::string ToldFigures::text() const
{
    json::Object kept{{"by", periodName(by.value_or(StatisticsPeriod::Year))}};
    for (const Sort &sort : Sorts)
        kept.append(std::string(sort.name), toArray(this->*sort.periods));
    return json::serialise(std::move(kept));
}

ToldPeriods ToldFigures::all() const
{
    ToldPeriods periods;
    for (const Sort &sort : Sorts)
        std::ranges::copy(this->*sort.periods, std::back_inserter(periods));
    return periods;
}

Date beginOf(Date day, StatisticsPeriod by)
{
    const unsigned month = unsigned(day.month());
    return by == StatisticsPeriod::Year
               ? Date(day.year(), std::chrono::January, std::chrono::day(1))
               : Date(day.year(), std::chrono::month((month - 1) / 3 * 3 + 1), std::chrono::day(1));
}
Date endOf(Date day, StatisticsPeriod by)
{
    const Date begin = beginOf(day, by);
    const Date next = begin + std::chrono::months(by == StatisticsPeriod::Year ? 12 : 3);
    return Date(std::chrono::sys_days(next) - std::chrono::days(1));
}

Date settledBy(Date to) { return Date(std::chrono::sys_days(to) + Settling); }

bool isDue(Date to, Date today) { return settledBy(to) < today; }

std::optional<Date> nextDay(const ToldPeriods &told)
{
    if (told.empty())
        return std::nullopt;
    return Date(std::chrono::sys_days(told.back().to) + std::chrono::days(1));
}

bool canBeDue(const ToldPeriods &told, StatisticsPeriod by, Date today)
{
    const auto next = nextDay(told);
    return !next || isDue(endOf(*next, by), today);
}

} // namespace faltakt::server
