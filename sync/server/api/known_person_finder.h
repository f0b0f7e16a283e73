#pragma once

#include "core/casework/lob_routing.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// What the register has about a person, by identity number alone. An open matter goes before a closed one, links
/// `mergedInto` are followed. Within one transaction.
[[nodiscard]] base::Result<casework::KnownPerson> findKnownPerson(StoreTransaction &transaction, TenantId tenant,
                                                                  const std::string &identityNumber);

} // namespace faltakt::server
