#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// The bytes of attachments on one connection.
class EmbeddedBlobs final : public BlobWriter {
public:
    EmbeddedBlobs(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::optional<StoredBlob>> blob(TenantId tenant, CaseId caseId, const base::Hash &name) override;
    base::Result<std::vector<StoredBlob>> blobsAfter(TenantId tenant, const std::optional<BlobPosition> &after,
                                                     int limit) override;
    base::Result<base::Bytes> chunk(TenantId tenant, CaseId caseId, const base::Hash &name,
                                    std::int64_t index) override;
    base::Result<std::vector<base::Hash>> leaves(TenantId tenant, CaseId caseId, const base::Hash &name) override;
    base::Result<BlobRoom> room(TenantId tenant, DeviceId device) override;
    base::Result<void> addBlob(TenantId tenant, const StoredBlob &blob) override;
    base::Result<void> addChunk(TenantId tenant, const StoredBlob &blob, std::int64_t index, const base::Hash &leaf,
                                base::ByteView chunk) override;
    base::Result<void> dropChunks(TenantId tenant, const StoredBlob &blob) override;
    base::Result<void> setOrphanSince(TenantId tenant, const StoredBlob &blob,
                                      std::optional<base::Instant> since) override;
    base::Result<void> clearOrphanMarks(TenantId tenant) override;
    base::Result<void> removeBlob(TenantId tenant, const StoredBlob &blob) override;

private:
    /// The row's number; NotFound.
    [[nodiscard]] base::Result<std::int64_t> numberOf(TenantId tenant, CaseId caseId, const base::Hash &name);
    [[nodiscard]] base::Result<void> setHeld(std::int64_t number, std::int64_t held);
    [[nodiscard]] base::Result<void> forgetChunks(std::int64_t number);
    [[nodiscard]] base::Result<void> takeRoom(TenantId tenant, DeviceId device, std::int64_t bytes);

    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
