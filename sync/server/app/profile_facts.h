#pragma once

#include "core/rules/profile_catalogue.h"
#include "sync/server/api/lob_import_service.h"

namespace faltakt::server {

/// What routing needs from the shipped profile that a tenant follows on a day.
[[nodiscard]] LobImportService::ProfileFacts profileFactsFrom(rules::ProfileCatalogue catalogue);

} // namespace faltakt::server
