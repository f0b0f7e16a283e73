#pragma once

#include "core/screening/open_items.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// Which questions are open, by question index; one of a repeating group where some row of it is open.
[[nodiscard]] std::vector<bool> openQuestions(const AnswerSheet &answers, SkipRule skipRule);

/// True where nothing was said yet that could count: no answer, refused, or unknown. What is not relevant is no gap.
[[nodiscard]] bool isMissing(const std::optional<Answer> &answer) noexcept;

/// Points so far. There is no total before every open question on which they rest is answered: until then only the
/// range is shown (product rule; no publisher of the shipped instruments has a rule for missing answers).
struct Score {
    int known = 0; ///< Points of the answered open questions.
    /// The least and the most that the total can be over all answers that may still come, with what they open and
    /// close. Refused and unknown are missing answers here.
    int min = 0;
    int max = 0;
    bool complete = false;
    std::vector<std::string> unanswered; ///< Keys of open questions whose answer is missing, in order.

    [[nodiscard]] std::optional<int> total() const noexcept { return complete ? std::optional(known) : std::nullopt; }
};

/// Keys of the open questions whose answer is missing among those on which the calculation rests; among all questions
/// where none is given.
[[nodiscard]] std::vector<std::string> unansweredFor(const AnswerSheet &answers, const OpenItems &open,
                                                     const Calculation *calculation);

/// The sum of the points of all answers, with its exact range; `sum` is a Calculation::isSum().
[[nodiscard]] Score sumOfPoints(const AnswerSheet &answers, const OpenItems &open, SkipRule skipRule,
                                const Calculation &sum);

/// How far the main score has come. Where it is calculated otherwise than as a sum, or where there is none, only
/// `complete` and `unanswered` are told; interpret() tells every result.
[[nodiscard]] Score score(const AnswerSheet &answers, SkipRule skipRule);

} // namespace faltakt::screening
