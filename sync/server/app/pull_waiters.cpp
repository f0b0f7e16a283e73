#include "sync/server/app/pull_waiters.h"

#include <algorithm>

namespace faltakt::server {

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

void PullWaiters::add(TenantId tenant, std::uint64_t seenGeneration, std::chrono::nanoseconds wait, Attempt attempt)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiters.push_back({tenant, m_clock->elapsed() + wait, std::move(attempt)});
        if (m_generation != seenGeneration)
            m_news.insert(tenant);
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
        else if (m_news.contains(waiter->tenant))
            woken.splice(woken.end(), m_waiters, waiter);
        waiter = next;
    }
    m_news.clear();
}

void PullWaiters::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait_for(lock, untilNextDeadline(),
                           [this] { return m_ending || !m_news.empty() || (m_released && !m_waiters.empty()); });
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
