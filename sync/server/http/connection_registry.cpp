#include "sync/server/http/connection_registry.h"

#include <vector>

namespace faltakt::server {

void ConnectionRegistry::Slot::onStop(std::function<void()> closeIfIdle)
{
    {
        const std::lock_guard lock(m_registry->m_mutex);
        if (!m_registry->m_stopping) {
            m_registry->m_entries[m_id].closeIfIdle = std::move(closeIfIdle);
            return;
        }
    }
    closeIfIdle();
}

std::optional<ConnectionRegistry::Slot> ConnectionRegistry::enter(const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_entries.size() >= m_maxConnections)
        return std::nullopt;
    std::size_t &ofAddress = m_perAddress[address];
    if (ofAddress >= m_maxPerAddress)
        return std::nullopt;
    ++ofAddress;
    const std::uint64_t id = m_nextId++;
    m_entries.emplace(id, Entry{address, nullptr});
    return std::make_optional<Slot>(*this, id);
}

void ConnectionRegistry::remove(std::uint64_t id)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.find(id);
    const auto count = m_perAddress.find(entry->second.address);
    if (--count->second == 0)
        m_perAddress.erase(count);
    m_entries.erase(entry);
    if (m_entries.empty())
        m_emptied.notify_all();
}

void ConnectionRegistry::stop()
{
    std::vector<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (auto &[id, entry] : m_entries)
            if (entry.closeIfIdle)
                calls.push_back(std::move(entry.closeIfIdle));
    }
    for (const auto &call : calls)
        call();
}

bool ConnectionRegistry::stopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

bool ConnectionRegistry::waitUntilEmpty(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_emptied.wait_for(lock, patience, [&] { return m_entries.empty(); });
}

std::size_t ConnectionRegistry::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

} // namespace faltakt::server
