#include "sync/client/lease.h"

#include <algorithm>

namespace faltakt::client {

base::Duration passedSinceContact(const store::LeaseTerms &terms, base::Instant now)
{
    // What an older version wrote down has no moment of the own clock: the server's stands for it.
    const auto contact = terms.contactHere ? terms.contactHere : terms.lastContact;
    return std::max({terms.passedSince, contact ? now - *contact : base::Duration(0), base::Duration(0)});
}

base::Instant countedTime(const store::LeaseTerms &terms, base::Instant now)
{
    return terms.lastContact ? *terms.lastContact + passedSinceContact(terms, now) : now;
}

Lease leaseOf(const store::LeaseTerms &terms, base::Instant now)
{
    Lease lease;
    lease.until = terms.until;
    if (!terms.until)
        return lease;
    const base::Instant counted = countedTime(terms, now);
    lease.ended = counted > *terms.until;
    lease.left = lease.ended ? base::Duration(0) : *terms.until - counted;
    return lease;
}

} // namespace faltakt::client
