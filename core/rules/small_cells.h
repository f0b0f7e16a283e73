#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace faltakt::rules {

/// Fewer of one sort are told to nobody.
inline constexpr std::int64_t LeastCount = 5;

/// Neighbouring cells of a table that are told as one number.
struct CellBlock {
    std::vector<std::size_t> cells;
    std::int64_t count = 0;
    bool operator==(const CellBlock &) const = default;
};

/// Cuts a table of counts into blocks of neighbours, so that no cell under five can be had: not from a block, not by taking
/// blocks from each other or from the sum, and not by who knows this rule. From the first cell on a block ends as soon as it
/// holds five. What is left at the end goes into the last block, and that into the one before it until it holds nine: with
/// fewer, five would stand for the block and the rest for what was left. Empty where all cells hold fewer than five together.
[[nodiscard]] std::vector<CellBlock> rollUp(const std::vector<std::int64_t> &counts);

} // namespace faltakt::rules
