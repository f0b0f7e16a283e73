#include "core/rules/screening_statistics.h"

#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>
#include <map>

namespace faltakt::rules {

using base::Date;

namespace {

constexpr std::string_view Other = "other";

/// In the order in which they stand in a table: the shorter of a family beside the longer, what is rare last.
constexpr std::array<std::string_view, 15> Instruments{
    "audit-c",      "audit",     "dudit-1",         "dudit",   "nods-perc",    "nods-clip", "nods", "nods-12-months",
    "nods-30-days", "asi-grund", "asi-uppfoljning", "dudit-e", "medical-test", "adad",      Other};

std::string known(const std::string &instrument)
{
    return std::ranges::find(Instruments, std::string_view(instrument)) == Instruments.end() ? std::string(Other)
                                                                                             : instrument;
}

using Counts = std::map<std::string, std::int64_t>;

std::int64_t countOf(const Counts &counts, const std::string &name)
{
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

/// The quarters of the period with their months.
std::vector<CellTree> quartersOf(const std::string &instrument, const Counts &counts, Date from, Date to)
{
    const std::string under = instrument + '/';
    std::vector<CellTree> quarters;
    for (Date day(from.year(), from.month(), std::chrono::day(1)); day <= to; day += std::chrono::months(1)) {
        const std::string quarter = under + quarterOf(day);
        if (quarters.empty() || quarters.back().name != quarter)
            quarters.push_back({.name = quarter});
        const std::string month = under + monthOf(day);
        quarters.back().children.push_back({month, countOf(counts, month)});
    }
    return quarters;
}

} // namespace

std::optional<CountedScreening> countedScreening(const store::RecordView &assessment,
                                                 const std::vector<store::RecordView> &signatures)
{
    const auto completed = assessment.instant("completedAt");
    if (assessment.text("status") != "completed" || !completed)
        return std::nullopt;
    const std::string id = assessment.id.toString();
    const bool isSigned = std::ranges::any_of(
        signatures, [&](const store::RecordView &signature) { return signature.text("record") == id; });
    return CountedScreening{casework::swedishDate(*completed), assessment.text("instrument"), isSigned};
}

std::vector<CountedCells> countScreenings(const std::vector<CountedScreening> &screenings, Date from, Date to)
{
    Counts byPlace;
    std::vector<std::int64_t> bySignature(2);
    for (const CountedScreening &screening : screenings) {
        if (screening.day < from || screening.day > to)
            continue;
        ++byPlace[known(screening.instrument) + '/' + monthOf(screening.day)];
        ++bySignature[screening.isSigned ? 0 : 1];
    }
    CellTree tree{.name = "all"};
    for (const std::string_view instrument : Instruments) {
        const std::string name(instrument);
        tree.children.push_back({.name = name, .children = quartersOf(name, byPlace, from, to)});
    }
    std::vector<CountedCells> told;
    tellTable("screening", tree, told);
    tellTable("screeningSigned", {"yes", "no"}, bySignature, told);
    return told;
}

} // namespace faltakt::rules
