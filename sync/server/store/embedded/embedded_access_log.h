#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// The access log on one connection.
class EmbeddedAccessLog final : public AccessLogWriter {
public:
    EmbeddedAccessLog(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<AccessLogHead> head(TenantId tenant) override;
    base::Result<std::vector<AccessLogEntry>> entriesAfter(TenantId tenant, std::int64_t after, int limit) override;
    base::Result<void> append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                              const AccessLogHead &head) override;

private:
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
