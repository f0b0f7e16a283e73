#pragma once

#include "core/base/result.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// Fills order, ranks and dependents from nodes and conditions; where the points of all answers are summed also the
/// clusters and the classes of their gates. InvalidInput where conditions run in a circle (the detail names an item in
/// it); for an exact range of a sum TooLarge where more than MaxGateCombinations combinations of answers would have to
/// be tried, and Unsupported where they cannot be numbered.
[[nodiscard]] base::Result<void> planDependencies(QuestionnaireParts &parts);

} // namespace faltakt::screening
