#include "sync/server/app/pull_waiters.h"

#include "sync/protocol/limits.h"

#include <algorithm>

namespace faltakt::server {

using protocol::Limits;

namespace {

constexpr std::chrono::nanoseconds Longest = std::chrono::seconds(60);

} // namespace

PullWaiters::PullWaiters(const base::MonotonicClock &clock) : m_clock(&clock), m_thread([this] { run(); }) {}

PullWaiters::~PullWaiters()
{
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

template <typename Fits>
void PullWaiters::makeRoom(std::size_t most, Fits fits)
{
    std::size_t count = 0;
    Waiter *first = nullptr;
    for (Waiter &waiter : m_waiters) {
        // Who has to go already is on the way out.
        if (!fits(waiter) || waiter.deadline <= m_clock->elapsed())
            continue;
        first = first ? first : &waiter;
        ++count;
    }
    if (count >= most)
        first->deadline = m_clock->elapsed();
}

void PullWaiters::add(const Who &who, std::uint64_t seenGeneration, std::chrono::nanoseconds wait, Attempt attempt)
{
    {
        const std::lock_guard lock(m_mutex);
        makeRoom(Limits::WaitingPerDevice, [&](const Waiter &waiter) { return waiter.who.device == who.device; });
        makeRoom(Limits::WaitingPerTenant, [&](const Waiter &waiter) { return waiter.who.tenant == who.tenant; });
        m_waiters.push_back({who, m_clock->elapsed() + wait, std::move(attempt)});
        m_added = true;
        if (m_generation != seenGeneration)
            m_news.insert(who.tenant);
    }
    m_changed.notify_all();
}

void PullWaiters::wake(TenantId tenant)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_news.insert(tenant);
    }
    m_changed.notify_all();
}

void PullWaiters::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
    }
    m_changed.notify_all();
}

std::chrono::nanoseconds PullWaiters::untilNextDeadline() const
{
    auto shortest = Longest;
    for (const Waiter &waiter : m_waiters)
        shortest = std::min(shortest, waiter.deadline - m_clock->elapsed());
    return std::max(shortest, std::chrono::nanoseconds(0));
}

void PullWaiters::takeRipe(std::list<Waiter> &woken, std::list<Waiter> &expired)
{
    const auto now = m_clock->elapsed();
    for (auto waiter = m_waiters.begin(); waiter != m_waiters.end();) {
        const auto next = std::next(waiter);
        if (m_released || waiter->deadline <= now)
            expired.splice(expired.end(), m_waiters, waiter);
        else if (m_news.contains(waiter->who.tenant))
            woken.splice(woken.end(), m_waiters, waiter);
        waiter = next;
    }
    m_news.clear();
}

void PullWaiters::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait_for(lock, untilNextDeadline(), [this] {
            return m_ending || m_added || !m_news.empty() || (m_released && !m_waiters.empty());
        });
        m_added = false;
        std::list<Waiter> woken;
        std::list<Waiter> expired;
        takeRipe(woken, expired);
        const bool ending = m_ending;
        // Attempts read the store and may lead to a push being woken for: never under the lock.
        lock.unlock();
        for (const Waiter &waiter : expired)
            (void)waiter.attempt(true);
        woken.remove_if([](const Waiter &waiter) { return waiter.attempt(false); });
        lock.lock();
        m_waiters.splice(m_waiters.end(), woken);
        if (ending && m_waiters.empty())
            return;
    }
}

} // namespace faltakt::server
