#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/secret_bytes.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace faltakt::crypto {

/// What one try of a passphrase costs under Argon2id.
struct KdfCost {
    std::uint32_t passes = 0;
    std::uint32_t memoryKiB = 0;

    /// The least that guards a real passphrase: 64 MiB, twice.
    [[nodiscard]] static constexpr KdfCost floor() noexcept { return {2, 64 * 1024}; }
    /// The most that a key file may ask for, so that a tampered one cannot exhaust the device: 256 MiB, 64 times.
    [[nodiscard]] static constexpr KdfCost ceiling() noexcept { return {64, 256 * 1024}; }
    /// Next to nothing. Guards nothing; refused wherever the reader's floor is the real one.
    [[nodiscard]] static constexpr KdfCost forTests() noexcept { return {1, 8}; }

    auto operator<=>(const KdfCost &) const = default;
};

inline constexpr std::size_t KdfSaltSize = 16;
inline constexpr std::size_t KdfKeySize = 32;
using KdfSalt = std::array<std::uint8_t, KdfSaltSize>;

/// InvalidInput where passes or memory are below `floor`, TooLarge where they are above KdfCost::ceiling().
[[nodiscard]] base::Result<void> checkKdfCost(const KdfCost &cost, const KdfCost &floor);

/// Argon2id (RFC 9106, version 0x13, one lane). The passphrase is taken byte by byte, so callers pass UTF-8 in one
/// normal form. TooLarge beyond the ceiling or where the memory is not to be had.
[[nodiscard]] base::Result<SecretBytes> deriveKey(const SecretBytes &passphrase, const KdfSalt &salt,
                                                  const KdfCost &cost);

/// Finds the cost that takes about `target` on this device, between floor and ceiling: first memory, then passes. Takes
/// a few times the target.
[[nodiscard]] base::Result<KdfCost> tuneKdf(const base::MonotonicClock &clock,
                                            std::chrono::milliseconds target = std::chrono::milliseconds(500));

} // namespace faltakt::crypto
