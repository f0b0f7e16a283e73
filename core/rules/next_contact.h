#pragma once

#include "core/rules/next_proposal.h"

#include <optional>
#include <string_view>

namespace faltakt::rules {

/// After a talk that came to something: in a week, on a working day, at the agreed hours where there are some; the
/// product's proposal. Empty where nobody was talked with, where the person said no, and where somebody else goes on.
[[nodiscard]] std::optional<NextProposal> proposeNextContact(std::string_view outcome, std::string_view result,
                                                             base::Instant at,
                                                             const std::optional<HourWindow> &agreedHours);

} // namespace faltakt::rules
