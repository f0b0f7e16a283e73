#include "sync/server/api/server_settings.h"

namespace faltakt::server {

int packageDays(const Tenant &tenant) { return tenant.packageDays.value_or(DefaultPackageDays); }

base::Instant packageSince(const Tenant &tenant, base::Instant now)
{
    const int days = packageDays(tenant);
    return days <= 0 ? base::Instant() : now - std::chrono::days(days);
}

} // namespace faltakt::server
