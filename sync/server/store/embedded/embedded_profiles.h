#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Profiles on one connection.
class EmbeddedProfiles final : public ProfileWriter {
public:
    EmbeddedProfiles(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::vector<StoredProfile>> profiles(TenantId tenant) override;
    base::Result<std::string> profileText(TenantId tenant, const base::Hash &hash) override;
    base::Result<void> addProfile(TenantId tenant, const StoredProfile &profile, std::string_view text) override;

private:
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
