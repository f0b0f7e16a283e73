#include "sync/server/api/key_vault.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<std::shared_ptr<const TenantKeys>> MemoryKeyVault::keysOf(TenantId tenant) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_keys.find(tenant);
    if (found == m_keys.end())
        return fail(ErrorCode::NotFound, "the tenant's keys");
    return found->second;
}

Result<void> MemoryKeyVault::keep(TenantId tenant, TenantKeys keys)
{
    const std::lock_guard lock(m_mutex);
    if (!m_keys.emplace(tenant, std::make_shared<const TenantKeys>(std::move(keys))).second)
        return fail(ErrorCode::AlreadyExists, "the tenant's keys");
    return {};
}

} // namespace faltakt::server
