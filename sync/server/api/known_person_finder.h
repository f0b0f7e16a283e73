#pragma once

#include "core/casework/lob_routing.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// What the register has about a person, by identity number alone. An open matter goes before a closed one, links
/// `mergedInto` are followed. `except`: a file that is not meant, with all that is tied to it. Within one snapshot or
/// transaction.
[[nodiscard]] base::Result<casework::KnownPerson> findKnownPerson(LogReader &log, OfficeReader &office, TenantId tenant,
                                                                  const std::string &identityNumber,
                                                                  const std::optional<CaseId> &except = {});

} // namespace faltakt::server
