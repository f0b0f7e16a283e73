#pragma once

#include "sync/server/api/session.h"
#include "sync/server/store/server_store.h"

#include "core/rules/tally_statistics.h"
#include "sync/server/api/key_vault.h"

namespace faltakt::server {

/// Why a change that hands in counts is not taken: it lies in another case than that of its author's team, or the record is a
/// colleague's. Empty where it may stand, and where it hands in none.
[[nodiscard]] base::Result<std::string> tallyFault(StoreTransaction &transaction, const Caller &caller,
                                                   const changelog::Change &change);

/// Opens what the tenant's teams have handed in. What cannot be opened, or was sealed for another record, counts as nothing. Of
/// versions of one record that did not know of each other each count is the larger one: a device that was put back from a copy
/// has forgotten what it handed in.
[[nodiscard]] base::Result<std::vector<rules::CountedTally>> readTallies(StoreSnapshot &snapshot, TenantId tenant,
                                                                         const TenantKeys &keys);

} // namespace faltakt::server
