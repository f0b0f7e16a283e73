#include "core/rules/tally_statistics.h"

#include "core/casework/outreach_tally.h"

#include <algorithm>
#include <map>

namespace faltakt::rules {

using base::Date;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr const char *Unknown = "unknown";

/// Those that can be, in the order in which they stand in a table; what is rare last.
std::vector<std::string> areas()
{
    std::vector<std::string> all(casework::TallyArea.begin(), casework::TallyArea.end());
    all.emplace_back(Unknown);
    return all;
}
std::vector<std::string> whats()
{
    std::vector<std::string> all(casework::TallyWhat.begin(), casework::TallyWhat.end());
    all.emplace_back("quickScreening");
    all.emplace_back(Unknown);
    return all;
}

std::string known(const std::string &code, const std::vector<std::string> &all)
{
    return std::ranges::find(all, code) == all.end() ? std::string(Unknown) : code;
}

std::optional<Date> thursdayOf(const std::string &week)
{
    const auto monday = casework::mondayOfTallyWeek(week);
    return monday ? std::optional(Date(sys_days(*monday) + days(3))) : std::nullopt;
}

/// The period's quarters with their weeks, in order.
std::vector<std::pair<std::string, std::vector<std::string>>> quartersOf(Date from, Date to)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> quarters;
    for (sys_days day(from); day <= sys_days(to); day += days(1)) {
        if (std::chrono::weekday(day) != std::chrono::Thursday)
            continue;
        const std::string quarter = quarterOf(Date(day));
        if (quarters.empty() || quarters.back().first != quarter)
            quarters.emplace_back(quarter, std::vector<std::string>());
        quarters.back().second.push_back(casework::tallyWeek(Date(day)));
    }
    return quarters;
}

CellTree treeOf(const std::map<std::pair<std::string, std::string>, std::int64_t> &counts, Date from, Date to)
{
    const auto quarters = quartersOf(from, to);
    CellTree tree{.name = "all"};
    for (const std::string &area : areas()) {
        CellTree ofArea{.name = area};
        for (const auto &[quarter, weeks] : quarters) {
            const std::string under = area + '/';
            CellTree ofQuarter{.name = under + quarter};
            for (const std::string &week : weeks) {
                const auto found = counts.find({area, week});
                ofQuarter.children.push_back({under + week, found == counts.end() ? 0 : found->second});
            }
            ofArea.children.push_back(std::move(ofQuarter));
        }
        tree.children.push_back(std::move(ofArea));
    }
    return tree;
}

} // namespace

std::vector<CountedCells> countTallies(const std::vector<CountedTally> &tallies, Date from, Date to)
{
    const auto places = areas();
    const auto sorts = whats();
    std::map<std::pair<std::string, std::string>, std::int64_t> byPlace;
    std::vector<std::int64_t> bySort(sorts.size());
    for (const CountedTally &tally : tallies) {
        const auto thursday = thursdayOf(tally.week);
        if (!thursday || *thursday < from || *thursday > to)
            continue;
        byPlace[{known(tally.area, places), tally.week}] += tally.count;
        bySort[std::size_t(std::ranges::find(sorts, known(tally.what, sorts)) - sorts.begin())] += tally.count;
    }
    std::vector<CountedCells> all;
    tellTable("tally", treeOf(byPlace, from, to), all);
    tellTable("tallyWhat", sorts, bySort, all);
    return all;
}

} // namespace faltakt::rules
