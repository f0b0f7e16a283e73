#include "core/crypto/file_steps.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace fs = std::filesystem;

namespace {

/// The last error of the system in our words; `step` names what was tried, never a path.
base::Error systemError(const char *step, std::source_location location = std::source_location::current())
{
    const int number = errno;
    const std::string detail = std::string(step) + ", error " + std::to_string(number);
    switch (number) {
    case ENOENT: return base::Error(ErrorCode::NotFound, detail, location);
    case EEXIST: return base::Error(ErrorCode::AlreadyExists, detail, location);
    case ENOSPC:
    case EDQUOT: return base::Error(ErrorCode::StorageFull, detail, location);
    default: return base::Error(ErrorCode::StorageFailed, detail, location);
    }
}

/// An open file that is closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) noexcept : m_number(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] bool isOpen() const noexcept { return m_number >= 0; }
    [[nodiscard]] int number() const noexcept { return m_number; }

private:
    int m_number;
};

Result<void> writeAll(int descriptor, base::ByteView content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(systemError("write"));
        content = content.subspan(std::size_t(written));
    }
    return {};
}

Result<std::size_t> sizeOfPlainFile(int descriptor)
{
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return fail(systemError("stat"));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::StorageFailed, "not a plain file");
    return std::size_t(status.st_size);
}

} // namespace

Result<base::Bytes> SystemFileSteps::read(const fs::path &path, std::size_t maxBytes)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isOpen())
        return fail(systemError("open"));
    TRY(const std::size_t size, sizeOfPlainFile(file.number()));
    if (size > maxBytes)
        return fail(ErrorCode::TooLarge, "file of " + std::to_string(size) + " bytes");
    base::Bytes content(size);
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::read(file.number(), content.data() + done, size - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError("read"));
        if (count == 0)
            break;
        done += std::size_t(count);
    }
    content.resize(done);
    return content;
}

Result<void> SystemFileSteps::writeNew(const fs::path &path, base::ByteView content)
{
    const Descriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return fail(systemError("create"));
    TRY_VOID(writeAll(file.number(), content));
    if (::fsync(file.number()) != 0)
        return fail(systemError("sync"));
    return {};
}

Result<void> SystemFileSteps::rename(const fs::path &from, const fs::path &to, OldContent oldContent)
{
    const Descriptor old(
        oldContent == OldContent::Overwrite ? ::open(to.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1);
    if (std::rename(from.c_str(), to.c_str()) != 0)
        return fail(systemError("rename"));
    if (!old.isOpen())
        return {};
    // Were the name not durable yet, a crash could bring it back with zeros behind it.
    TRY_VOID(syncFolder(to.parent_path()));
    if (const auto size = sizeOfPlainFile(old.number()))
        if (writeAll(old.number(), base::Bytes(*size, 0)))
            static_cast<void>(::fsync(old.number()));
    return {};
}

Result<void> SystemFileSteps::syncFolder(const fs::path &folder)
{
    const Descriptor directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen())
        return fail(systemError("open folder"));
    if (::fsync(directory.number()) != 0)
        return fail(systemError("sync folder"));
    return {};
}

Result<void> SystemFileSteps::remove(const fs::path &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fail(systemError("remove"));
    return {};
}

bool SystemFileSteps::exists(const fs::path &path)
{
    std::error_code fault;
    return fs::exists(path, fault);
}

Result<std::vector<fs::path>> SystemFileSteps::list(const fs::path &folder)
{
    std::error_code fault;
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault))
        found.push_back(entry->path());
    if (fault && fault != std::errc::no_such_file_or_directory)
        return fail(ErrorCode::StorageFailed, "the folder cannot be read");
    return found;
}

Result<bool> SystemFileSteps::ensureFolder(const fs::path &folder)
{
    std::error_code fault;
    const bool isNew = fs::create_directories(folder, fault);
    if (!fault)
        fs::permissions(folder, fs::perms::owner_all, fault);
    if (fault)
        return fail(ErrorCode::StorageFailed, "the folder cannot be made");
    return isNew;
}

Result<void> SystemFileSteps::removeFolder(const fs::path &folder)
{
    if (::rmdir(folder.c_str()) != 0)
        return fail(systemError("remove folder"));
    return {};
}

Result<void> replaceFile(FileSteps &steps, const fs::path &path, base::ByteView content, OldContent oldContent)
{
    fs::path fresh = path;
    fresh += ".new";
    // Left over from a crash.
    TRY_VOID(steps.remove(fresh));
    auto written = steps.writeNew(fresh, content);
    if (written)
        written = steps.rename(fresh, path, oldContent);
    if (!written) {
        static_cast<void>(steps.remove(fresh));
        return written;
    }
    return steps.syncFolder(path.parent_path());
}

Result<FolderLock> FolderLock::take(const fs::path &folder)
{
    const fs::path path = folder / "keys.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fail(systemError("open lock"));
    FolderLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0)
        if (errno != EINTR)
            return fail(systemError("lock"));
    return lock;
}

FolderLock::FolderLock(FolderLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace faltakt::crypto
