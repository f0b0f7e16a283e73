#pragma once

#include "core/rules/told_table.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::server {

/// How long the periods are that a municipality's figures are told by. The first counting decides it for good: figures of
/// two lengths would show single people by their difference.
enum class StatisticsPeriod { Year, Quarter };

/// "year" or "quarter".
[[nodiscard]] std::string_view periodName(StatisticsPeriod by);

/// One period that was counted, with its days; both inclusive.
struct CountedPeriod {
    base::Date from;
    base::Date to;
    std::vector<rules::CountedCells> numbers;
};

/// The periods of one sort of figures that were told, the first one first.
using ToldPeriods = std::vector<CountedPeriod>;

/// What a municipality was told, and will not be told anew. Each sort has its own periods: a small one of one sort goes into the
/// next, whatever the others do. A value.
struct ToldFigures {
    std::optional<StatisticsPeriod> by; ///< Empty: nothing was asked for yet.
    ToldPeriods reports;
    ToldPeriods tallies;
    ToldPeriods screenings;
    ToldPeriods followUps;

    /// Empty text: nothing was told. Damaged where it cannot be read. A sort that is not there was not counted when it was written.
    [[nodiscard]] static base::Result<ToldFigures> read(const std::string &text);
    [[nodiscard]] std::string text() const;
    /// All periods, sort after sort.
    [[nodiscard]] ToldPeriods all() const;
};

/// The first day of the period that a day lies in, and the last one.
[[nodiscard]] base::Date beginOf(base::Date day, StatisticsPeriod by);
[[nodiscard]] base::Date endOf(base::Date day, StatisticsPeriod by);
/// The last day on which something may be done that counts for a period.
[[nodiscard]] base::Date settledBy(base::Date to);
/// By that day all has followed that is to follow what lies in a period: it may be counted.
[[nodiscard]] bool isDue(base::Date to, base::Date today);
/// The day after what was told last; empty where nothing was.
[[nodiscard]] std::optional<base::Date> nextDay(const ToldPeriods &told);
/// True where something can have come due since the last telling.
[[nodiscard]] bool canBeDue(const ToldPeriods &told, StatisticsPeriod by, base::Date today);

} // namespace faltakt::server
