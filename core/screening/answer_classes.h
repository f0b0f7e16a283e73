#pragma once

#include "core/base/result.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// Fills Question::classes of a gate, and Condition::holdsFor of the conditions that rest on it: the answers that no
/// condition tells apart need to be tried only once. Unsupported where they cannot be numbered: a condition that
/// compares a date, words or one of several options.
[[nodiscard]] base::Result<void> classifyAnswers(QuestionnaireParts &parts, std::size_t gate);

} // namespace faltakt::screening
