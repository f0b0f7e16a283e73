#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret_bytes.h"
#include "sync/server/api/session.h"

#include <string>
#include <string_view>

namespace faltakt::server {

/// Access tokens: who is calling, sealed with the boot key and bound to the device's key. They hold no rights. Thread-safe.
class AccessTokens {
public:
    AccessTokens(const crypto::SecretBytes &bootKey, const base::MonotonicClock &clock, base::Random &random,
                 std::chrono::nanoseconds life)
        : m_bootKey(&bootKey), m_clock(&clock), m_random(&random), m_life(life)
    {
    }

    [[nodiscard]] base::Result<std::string> make(const Session &session, std::string_view thumbprint);
    /// Refused where it is not ours, was old already when it came, `ago`, or is bound to another key.
    [[nodiscard]] base::Result<Session> open(std::string_view token, std::string_view thumbprint,
                                             std::chrono::nanoseconds ago = {}) const;

private:
    const crypto::SecretBytes *m_bootKey;
    const base::MonotonicClock *m_clock;
    base::Random *m_random;
    std::chrono::nanoseconds m_life;
};

} // namespace faltakt::server
