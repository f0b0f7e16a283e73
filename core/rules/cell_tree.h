#pragma once

#include "core/rules/small_cells.h"

#include <string>
#include <vector>

namespace faltakt::rules {

/// Counts that lie in each other: a municipality's areas, an area's quarters, a quarter's weeks.
struct CellTree {
    std::string name;
    std::int64_t count = 0; ///< Of a leaf; elsewhere the sum of what lies in it.
    std::vector<CellTree> children = {};
};

/// Cells that are told as one number: one, or neighbours that lie in the same one.
struct ToldCells {
    std::vector<std::string> names;
    std::int64_t count = 0;
    bool operator==(const ToldCells &) const = default;
};

/// Tells as finely as rollUp() lets it: the cells of a level are cut into blocks of at least five, a block of one cell is told
/// by what lies in it, one of all cells as what they lie in. No number is under five, they share no cell and cover the
/// tree, and whoever knows the rule can tell no cell under five on any level. Empty where there are fewer than five in all.
[[nodiscard]] std::vector<ToldCells> tellTree(const CellTree &tree);

} // namespace faltakt::rules
