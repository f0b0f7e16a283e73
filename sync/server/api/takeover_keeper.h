#pragma once

#include "sync/server/api/session.h"

#include <map>

namespace faltakt::server {

/// Gives and takes the rights that a question to take over a matter brings: who is asked sees the card and the question;
/// who takes over gets the file; who says no has what was there before.
[[nodiscard]] base::Result<void> keepTakeover(StoreTransaction &transaction, TenantId tenant,
                                              const changelog::RecordState &state, base::Instant now);

/// What of a change is against the rules of handing over, as the field; empty where nothing is. Only who holds the whole
/// file asks, and only somebody of the same team, or all of it; only who is asked answers, once; and the responsibility of a
/// case that is there goes to nobody but to whom the same change says takes over. `rights`: the author's; `madeHere`: records
/// that the same push has made, of which the store has no state yet, are among them.
[[nodiscard]] base::Result<std::string> takeoverFault(StoreTransaction &transaction, const Caller &caller,
                                                      const changelog::Change &change, changelog::CompartmentSet rights,
                                                      const std::map<RecordId, RecordHome> &madeHere);

} // namespace faltakt::server
