#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Profiles on one connection.
class PostgresProfiles final : public ProfileWriter {
public:
    explicit PostgresProfiles(PostgresSession &session) : m_session(&session) {}

    base::Result<std::vector<StoredProfile>> profiles(TenantId tenant) override;
    base::Result<std::string> profileText(TenantId tenant, const base::Hash &hash) override;
    base::Result<void> addProfile(TenantId tenant, const StoredProfile &profile, std::string_view text) override;

private:
    PostgresSession *m_session;
};

} // namespace faltakt::server
