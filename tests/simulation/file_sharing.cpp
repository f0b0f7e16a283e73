#include "tests/simulation/file_sharing.h"

#include <sqlite3.h>

#include <algorithm>

namespace faltakt::simulation {

void FileSharing::leave(Holder &holder)
{
    giveMemoryBack(holder);
    std::erase(m_holders, &holder);
}

int FileSharing::lock(Holder &holder, int level) const
{
    if (level <= holder.level)
        return SQLITE_OK;
    bool isShared = false;
    for (const Holder *other : m_holders) {
        if (other == &holder)
            continue;
        const int bars = level == SQLITE_LOCK_SHARED ? SQLITE_LOCK_PENDING : SQLITE_LOCK_RESERVED;
        if (other->level >= bars)
            return SQLITE_BUSY;
        isShared = isShared || other->level >= SQLITE_LOCK_SHARED;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE && isShared) {
        holder.level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    holder.level = level;
    return SQLITE_OK;
}

void FileSharing::unlock(Holder &holder, int level) { holder.level = std::min(holder.level, level); }

bool FileSharing::isReserved() const
{
    return std::ranges::any_of(m_holders, [](const Holder *holder) { return holder->level >= SQLITE_LOCK_RESERVED; });
}

void *FileSharing::takeRegion(Holder &holder, std::size_t region, std::size_t size)
{
    while (!has(region))
        m_regions.push_back(std::make_unique<std::uint8_t[]>(size));
    holder.hasMemory = true;
    return m_regions[region].get();
}

int FileSharing::lockSlots(Holder &holder, int first, int count, int flags) const
{
    const unsigned slots = ((1U << unsigned(count)) - 1U) << unsigned(first);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        holder.shared &= ~slots;
        holder.exclusive &= ~slots;
        return SQLITE_OK;
    }
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    const bool isBarred = std::ranges::any_of(m_holders, [&](const Holder *other) {
        return other != &holder && ((other->exclusive | (exclusive ? other->shared : 0U)) & slots) != 0;
    });
    if (isBarred)
        return SQLITE_BUSY;
    (exclusive ? holder.exclusive : holder.shared) |= slots;
    return SQLITE_OK;
}

void FileSharing::giveMemoryBack(Holder &holder)
{
    holder.shared = holder.exclusive = 0;
    holder.hasMemory = false;
    if (std::ranges::none_of(m_holders, &Holder::hasMemory))
        m_regions.clear();
}

} // namespace faltakt::simulation
