#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// The access log on one connection.
class PostgresAccessLog final : public AccessLogWriter {
public:
    explicit PostgresAccessLog(PostgresSession &session) : m_session(&session) {}

    /// At the beginning and at the end of each transaction.
    void forget() { m_known.reset(); }
    /// The head of the tenant that was entered will be asked for: fetched with what else is asked. In a writing transaction, whose
    /// lock keeps it as it is.
    void expectHead(TenantId tenant);
    base::Result<AccessLogHead> head(TenantId tenant) override;
    base::Result<std::vector<AccessLogEntry>> entriesAfter(TenantId tenant, std::int64_t after, int limit) override;
    base::Result<void> append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                              const AccessLogHead &head) override;

private:
    struct Known {
        TenantId tenant;
        AccessLogHead head;
    };
    PostgresSession *m_session;
    std::optional<Known> m_known; ///< Fetched, or written by this transaction itself.
};

} // namespace faltakt::server
