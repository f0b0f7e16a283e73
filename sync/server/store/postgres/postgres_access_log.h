#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// The access log on one connection.
class PostgresAccessLog final : public AccessLogWriter {
public:
    explicit PostgresAccessLog(PostgresSession &session) : m_session(&session) {}

    base::Result<AccessLogHead> head(TenantId tenant) override;
    base::Result<std::vector<AccessLogEntry>> entriesAfter(TenantId tenant, std::int64_t after, int limit) override;
    base::Result<void> append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                              const AccessLogHead &head) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
