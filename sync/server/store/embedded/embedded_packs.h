#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Content packs on one connection.
class EmbeddedPacks final : public PackWriter {
public:
    EmbeddedPacks(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::vector<StoredPack>> packs(TenantId tenant) override;
    base::Result<base::Bytes> packChunk(TenantId tenant, const base::Hash &hash, std::int64_t index) override;
    base::Result<std::vector<base::Bytes>> publishers(TenantId tenant) override;
    base::Result<void> addPack(TenantId tenant, const StoredPack &pack, base::ByteView bytes) override;
    base::Result<void> addPublisher(TenantId tenant, base::ByteView key, base::Instant at) override;

private:
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
