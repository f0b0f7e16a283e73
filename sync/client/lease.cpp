#include "sync/client/lease.h"

#include <algorithm>

namespace faltakt::client {

Lease leaseOf(const store::SyncPosition &position, base::Instant now)
{
    Lease lease;
    lease.until = position.leaseUntil;
    if (!lease.until)
        return lease;
    const base::Instant counted = std::max(now, position.lastContact.value_or(base::Instant::min()));
    lease.ended = counted > *lease.until;
    lease.left = lease.ended ? base::Duration(0) : *lease.until - counted;
    return lease;
}

} // namespace faltakt::client
