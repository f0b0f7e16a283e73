#pragma once

#include "core/rules/json_path_reader.h"

#include <string_view>

namespace faltakt::rules {

/// What comes with the program, compiled in: assets/guidance.
[[nodiscard]] std::string_view shippedEmergencyText();
[[nodiscard]] std::string_view shippedGuidanceText();

/// Checks `format` and `version` of a file of assets/guidance; Unsupported for a newer format.
[[nodiscard]] base::Result<void> readGuidanceHead(const PathReader &reader);

} // namespace faltakt::rules
