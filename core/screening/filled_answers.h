#pragma once

#include "core/screening/open_items.h"

#include <optional>

namespace faltakt::screening {

enum class Filling { Lowest, Highest };

/// The sheet with what is still open filled in at one end: what a calculation that is monotone would be given at worst
/// or at best. Only questions on which it rests, and those that decide what is open, are filled, each after those that
/// can open it. Empty where one of them has no ends: words, a date, a number without limits, options without points.
[[nodiscard]] std::optional<AnswerSheet> filledAnswers(const AnswerSheet &answers, SkipRule skipRule,
                                                       const Calculation &calculation, Filling filling);

} // namespace faltakt::screening
