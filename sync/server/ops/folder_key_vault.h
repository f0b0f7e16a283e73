#pragma once

#include "sync/server/api/key_vault.h"

#include <filesystem>

namespace faltakt::server {

/// The server's keys as files that only their owner reads: one for the database, one for stamps, one for each tenant.
/// Reads a tenant's file once. Thread-safe.
class FolderKeyVault final : public KeyVault {
public:
    /// Makes database and stamp keys; AlreadyExists where they are there.
    [[nodiscard]] static base::Result<void> create(const std::filesystem::path &folder, base::Random &random);
    /// NotFound where `create` was not done, Damaged on a key of another size.
    [[nodiscard]] static base::Result<std::unique_ptr<FolderKeyVault>> open(const std::filesystem::path &folder);

    base::Result<std::shared_ptr<const TenantKeys>> keysOf(TenantId tenant) const override;
    base::Result<void> keep(TenantId tenant, TenantKeys keys) override;
    const crypto::SecretBytes &stampKey() const override { return m_stampKey; }
    /// 32 bytes.
    [[nodiscard]] const crypto::SecretBytes &databaseKey() const { return m_databaseKey; }

private:
    explicit FolderKeyVault(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] std::filesystem::path fileOf(TenantId tenant) const
    {
        return m_folder / ("tenant-" + tenant.toString() + ".json");
    }

    std::filesystem::path m_folder;
    crypto::SecretBytes m_databaseKey;
    crypto::SecretBytes m_stampKey;
    mutable std::mutex m_mutex;
    mutable std::map<TenantId, std::shared_ptr<const TenantKeys>> m_read;
};

} // namespace faltakt::server
