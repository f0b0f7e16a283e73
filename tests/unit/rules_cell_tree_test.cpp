// Counts in each other, told without small cells: not on any level, not by difference, not to whoever knows the rule.
#include "core/rules/cell_tree.h"
#include "core/rules/tally_statistics.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

using Counts = std::vector<std::int64_t>;

/// Every way to spread so many over the leaves.
void spread(std::size_t leaves, std::int64_t sum, Counts &counts, const std::function<void(const Counts &)> &each)
{
    if (counts.size() + 1 == leaves) {
        counts.push_back(sum);
        each(counts);
        counts.pop_back();
        return;
    }
    for (std::int64_t here = 0; here <= sum; ++here) {
        counts.push_back(here);
        spread(leaves, sum - here, counts, each);
        counts.pop_back();
    }
}

CellTree treeOf(const std::vector<int> &shape, std::size_t level, const std::string &name, Counts::const_iterator &leaf)
{
    CellTree tree{.name = name};
    if (level == shape.size()) {
        tree.count = *leaf++;
        return tree;
    }
    for (int child = 0; child < shape[level]; ++child)
        tree.children.push_back(treeOf(shape, level + 1, name + '/' + std::to_string(child), leaf));
    return tree;
}
CellTree treeOf(const std::vector<int> &shape, const Counts &counts)
{
    auto leaf = counts.begin();
    return treeOf(shape, 0, "all", leaf);
}

/// What every cell on every level holds.
std::int64_t cells(const CellTree &tree, std::map<std::string, std::int64_t> &all)
{
    std::int64_t sum = tree.count;
    for (const CellTree &child : tree.children)
        sum += cells(child, all);
    all[tree.name] = sum;
    return sum;
}

std::string pictureOf(const std::vector<ToldCells> &told)
{
    std::string picture;
    for (const ToldCells &each : told) {
        for (const std::string &name : each.names)
            picture += name + ' ';
        picture += std::to_string(each.count) + '\n';
    }
    return picture;
}

void tryAll(const std::vector<int> &shape, std::int64_t most)
{
    std::size_t leaves = 1;
    for (const int width : shape)
        leaves *= std::size_t(width);
    for (std::int64_t sum = LeastCount; sum <= most; ++sum) {
        // What each cell could hold where these numbers are told.
        std::map<std::string, std::map<std::string, std::set<std::int64_t>>> possible;
        Counts counts;
        spread(leaves, sum, counts, [&](const Counts &table) {
            const CellTree tree = treeOf(shape, table);
            const auto told = tellTree(tree);
            std::int64_t all = 0;
            for (const ToldCells &each : told) {
                if (each.count < LeastCount)
                    FAIL("a number under five was told");
                all += each.count;
            }
            if (all != sum)
                FAIL("the numbers do not cover the tree once");
            std::map<std::string, std::int64_t> held;
            cells(tree, held);
            auto &values = possible[pictureOf(told)];
            for (const auto &[name, count] : held)
                values[name].insert(count);
        });
        for (const auto &[picture, values] : possible)
            for (const auto &[name, each] : values)
                if (*each.begin() < LeastCount && each.size() == 1)
                    FAIL(name << " of " << sum << " is given away by\n" << picture);
    }
}

std::vector<std::string> linesOf(const std::vector<CountedCells> &numbers, std::string_view table)
{
    std::vector<std::string> lines;
    for (const CountedCells &number : numbers) {
        if (number.table != table)
            continue;
        std::string line;
        for (const std::string &cell : number.cells)
            line += cell + ' ';
        lines.push_back(line + std::to_string(number.count));
    }
    return lines;
}

base::Date day(std::string_view text) { return *base::parseDate(text); }
using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("whoever knows the rule can tell no cell under five on any level of a tree")
{
    tryAll({2, 2}, 18);
    tryAll({3, 2}, 13);
    tryAll({2, 3}, 13);
    tryAll({2, 1, 2}, 14);
    tryAll({2, 2, 2}, 12);
}

TEST_CASE("fewer than five in all tell nothing")
{
    CHECK(tellTree({.name = "all", .count = 4}).empty());
    CHECK(countTallies({{"2026-W07", "talk", "park", 4}}, day("2026-01-01"), day("2026-12-31")).empty());
}

TEST_CASE("small weeks go up to their quarter, small quarters to the year, small places to the municipality")
{
    const auto numbers = [](const std::vector<CountedTally> &tallies) {
        return countTallies(tallies, day("2026-01-01"), day("2026-12-31"));
    };
    const CountedTally byPhone{"2026-W02", "talk", "phone", 9};
    const std::string elsewhere = "station park housing venue phone other unknown 9";
    CHECK(linesOf(numbers({{"2026-W01", "talk", "centre", 6},
                           {"2026-W13", "card", "centre", 9},
                           {"2026-W53", "talk", "centre", 9},
                           byPhone}),
                  "tally")
          == Lines{"centre/2026-W01 6",
                   "centre/2026-W02 centre/2026-W03 centre/2026-W04 centre/2026-W05 centre/2026-W06 centre/2026-W07 "
                   "centre/2026-W08 centre/2026-W09 centre/2026-W10 centre/2026-W11 centre/2026-W12 centre/2026-W13 9",
                   "centre/2026-Q2 centre/2026-Q3 centre/2026-Q4 9", elsewhere});
    CHECK(linesOf(numbers({{"2026-W02", "talk", "centre", 6}, {"2026-W53", "talk", "centre", 9}, byPhone}), "tally")
          == Lines{"centre/2026-Q1 6", "centre/2026-Q2 centre/2026-Q3 centre/2026-Q4 9", elsewhere});
    CHECK(linesOf(numbers({{"2026-W02", "talk", "centre", 3}, {"2026-W20", "talk", "centre", 3}, byPhone}), "tally")
          == Lines{"centre 6", elsewhere});
    CHECK(linesOf(numbers({{"2026-W02", "talk", "centre", 3}, {"2026-W20", "card", "park", 3}}), "tally")
          == Lines{"all 6"});
    // A code from a newer version is counted, and told as unknown with its neighbours.
    CHECK(linesOf(numbers({{"2026-W02", "fromTomorrow", "moon", 9}}), "tallyWhat").back().ends_with("unknown 9"));
}

TEST_CASE("a week lies where its Thursday lies, and nothing outside the period is counted")
{
    const std::vector<CountedTally> tallies{{"2026-W53", "talk", "park", 6},
                                            {"2026-W01", "talk", "park", 7},
                                            {"2027-W01", "talk", "park", 8},
                                            {"2025-W52", "talk", "park", 9},
                                            {"nonsense", "talk", "park", 50}};
    std::int64_t all = 0;
    for (const CountedCells &number : countTallies(tallies, day("2026-01-01"), day("2026-12-31")))
        all += number.table == "tally" ? number.count : 0;
    CHECK(all == 13);
}
