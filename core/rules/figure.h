#pragma once

#include "core/rules/confidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace faltakt::rules {

/// Where a rule's figure comes from; shown beside every due time so that a habit is never taken for law.
enum class SourceKind : std::uint8_t {
    Law,       ///< statute
    Guideline, ///< what the municipality or the county has decided
    Default,   ///< the product's own proposal: neither law nor guideline
    Agreed,    ///< a day that was agreed on with the person or written into a plan; a rule's, never a figure's
};
/// "law", "guideline", "default" or "agreed".
[[nodiscard]] constexpr std::string_view sourceKindName(SourceKind kind) noexcept
{
    switch (kind) {
    case SourceKind::Law: return "law";
    case SourceKind::Guideline: return "guideline";
    case SourceKind::Agreed: return "agreed";
    case SourceKind::Default: break;
    }
    return "default";
}

/// A value with its source. `profile` is the id of the profile that states it, empty for the product's own.
template <typename T>
struct Figure {
    T value{};
    SourceKind kind = SourceKind::Default;
    std::string source;
    std::string profile;
    Confidence confidence = Confidence::Primary;
    bool operator==(const Figure &) const = default;
};

/// Whose statement something is, where it stands and how well it is known; what a figure says of its value, for things
/// that are no single value.
struct Statement {
    SourceKind kind = SourceKind::Default;
    std::string source;
    std::string profile;
    Confidence confidence = Confidence::Primary;
    bool operator==(const Statement &) const = default;
};

/// Empty means: not stated. It stays so and is shown as missing; nothing guesses it.
template <typename T>
using Setting = std::optional<Figure<T>>;

} // namespace faltakt::rules
