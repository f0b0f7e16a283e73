#include "sync/server/ops/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<void> DataFolder::create() const
{
    for (const auto &folder : {m_root, keys()}) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error)
            return fail(ErrorCode::StorageFailed, "the data folder cannot be made");
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
        if (error)
            return fail(ErrorCode::StorageFailed, "the data folder cannot be closed to others");
    }
    return {};
}

bool DataFolder::isInitialised() const
{
    std::error_code ignored;
    return std::filesystem::exists(database(), ignored) || std::filesystem::exists(databaseAddress(), ignored);
}

Result<std::optional<DataLock>> DataLock::tryTake(const DataFolder &folder)
{
    const int descriptor = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fail(ErrorCode::StorageFailed, "the lock file cannot be opened");
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return std::optional<DataLock>(DataLock(descriptor));
    const bool taken = errno == EWOULDBLOCK;
    ::close(descriptor);
    if (taken)
        return std::optional<DataLock>();
    return fail(ErrorCode::StorageFailed, "the data folder cannot be locked");
}

DataLock::DataLock(DataLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

DataLock::~DataLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace faltakt::server
