#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace faltakt::server {

/// The server's nonces for proofs: a moment of this process, sealed with its boot key. Nothing is stored, and a restart
/// makes every older proof worthless. Thread-safe.
class NonceSource {
public:
    NonceSource(const crypto::SecretBytes &bootKey, const base::MonotonicClock &clock, base::Random &random,
                std::chrono::nanoseconds life)
        : m_bootKey(&bootKey), m_clock(&clock), m_random(&random), m_life(life)
    {
    }

    /// Empty only where sealing fails, which costs the client one more attempt.
    [[nodiscard]] std::string make();
    /// When it was made, on the monotonic clock; empty where it is not ours, or was old already when it came, `ago`.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> check(std::string_view nonce,
                                                                std::chrono::nanoseconds ago = {}) const;

private:
    const crypto::SecretBytes *m_bootKey;
    const base::MonotonicClock *m_clock;
    base::Random *m_random;
    std::chrono::nanoseconds m_life;
};

} // namespace faltakt::server
