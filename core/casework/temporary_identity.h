#pragma once

#include "core/base/random.h"

#include <optional>
#include <string>
#include <string_view>

namespace faltakt::casework {

/// A number that stands in for a personal number until there is one.
struct TemporaryIdentity {
    std::string normalised;
    bool checksumHolds = true;
};

/// Recognises the form of our own TEMP number and of the reserve numbers of health care: Stockholm (99yyyyNNNNNC),
/// Västra Götaland (yyyymmddGggC with G one of K, M, X) and the national one (NRID, XXYYMMDDNNGC with XX the century of
/// birth plus 3). Upper-case text without white space. Empty where the form is another. NRID's check character is not
/// public, so only its form is judged.
[[nodiscard]] std::optional<TemporaryIdentity> readTemporaryIdentity(std::string_view text);

/// The check digit of personal numbers over any number of digits: weights 2 and 1 by turns from the last digit.
[[nodiscard]] char luhnCheckDigit(std::string_view digits) noexcept;

} // namespace faltakt::casework
