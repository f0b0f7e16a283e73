#include "core/rules/small_cells.h"

#include <numeric>

namespace faltakt::rules {

namespace {

/// From here on what was left over may have been anything from nothing to four.
constexpr std::int64_t LeastWithRest = 2 * LeastCount - 1;

} // namespace

std::vector<CellBlock> rollUp(const std::vector<std::int64_t> &counts)
{
    if (std::accumulate(counts.begin(), counts.end(), std::int64_t(0)) < LeastCount)
        return {};
    std::vector<CellBlock> blocks;
    CellBlock open;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        open.cells.push_back(cell);
        open.count += counts[cell];
        if (open.count >= LeastCount) {
            blocks.push_back(std::move(open));
            open = {};
        }
    }
    if (open.cells.empty())
        return blocks;
    do {
        CellBlock before = std::move(blocks.back());
        blocks.pop_back();
        before.cells.insert(before.cells.end(), open.cells.begin(), open.cells.end());
        before.count += open.count;
        open = std::move(before);
    } while (open.count < LeastWithRest && !blocks.empty());
    blocks.push_back(std::move(open));
    return blocks;
}

} // namespace faltakt::rules
