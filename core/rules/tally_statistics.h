#pragma once

#include "core/base/instant.h"
#include "core/rules/lob_statistics.h"

namespace faltakt::rules {

/// What outreach counted of one sort, in one place and week; codes of core/casework/outreach_tally.h.
struct CountedTally {
    std::string week; ///< "2026-W07"
    std::string what;
    std::string area;
    std::int64_t count = 0;
};

/// The tables of a period of whole quarters, both days inclusive; a week lies where its Thursday lies. `tally`: by area, in it by
/// quarter, in it by week, as finely as small numbers let it (tellTree); a cell is named "all", "park", "park/2026-Q1" or
/// "park/2026-W07". `tallyWhat`: by what was counted. What has no known place or sort counts as "unknown". Empty where there
/// are fewer than five in all.
[[nodiscard]] std::vector<CountedCells> countTallies(const std::vector<CountedTally> &tallies, base::Date from,
                                                     base::Date to);

} // namespace faltakt::rules
