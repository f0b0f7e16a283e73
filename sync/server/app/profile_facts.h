#pragma once

#include "sync/server/api/letter_service.h"
#include "sync/server/api/lob_import_service.h"
#include "sync/server/api/tenant_profiles.h"
#include "sync/server/api/todays_cases.h"

namespace faltakt::server {

/// What routing needs from the profile that a tenant follows on a day.
[[nodiscard]] LobImportService::ProfileFacts profileFactsFrom(std::shared_ptr<TenantProfiles> profiles);
/// The rules of I dag that a tenant's profile gives.
[[nodiscard]] AgendaRules agendaRulesFrom(std::shared_ptr<TenantProfiles> profiles);
/// The profile that a tenant follows on a day.
[[nodiscard]] ProfileOfDay profileOfDayFrom(std::shared_ptr<TenantProfiles> profiles);

} // namespace faltakt::server
