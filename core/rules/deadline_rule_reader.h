#pragma once

#include "core/rules/deadline_rules.h"

namespace faltakt::rules {

/// Reads one rule and checks what it says against itself; events and the law map are looked at by whoever knows them.
/// InvalidInput with "path: reason".
[[nodiscard]] base::Result<DeadlineRule> readDeadlineRule(const PathReader &reader);

/// Area and thing, each of letters and digits, such as "report.received"; at most 40 characters.
[[nodiscard]] base::Result<std::string> readDeadlineName(const PathReader &reader, std::string_view member);
[[nodiscard]] bool isDeadlineName(std::string_view text) noexcept;

} // namespace faltakt::rules
