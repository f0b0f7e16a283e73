#pragma once

#include "core/screening/item_reader.h"

namespace faltakt::screening {

/// Reads the variables and the calculated items that waited for the whole tree: what each rests on, and in which order
/// they follow from one another. InvalidInput where calculations run in a circle (the detail names an item in it), or
/// where an expression names an item or a variable that there is not.
[[nodiscard]] base::Result<void> readCalculations(const ItemReader &items, const std::string &language,
                                                  QuestionnaireParts &parts);

} // namespace faltakt::screening
