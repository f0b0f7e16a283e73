#pragma once

#include "core/base/instant.h"

#include <string_view>

namespace faltakt::casework {

/// A point in time as people and other systems write it.
struct WrittenMoment {
    base::Instant instant;
    /// Only a day was written; the instant is its beginning in Sweden.
    bool isDateOnly = false;
    /// Empty, or "format", or "date" where the form is right and the day or hour does not exist.
    std::string_view fault;
};

/// Reads YYYY-MM-DD, alone or followed by a space or 'T' and HH:MM or HH.MM, with or without seconds and "kl."; with
/// 'Z' or an offset it is that moment, without it is Swedish time.
[[nodiscard]] WrittenMoment readWrittenMoment(std::string_view text);

/// True for four, two and two digits with hyphens, whether or not the day exists.
[[nodiscard]] bool looksLikeDate(std::string_view text) noexcept;

} // namespace faltakt::casework
