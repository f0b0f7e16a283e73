#pragma once

#include "core/rules/told_table.h"
#include "core/store/projection.h"

#include <optional>

namespace faltakt::rules {

/// One completed questionnaire or interview as statistics look at it: no answer and no score. A value.
struct CountedScreening {
    base::Date day; ///< The Swedish day on which it was completed.
    std::string instrument;
    bool isSigned = false;
};

/// An assessment with the signatures of its case; empty where it is not completed.
[[nodiscard]] std::optional<CountedScreening> countedScreening(const store::RecordView &assessment,
                                                               const std::vector<store::RecordView> &signatures);

/// The tables of a period, both days inclusive. `screening`: by instrument, in it by quarter, in it by month, as finely as
/// small numbers let it (tellTree); a cell is named "all", "audit", "audit/2026-Q1" or "audit/2026-03".
/// `screeningSigned`: yes and no. All instruments by month are told nowhere: less one of them that is, the others' would be
/// left. What has no cell of its own counts as "other": no talk about violence is told by its name. Empty where there are
/// fewer than five in all.
[[nodiscard]] std::vector<CountedCells> countScreenings(const std::vector<CountedScreening> &screenings,
                                                        base::Date from, base::Date to);

} // namespace faltakt::rules
