#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Colleagues who stand in, on one connection.
class EmbeddedDeputies final : public DeputyWriter {
public:
    EmbeddedDeputies(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::vector<DeputyTerm>> terms(TenantId tenant) override;
    base::Result<std::vector<DeputyTerm>> termsOfCase(TenantId tenant, CaseId caseId) override;
    base::Result<void> setTerm(TenantId tenant, const DeputyTerm &term) override;
    base::Result<void> dropTerm(TenantId tenant, RecordId record) override;

private:
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
