#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>

namespace faltakt::server {

/// Where things lie in DATA.
class DataFolder {
public:
    explicit DataFolder(std::filesystem::path root) : m_root(std::move(root)) {}

    [[nodiscard]] const std::filesystem::path &root() const { return m_root; }
    [[nodiscard]] std::filesystem::path keys() const { return m_root / "keys"; }
    [[nodiscard]] std::filesystem::path database() const { return m_root / "server.db"; }
    /// Says where the data are that are not in the folder.
    [[nodiscard]] std::filesystem::path databaseAddress() const { return m_root / "database.url"; }
    [[nodiscard]] std::filesystem::path lock() const { return m_root / "lock"; }
    [[nodiscard]] std::filesystem::path adminSocket() const { return m_root / "admin.sock"; }
    [[nodiscard]] std::filesystem::path recoveryKey(base::TenantId tenant) const
    {
        return m_root / ("recovery-" + tenant.toString() + ".txt");
    }
    /// Where the last review of the access log found its end: an older state that was put back shows by it.
    [[nodiscard]] std::filesystem::path accessLogSeen(base::TenantId tenant) const
    {
        return m_root / ("access-log-" + tenant.toString() + ".seen");
    }

    /// Makes DATA and DATA/keys, for the owner alone.
    [[nodiscard]] base::Result<void> create() const;
    /// True where `init` was done here.
    [[nodiscard]] bool isInitialised() const;

private:
    std::filesystem::path m_root;
};

/// The right to use DATA; one process has it. Ends with the process, also when that is killed.
class DataLock {
public:
    /// Empty where another process has it.
    [[nodiscard]] static base::Result<std::optional<DataLock>> tryTake(const DataFolder &folder);
    DataLock(DataLock &&other) noexcept;
    DataLock &operator=(DataLock &&) = delete;
    DataLock(const DataLock &) = delete;
    ~DataLock();

private:
    explicit DataLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace faltakt::server
