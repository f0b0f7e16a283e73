#pragma once

#include "core/store/projection.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// A decision or plan that holds for a person, as far as it was noted in the field. The decision itself, who made it and on what
/// ground, is the office's. A value.
struct InForce {
    enum class Kind { Decision, Plan, JointPlan };

    Kind kind = Kind::Decision;
    base::RecordId record;
    base::CaseId caseId;
    std::string form;
    std::string what; ///< In the words of the note; empty for a plan.
    std::optional<base::Date> from;
    std::optional<base::Date> until;      ///< Inclusive.
    std::optional<base::Date> review;     ///< Agreed, and not done since.
    std::optional<base::Date> followedUp; ///< The latest time.
};

/// What of these acts is in force on a day: every decision that was handed over and has not ended, the one that ends first at the
/// top, and of plans the latest of each sort. The acts may be those of several files that are shown as one.
[[nodiscard]] std::vector<InForce> inForceOn(const std::vector<store::RecordView> &acts, base::Date day);

} // namespace faltakt::rules
