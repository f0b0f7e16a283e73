#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace faltakt::simulation {

using base::Duration;

/// Virtual time: what is to happen, in its order. Nothing waits; time jumps to the next thing.
class Timeline {
public:
    [[nodiscard]] base::Instant now() const noexcept { return m_now; }

    void after(Duration delay, std::function<void()> action)
    {
        m_queue.push_back({m_now + delay, ++m_counter, std::move(action)});
        std::push_heap(m_queue.begin(), m_queue.end());
    }
    /// False where nothing is left.
    bool runNext()
    {
        if (m_queue.empty())
            return false;
        std::pop_heap(m_queue.begin(), m_queue.end());
        const Entry next = std::move(m_queue.back()); // With the bytes that it carries.
        m_queue.pop_back();
        m_now = next.at;
        next.action();
        return true;
    }
    void runFor(Duration duration)
    {
        const base::Instant end = m_now + duration;
        while (!m_queue.empty() && m_queue.front().at <= end)
            runNext();
        m_now = end;
    }

private:
    struct Entry {
        base::Instant at;
        std::uint64_t order = 0;
        std::function<void()> action;
        bool operator<(const Entry &other) const { return at != other.at ? at > other.at : order > other.order; }
    };
    base::Instant m_now = base::instantFromMs(1'780'000'000'000);
    std::uint64_t m_counter = 0;
    std::vector<Entry> m_queue; ///< A heap; the next one is in front.
};

/// A wall clock that is wrong by a constant until somebody sets it anew.
class SkewedClock final : public base::Clock {
public:
    explicit SkewedClock(const Timeline &timeline) : m_timeline(&timeline) {}
    [[nodiscard]] base::Instant now() const override { return m_timeline->now() + m_skew; }
    void setSkew(Duration skew) { m_skew = skew; }

private:
    const Timeline *m_timeline;
    Duration m_skew{0};
};

} // namespace faltakt::simulation
