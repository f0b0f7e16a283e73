#pragma once

#include "core/screening/answer.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// Which questions are open: by question index. A condition on a question that is closed or has no answer sees none.
[[nodiscard]] std::vector<bool> openQuestions(const AnswerSheet &answers, SkipRule skipRule);

/// Points so far. There is no total before every open question is answered: until then only the range is shown
/// (product rule; no publisher of the shipped instruments has a rule for missing answers).
struct Score {
    int known = 0; ///< Points of the answered open questions.
    /// The least and the most that the total can be over all answers that may still come, with what they open and
    /// close. Refused and unknown are missing answers here.
    int min = 0;
    int max = 0;
    bool complete = false;
    std::vector<std::string> unanswered; ///< Link ids of open questions without an option, in order.

    [[nodiscard]] std::optional<int> total() const noexcept { return complete ? std::optional(known) : std::nullopt; }
};

[[nodiscard]] Score score(const AnswerSheet &answers, SkipRule skipRule);

} // namespace faltakt::screening
