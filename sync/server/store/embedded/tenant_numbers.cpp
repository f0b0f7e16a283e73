#include "sync/server/store/embedded/tenant_numbers.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<std::int64_t> TenantNumbers::of(TenantId tenant)
{
    if (const auto known = m_numbers.find(tenant); known != m_numbers.end())
        return known->second;
    TRY(auto statement, m_database->prepare("SELECT number FROM tenant WHERE id = ?"));
    statement.bind(1, tenant);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::NotFound, "tenant");
    const std::int64_t number = statement.integer(0);
    m_numbers.emplace(tenant, number);
    return number;
}

Result<TenantId> TenantNumbers::tenant(std::int64_t number)
{
    TRY(auto statement, m_database->prepare("SELECT id FROM tenant WHERE number = ?"));
    statement.bind(1, number);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::Damaged, "a row of a tenant that is not there");
    return statement.id<TenantId>(0);
}

} // namespace faltakt::server
