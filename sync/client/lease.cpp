#include "sync/client/lease.h"

#include <algorithm>

namespace faltakt::client {

Lease leaseOf(std::optional<base::Instant> until, std::optional<base::Instant> lastContact, base::Instant now)
{
    Lease lease;
    lease.until = until;
    if (!until)
        return lease;
    const base::Instant counted = std::max(now, lastContact.value_or(base::Instant::min()));
    lease.ended = counted > *until;
    lease.left = lease.ended ? base::Duration(0) : *until - counted;
    return lease;
}

Lease leaseOf(const store::SyncPosition &position, base::Instant now)
{
    return leaseOf(position.leaseUntil, position.lastContact, now);
}

} // namespace faltakt::client
