#pragma once

#include "core/base/result.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// Fills order, clusters and the questions' option classes from nodes and conditions. InvalidInput where conditions
/// run in a circle (the detail names an item in it); TooLarge where more than MaxGateCombinations combinations of
/// answers would have to be tried for an exact score range.
[[nodiscard]] base::Result<void> planDependencies(QuestionnaireParts &parts);

} // namespace faltakt::screening
