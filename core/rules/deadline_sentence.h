#pragma once

#include "core/rules/deadline_keys.h"
#include "core/rules/period_text.h"

#include <optional>

namespace faltakt::rules {

/// The steps of one counting, as far as they have words.
struct Counting {
    base::Date from;          ///< the day from which it was counted
    base::Date computed;      ///< the end before anything moved it
    base::Date end;           ///< the day on which it is due
    std::optional<int> count; ///< what was counted: the figure, or its share
    CountUnit unit = CountUnit::AtOnce;
    std::optional<int> whole;                 ///< the figure where only a share was counted
    std::optional<int> parts;                 ///< into how many parts it was shared
    bool isBefore = false;                    ///< counted backwards
    bool isGiven = false;                     ///< somebody set the day; nothing was counted
    std::optional<base::Instant> fromInstant; ///< of hours
    std::optional<base::Instant> endInstant;
};

/// The rule's sentence with everything filled in.
[[nodiscard]] Explanation filledSentence(const DeadlineRule &rule, const KeyValues &keys, const Counting &counting);

} // namespace faltakt::rules
