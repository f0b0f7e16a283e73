#pragma once

#include "core/rules/json_path_reader.h"

#include <cstdint>

namespace faltakt::rules {

/// How well a statement of ours is known; shown beside it, so that hearsay is never taken for a rule.
enum class Confidence : std::uint8_t {
    Primary,     ///< read in the law, the guideline or the authority's own page
    Secondary,   ///< read where somebody else reports it
    Unconfirmed, ///< general knowledge; has to be checked locally before anyone relies on it
};

/// Reads "primary", "secondary" or "unconfirmed".
[[nodiscard]] base::Result<Confidence> readConfidence(const PathReader &reader, std::string_view name);
[[nodiscard]] std::string_view confidenceName(Confidence confidence) noexcept; ///< the same words

} // namespace faltakt::rules
