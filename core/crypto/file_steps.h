#pragma once

#include "core/base/bytes.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace faltakt::crypto {

/// What becomes of the content that a file had before.
enum class OldContent : std::uint8_t { Leave, Overwrite };

/// The single steps of the file system that key files, and those of attachments, are written with. A seam: tests let the n-th step fail, or die in
/// it. No step follows a symbolic link at the last part of a path.
class FileSteps {
public:
    virtual ~FileSteps() = default;

    /// NotFound where there is none, TooLarge beyond `maxBytes`, StorageFailed otherwise.
    [[nodiscard]] virtual base::Result<base::Bytes> read(const std::filesystem::path &path, std::size_t maxBytes) = 0;
    /// Makes a file that only its owner reads (0600), with this content; durable when it returns.
    /// AlreadyExists where there is one.
    [[nodiscard]] virtual base::Result<void> writeNew(const std::filesystem::path &path, base::ByteView content) = 0;
    /// Replaces `to`. Overwrite: zeroes what `to` held, once the new name is durable; as good as a file system without
    /// copy-on-write gets, so a failure of the zeroing alone is passed over.
    [[nodiscard]] virtual base::Result<void> rename(const std::filesystem::path &from, const std::filesystem::path &to,
                                                    OldContent oldContent) = 0;
    /// Makes renames and removals in the folder durable.
    [[nodiscard]] virtual base::Result<void> syncFolder(const std::filesystem::path &folder) = 0;
    /// Done also where there is none.
    [[nodiscard]] virtual base::Result<void> remove(const std::filesystem::path &path) = 0;

    [[nodiscard]] virtual bool exists(const std::filesystem::path &path) = 0;
    /// Paths of what lies in a folder, in no order; nothing where there is no folder.
    [[nodiscard]] virtual base::Result<std::vector<std::filesystem::path>> list(
        const std::filesystem::path &folder) = 0;
    /// Makes a folder, with those that it lies in, that only its owner reads (0700). True where there was none.
    [[nodiscard]] virtual base::Result<bool> ensureFolder(const std::filesystem::path &folder) = 0;
    /// Takes away an empty folder.
    [[nodiscard]] virtual base::Result<void> removeFolder(const std::filesystem::path &folder) = 0;
};

/// The real file system by POSIX calls. Holds no state.
class SystemFileSteps final : public FileSteps {
public:
    [[nodiscard]] base::Result<base::Bytes> read(const std::filesystem::path &path, std::size_t maxBytes) override;
    [[nodiscard]] base::Result<void> writeNew(const std::filesystem::path &path, base::ByteView content) override;
    [[nodiscard]] base::Result<void> rename(const std::filesystem::path &from, const std::filesystem::path &to,
                                            OldContent oldContent) override;
    [[nodiscard]] base::Result<void> syncFolder(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<void> remove(const std::filesystem::path &path) override;
    [[nodiscard]] bool exists(const std::filesystem::path &path) override;
    [[nodiscard]] base::Result<std::vector<std::filesystem::path>> list(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<bool> ensureFolder(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<void> removeFolder(const std::filesystem::path &folder) override;
};

/// Replaces a file as a whole: after a crash at any step the old or the new content is there, never a part. When it
/// returns without an error the new content is durable. One writer at a time (FolderLock).
[[nodiscard]] base::Result<void> replaceFile(FileSteps &steps, const std::filesystem::path &path,
                                             base::ByteView content, OldContent oldContent = OldContent::Leave);

/// Keeps other processes of ours out of a folder's key file while it is read, changed and written. Ends with the process,
/// also when that is killed. Taking it waits for the other holder.
class FolderLock {
public:
    [[nodiscard]] static base::Result<FolderLock> take(const std::filesystem::path &folder);
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&) = delete;
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) noexcept : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace faltakt::crypto
