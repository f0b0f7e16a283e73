#pragma once

#include "core/rules/deadline_rules.h"

namespace faltakt::rules {

/// Does a rule agree with itself: keys that it counts with are there and of the right type and no other ones are, a figure fits
/// its unit, both sentences have the same places to fill and say the day where there is one. Refuses at the place in the
/// file, of which `reader` is the rule's.
[[nodiscard]] base::Result<void> checkDeadlineRule(const PathReader &reader, const DeadlineRule &rule);

} // namespace faltakt::rules
