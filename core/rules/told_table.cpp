#include "core/rules/told_table.h"

namespace faltakt::rules {

using base::Date;

namespace {

void addLeaves(const CellTree &tree, std::vector<std::string> &names)
{
    if (tree.children.empty())
        names.push_back(tree.name);
    for (const CellTree &child : tree.children)
        addLeaves(child, names);
}

/// The cells that lie in what was told by one name.
void addCellsOf(const CellTree &tree, const std::string &name, std::vector<std::string> &cells)
{
    if (tree.name == name)
        return addLeaves(tree, cells);
    for (const CellTree &child : tree.children)
        addCellsOf(child, name, cells);
}

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

void tellTable(std::string_view table, const std::vector<std::string> &cells, const std::vector<std::int64_t> &counts,
               std::vector<CountedCells> &told)
{
    for (const CellBlock &block : rollUp(counts)) {
        CountedCells number{std::string(table), {}, block.count};
        for (const std::size_t cell : block.cells)
            number.cells.push_back(cells[cell]);
        told.push_back(std::move(number));
    }
}

void tellTable(std::string_view table, const CellTree &tree, std::vector<CountedCells> &told)
{
    for (ToldCells &cells : tellTree(tree))
        told.push_back({std::string(table), std::move(cells.names), cells.count});
}

void tellGrouped(std::string_view table, const std::vector<CellTree> &groups, std::vector<CountedCells> &told)
{
    const CellTree tree{.name = "all", .children = groups};
    for (const ToldCells &block : tellTree(tree)) {
        CountedCells number{std::string(table), {}, block.count};
        for (const std::string &name : block.names)
            addCellsOf(tree, name, number.cells);
        told.push_back(std::move(number));
    }
}

std::string monthOf(Date day) { return std::to_string(int(day.year())) + '-' + twoDigits(unsigned(day.month())); }

std::string quarterOf(Date day)
{
    return std::to_string(int(day.year())) + "-Q" + std::to_string((unsigned(day.month()) - 1) / 3 + 1);
}

std::vector<std::string> monthsOf(Date from, Date to)
{
    std::vector<std::string> months;
    for (Date day(from.year(), from.month(), std::chrono::day(1)); day <= to; day += std::chrono::months(1))
        months.push_back(monthOf(day));
    return months;
}

} // namespace faltakt::rules
