#include "sync/client/store_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<StoreLock> StoreLock::take(const std::filesystem::path &folder, std::chrono::milliseconds patience)
{
    constexpr auto Pause = std::chrono::milliseconds(20);
    const int descriptor = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::StorageFailed, "the lock of the store's folder");
    StoreLock lock(descriptor);
    // The kernel lets go of this lock with the process, so nothing stale can stay behind.
    for (auto waited = std::chrono::milliseconds(0); ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; waited += Pause) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(ErrorCode::StorageFailed, "the lock of the store's folder");
        if (waited >= patience)
            return fail(ErrorCode::Busy, "another program has this store open");
        std::this_thread::sleep_for(Pause);
    }
    return lock;
}

StoreLock::StoreLock(StoreLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

StoreLock::~StoreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace faltakt::client
