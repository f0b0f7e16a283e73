#pragma once

#include "core/crypto/file_steps.h"
#include "tests/simulation/crash_vfs.h"

namespace faltakt::simulation {

/// Plain files on a disk that goes down and forgets, beside the database on it. A name that was given to a file and not made
/// durable by syncing the folder may be the old one again after a power cut. There are no folders: they are part of the names.
/// Borrows the disk.
class CrashFiles final : public crypto::FileSteps {
public:
    explicit CrashFiles(CrashDisk &disk) : m_disk(&disk) {}

    [[nodiscard]] base::Result<base::Bytes> read(const std::filesystem::path &path, std::size_t maxBytes) override;
    [[nodiscard]] base::Result<void> writeNew(const std::filesystem::path &path, base::ByteView content) override;
    [[nodiscard]] base::Result<void> rename(const std::filesystem::path &from, const std::filesystem::path &to,
                                            crypto::OldContent oldContent) override;
    [[nodiscard]] base::Result<void> syncFolder(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<void> remove(const std::filesystem::path &path) override;
    [[nodiscard]] bool exists(const std::filesystem::path &path) override;
    [[nodiscard]] base::Result<std::vector<std::filesystem::path>> list(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<bool> ensureFolder(const std::filesystem::path &folder) override;
    [[nodiscard]] base::Result<void> removeFolder(const std::filesystem::path &folder) override;

private:
    CrashDisk *m_disk;
};

} // namespace faltakt::simulation
