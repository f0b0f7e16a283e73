#include "core/screening/interpretation.h"

#include <cassert>

namespace faltakt::screening {

std::string_view sexCode(Sex sex) noexcept { return sex == Sex::Female ? "f" : "m"; }

std::optional<Sex> sexFromCode(std::string_view code) noexcept
{
    if (code != "f" && code != "m")
        return std::nullopt;
    return code == "f" ? Sex::Female : Sex::Male;
}

std::string_view confidenceName(Confidence confidence) noexcept
{
    switch (confidence) {
    case Confidence::Primary: return "primary";
    case Confidence::Secondary: return "secondary";
    case Confidence::Unconfirmed: break;
    }
    return "unconfirmed";
}

const CutoffRow &CutoffSet::row(Sex sex, std::optional<int> age) const
{
    const CutoffRow *best = nullptr;
    for (const CutoffRow &candidate : rows) {
        if (candidate.sex != sex)
            continue;
        if (candidate.overAge && (!age || *age <= *candidate.overAge))
            continue;
        // Of several age rows that apply, the one with the highest age is the most particular.
        if (!best || candidate.overAge.value_or(-1) > best->overAge.value_or(-1))
            best = &candidate;
    }
    assert(best && "the reader refuses a set without a plain row for each sex");
    return *best;
}

const CutoffSet *Interpretation::findCutoffSet(std::string_view id) const noexcept
{
    for (const CutoffSet &set : cutoffSets)
        if (set.id == id)
            return &set;
    return nullptr;
}

std::size_t zoneAt(const CutoffRow &row, int score) noexcept
{
    std::size_t zone = row.limits.front().zone;
    for (const ZoneLimit &limit : row.limits)
        if (score >= limit.from)
            zone = limit.zone;
    return zone;
}

} // namespace faltakt::screening
