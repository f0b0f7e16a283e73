#pragma once

#include "core/base/random.h"
#include "sync/engine/back_off.h"

namespace faltakt::client {

/// When to try again after whole syncs, or deliveries, have failed: the one place that counts them. Borrows the randomness.
class Retry {
public:
    explicit Retry(base::Random &random, engine::BackOff backOff = engine::BetweenSyncs)
        : m_random(&random), m_backOff(backOff)
    {
    }

    /// One more failure in a row; how long to rest now. `asked` is what the server wants on top.
    [[nodiscard]] engine::Milliseconds noteFailure(std::chrono::seconds asked = {})
    {
        return m_backOff.pause(++m_failures, m_random->next(), asked);
    }
    /// After a success, on another network, and where a worker asks for it: the next failure is the first one.
    void reset() noexcept { m_failures = 0; }
    [[nodiscard]] int failures() const noexcept { return m_failures; }

private:
    base::Random *m_random;
    engine::BackOff m_backOff;
    int m_failures = 0;
};

} // namespace faltakt::client
