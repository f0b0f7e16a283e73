#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Content packs on one connection.
class PostgresPacks final : public PackWriter {
public:
    explicit PostgresPacks(PostgresSession &session) : m_session(&session) {}

    base::Result<std::vector<StoredPack>> packs(TenantId tenant) override;
    base::Result<base::Bytes> packChunk(TenantId tenant, const base::Hash &hash, std::int64_t index) override;
    base::Result<std::vector<base::Bytes>> publishers(TenantId tenant) override;
    base::Result<void> addPack(TenantId tenant, const StoredPack &pack, base::ByteView bytes) override;
    base::Result<void> addPublisher(TenantId tenant, base::ByteView key, base::Instant at) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
