#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Visits that are not over, on one connection.
class EmbeddedWatches final : public WatchWriter {
public:
    EmbeddedWatches(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::vector<OpenWatch>> openWatches(TenantId tenant) override;
    base::Result<void> setWatch(TenantId tenant, const OpenWatch &watch) override;
    base::Result<void> dropWatch(TenantId tenant, RecordId record) override;

private:
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
