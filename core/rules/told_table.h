#pragma once

#include "core/base/instant.h"
#include "core/rules/cell_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// One number that may be told.
struct CountedCells {
    std::string table;
    std::vector<std::string> cells; ///< Told together.
    std::int64_t count = 0;
    bool operator==(const CountedCells &) const = default;
};

/// Tells a table of cells that stand beside each other, in blocks by rollUp().
void tellTable(std::string_view table, const std::vector<std::string> &cells, const std::vector<std::int64_t> &counts,
               std::vector<CountedCells> &told);

/// Tells a table of cells that lie in each other, by tellTree().
void tellTable(std::string_view table, const CellTree &tree, std::vector<CountedCells> &told);

/// Tells a table in whose groups the cells lie, always by its cells. A number is told of each group apart where that may be,
/// and then no block reaches from one group into another: the sum of a group can be had from the cells, and takes nothing more.
void tellGrouped(std::string_view table, const std::vector<CellTree> &groups, std::vector<CountedCells> &told);

/// "2026-03" and "2026-Q1" of a day.
[[nodiscard]] std::string monthOf(base::Date day);
[[nodiscard]] std::string quarterOf(base::Date day);
/// The months of a period, both days inclusive, in order.
[[nodiscard]] std::vector<std::string> monthsOf(base::Date from, base::Date to);

} // namespace faltakt::rules
