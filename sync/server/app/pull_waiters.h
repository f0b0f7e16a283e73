#pragma once

#include "core/base/clock.h"
#include "sync/server/store/server_records.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <thread>

namespace faltakt::server {

/// Long polls that wait for news of their tenant without holding a thread each. Has one thread of its own, on which they
/// are tried again. Thread-safe.
class PullWaiters {
public:
    /// `tryAgain(last)` answers the client and returns true where there is something to send, or `last` is set.
    using Attempt = std::function<bool(bool last)>;

    explicit PullWaiters(const base::MonotonicClock &clock);
    /// Answers everybody who still waits.
    ~PullWaiters();
    PullWaiters(const PullWaiters &) = delete;
    PullWaiters &operator=(const PullWaiters &) = delete;

    /// Read before the first, empty pull, so that what is committed between it and add() is not missed.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    struct Who {
        TenantId tenant;
        DeviceId device;
    };
    /// Where the device or its tenant has as many waiting as it may, the one that waits longest is answered in its place: a
    /// device that lost its connections is not shut out, and nobody holds all of them.
    void add(const Who &who, std::uint64_t seenGeneration, std::chrono::nanoseconds wait, Attempt attempt);
    /// The tenant's order has grown.
    void wake(TenantId tenant);
    /// Answers everybody, now and from now on.
    void release();

private:
    struct Waiter {
        Who who;
        std::chrono::nanoseconds deadline;
        Attempt attempt;
    };
    void run();
    [[nodiscard]] std::chrono::nanoseconds untilNextDeadline() const;
    /// Lets the first that fits give way where there are `most` of them.
    template <typename Fits>
    void makeRoom(std::size_t most, Fits fits);
    void takeRipe(std::list<Waiter> &woken, std::list<Waiter> &expired);

    const base::MonotonicClock *m_clock;
    std::atomic<std::uint64_t> m_generation = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Waiter> m_waiters;
    std::set<TenantId> m_news;
    bool m_added = false; ///< Somebody came whose deadline may be the next.
    bool m_released = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace faltakt::server
