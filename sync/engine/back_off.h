#pragma once

#include <chrono>
#include <cstdint>

namespace faltakt::engine {

using Milliseconds = std::chrono::milliseconds;

/// How long to rest after failures in a row. Full jitter: anything from nothing to a bound that doubles with each failure, so
/// that devices that failed together do not come back together. What the server asks for comes before that. Pure.
struct BackOff {
    Milliseconds first;   ///< The bound after the first failure.
    Milliseconds longest; ///< Beyond this no bound grows.

    /// The server may ask for this much and no more: a wrong number in one answer must not silence a device for days.
    static constexpr std::chrono::seconds LongestAsked{15 * 60};

    /// `failures` counts from 1.
    [[nodiscard]] Milliseconds bound(int failures) const noexcept;
    /// `roll` is any random number; each of them gives a pause of its own.
    [[nodiscard]] Milliseconds pause(int failures, std::uint64_t roll, std::chrono::seconds asked = {}) const noexcept;
};

/// Between two tries of one call, within a sync.
inline constexpr BackOff BetweenCalls{Milliseconds(500), std::chrono::minutes(5)};
/// Between two syncs, of which the last one failed.
inline constexpr BackOff BetweenSyncs{std::chrono::minutes(1), std::chrono::minutes(15)};

} // namespace faltakt::engine
