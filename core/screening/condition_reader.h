#pragma once

#include "core/screening/item_reader.h"

namespace faltakt::screening {

/// Reads the conditions that waited for the whole tree, and puts each with its node.
[[nodiscard]] base::Result<void> readConditions(const std::vector<PendingCondition> &pending,
                                                QuestionnaireParts &parts);

inline constexpr std::string_view SkipRuleUrl = "urn:faltakt:skip-rule";

} // namespace faltakt::screening
