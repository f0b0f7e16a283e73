#pragma once

#include "core/rules/profile_catalogue.h"
#include "sync/server/api/letter_service.h"
#include "sync/server/api/lob_import_service.h"
#include "sync/server/api/todays_cases.h"

namespace faltakt::server {

/// What routing needs from the shipped profile that a tenant follows on a day.
[[nodiscard]] LobImportService::ProfileFacts profileFactsFrom(rules::ProfileCatalogue catalogue);
/// The shipped profile that a tenant follows on a day.
[[nodiscard]] TenantProfiles tenantProfilesFrom(rules::ProfileCatalogue catalogue);
/// The rules of I dag that the shipped profiles give.
[[nodiscard]] AgendaRules agendaRulesFrom(rules::ProfileCatalogue catalogue);

} // namespace faltakt::server
