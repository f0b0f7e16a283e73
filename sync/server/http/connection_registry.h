#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace faltakt::server {

/// Who is connected: bounds for all and for one address, and the way to tell everybody that the server stops.
/// Thread-safe; must outlive its slots.
class ConnectionRegistry {
public:
    ConnectionRegistry(std::size_t maxConnections, std::size_t maxPerAddress)
        : m_maxConnections(maxConnections), m_maxPerAddress(maxPerAddress)
    {
    }

    /// A place of one connection; given back when dropped.
    class Slot {
    public:
        Slot(ConnectionRegistry &registry, std::uint64_t id) : m_registry(&registry), m_id(id) {}
        Slot(Slot &&other) noexcept : m_registry(std::exchange(other.m_registry, nullptr)), m_id(other.m_id) {}
        Slot &operator=(Slot &&) = delete;
        Slot(const Slot &) = delete;
        ~Slot()
        {
            if (m_registry)
                m_registry->remove(m_id);
        }
        /// What is called, once, when the server stops; at once where it already does.
        void onStop(std::function<void()> closeIfIdle);

    private:
        ConnectionRegistry *m_registry;
        std::uint64_t m_id;
    };

    /// Empty where a bound is reached or the server stops.
    [[nodiscard]] std::optional<Slot> enter(const std::string &address);
    void stop();
    [[nodiscard]] bool stopping() const;
    /// True when all have left in time.
    [[nodiscard]] bool waitUntilEmpty(std::chrono::milliseconds patience);
    [[nodiscard]] std::size_t size() const;

private:
    struct Entry {
        std::string address;
        std::function<void()> closeIfIdle;
    };
    void remove(std::uint64_t id);

    const std::size_t m_maxConnections;
    const std::size_t m_maxPerAddress;
    mutable std::mutex m_mutex;
    std::condition_variable m_emptied;
    std::map<std::uint64_t, Entry> m_entries;
    std::map<std::string, std::size_t> m_perAddress;
    std::uint64_t m_nextId = 1;
    bool m_stopping = false;
};

} // namespace faltakt::server
