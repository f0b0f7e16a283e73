#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace faltakt::simulation {

/// How several connections of one process share a file of SQLite's: its locks, and the memory in which they keep the index of
/// the log. One thread at a time, so nobody ever waits: who does not get a lock is told so. Goes with the last connection,
/// as it does when a process ends. Codes are SQLite's.
class FileSharing {
public:
    /// What one connection has of it. Lives as long as that; known to one file.
    struct Holder {
        int level = 0;                      ///< SQLITE_LOCK_…
        unsigned shared = 0, exclusive = 0; ///< Slots of the index, by bits.
        bool hasMemory = false;
    };

    void join(Holder &holder) { m_holders.push_back(&holder); }
    void leave(Holder &holder);

    [[nodiscard]] int lock(Holder &holder, int level) const;
    static void unlock(Holder &holder, int level);
    [[nodiscard]] bool isReserved() const;

    [[nodiscard]] bool has(std::size_t region) const { return region < m_regions.size(); }
    /// Makes those that are missing up to this one.
    void *takeRegion(Holder &holder, std::size_t region, std::size_t size);
    [[nodiscard]] int lockSlots(Holder &holder, int first, int count, int flags) const;
    void giveMemoryBack(Holder &holder);

private:
    std::vector<Holder *> m_holders;
    std::vector<std::unique_ptr<std::uint8_t[]>> m_regions;
};

} // namespace faltakt::simulation
