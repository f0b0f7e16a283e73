#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// The bytes of attachments on one connection.
class PostgresBlobs final : public BlobWriter {
public:
    explicit PostgresBlobs(PostgresSession &session) : m_session(&session) {}

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
    void queueRoom(TenantId tenant, DeviceId device, std::int64_t bytes);

    PostgresSession *m_session;
};

} // namespace faltakt::server
