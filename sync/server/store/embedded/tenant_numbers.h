#pragma once

#include "core/store/database.h"
#include "sync/server/store/server_records.h"

#include <map>

namespace faltakt::server {

/// The short numbers under which one connection's keys hold tenants. One thread at a time.
class TenantNumbers {
public:
    explicit TenantNumbers(store::Database &database) : m_database(&database) {}

    /// NotFound where there is no such tenant.
    [[nodiscard]] base::Result<std::int64_t> of(TenantId tenant);
    [[nodiscard]] base::Result<TenantId> tenant(std::int64_t number);
    /// After a roll-back: what was read inside may never have been.
    void forget() { m_numbers.clear(); }

private:
    store::Database *m_database;
    std::map<TenantId, std::int64_t> m_numbers;
};

} // namespace faltakt::server
