#include "core/rules/cell_tree.h"

namespace faltakt::rules {

namespace {

std::int64_t countOf(const CellTree &tree)
{
    if (tree.children.empty())
        return tree.count;
    std::int64_t sum = 0;
    for (const CellTree &child : tree.children)
        sum += countOf(child);
    return sum;
}

void tell(const CellTree &tree, std::vector<ToldCells> &told)
{
    if (tree.children.empty()) {
        told.push_back({{tree.name}, tree.count});
        return;
    }
    std::vector<std::int64_t> counts;
    counts.reserve(tree.children.size());
    for (const CellTree &child : tree.children)
        counts.push_back(countOf(child));
    for (const CellBlock &block : rollUp(counts)) {
        if (block.cells.size() == 1) {
            tell(tree.children[block.cells.front()], told);
            continue;
        }
        ToldCells cells{{}, block.count};
        if (block.cells.size() == tree.children.size())
            cells.names.push_back(tree.name);
        else
            for (const std::size_t cell : block.cells)
                cells.names.push_back(tree.children[cell].name);
        told.push_back(std::move(cells));
    }
}

} // namespace

std::vector<ToldCells> tellTree(const CellTree &tree)
{
    std::vector<ToldCells> told;
    if (countOf(tree) >= LeastCount)
        tell(tree, told);
    return told;
}

} // namespace faltakt::rules
