#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Police sheets seen, reports that stay at the office, and persons by number, on one connection.
class PostgresOffice final : public OfficeWriter {
public:
    explicit PostgresOffice(PostgresSession &session) : m_session(&session) {}

    base::Result<std::optional<LobSheet>> lobSheet(TenantId tenant, std::string_view source,
                                                   std::string_view sheet) override;
    base::Result<std::vector<OfficeReport>> officeReports(TenantId tenant) override;
    base::Result<std::vector<RecordId>> personsByNumber(TenantId tenant, std::string_view number) override;

    base::Result<void> addLobSheet(TenantId tenant, const LobSheet &sheet) override;
    base::Result<void> addOfficeReport(TenantId tenant, const OfficeReport &report) override;
    base::Result<void> setNumbers(TenantId tenant, RecordId record, const std::vector<std::string> &numbers) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
