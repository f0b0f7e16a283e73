#pragma once

#include "core/base/instant.h"

namespace faltakt::base {

/// Wall time. May jump; used for what people read and for `at` of a change, never for measuring.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// Time since some start; never goes back. Used for waits and measuring.
class MonotonicClock {
public:
    virtual ~MonotonicClock() = default;
    [[nodiscard]] virtual std::chrono::nanoseconds elapsed() const = 0;
};

/// The system's clocks: the only place that reads them.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

class SystemMonotonicClock final : public MonotonicClock {
public:
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override;
};

/// A clock that stands where it is put; for tests, the simulation and the demo.
class ManualClock final : public Clock, public MonotonicClock {
public:
    explicit ManualClock(Instant start) : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override { return m_elapsed; }
    /// Time passes: both faces move on.
    void advance(Duration duration)
    {
        m_now += duration;
        m_elapsed += duration;
    }
    /// Somebody sets the wall clock; monotonic time does not notice.
    void setWall(Instant instant) { m_now = instant; }

private:
    Instant m_now;
    std::chrono::nanoseconds m_elapsed{0};
};

} // namespace faltakt::base
