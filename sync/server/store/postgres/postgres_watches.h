#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Visits that are not over, on one connection.
class PostgresWatches final : public WatchWriter {
public:
    explicit PostgresWatches(PostgresSession &session) : m_session(&session) {}

    base::Result<std::vector<OpenWatch>> openWatches(TenantId tenant) override;
    base::Result<void> setWatch(TenantId tenant, const OpenWatch &watch) override;
    base::Result<void> dropWatch(TenantId tenant, RecordId record) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
