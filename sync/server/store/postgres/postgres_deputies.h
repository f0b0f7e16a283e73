#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Colleagues who stand in, on one connection.
class PostgresDeputies final : public DeputyWriter {
public:
    explicit PostgresDeputies(PostgresSession &session) : m_session(&session) {}

    base::Result<std::vector<DeputyTerm>> terms(TenantId tenant) override;
    base::Result<std::vector<DeputyTerm>> termsOfCase(TenantId tenant, CaseId caseId) override;
    base::Result<void> setTerm(TenantId tenant, const DeputyTerm &term) override;
    base::Result<void> dropTerm(TenantId tenant, RecordId record) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
