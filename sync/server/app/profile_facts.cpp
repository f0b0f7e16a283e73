#include "sync/server/app/profile_facts.h"

#include "core/rules/agenda.h"

namespace faltakt::server {

LobImportService::ProfileFacts profileFactsFrom(rules::ProfileCatalogue catalogue)
{
    return [catalogue = std::move(catalogue)](const Tenant &tenant,
                                              base::Date day) -> base::Result<casework::LobRoutingProfile> {
        TRY(const rules::Profile profile, catalogue.find(tenant.profile, day));
        casework::LobRoutingProfile facts;
        if (const auto age = profile.setting(&rules::ProfileSettings::targetAge))
            facts.targetAge = age->value;
        // A county's profile belongs to no municipality, so no report can be another's.
        if (profile.kind == rules::ProfileKind::Municipality)
            facts.municipalityName = profile.name;
        return facts;
    };
}

TenantProfiles tenantProfilesFrom(rules::ProfileCatalogue catalogue)
{
    return [catalogue = std::move(catalogue)](const Tenant &tenant, base::Date day) {
        return catalogue.find(tenant.profile, day);
    };
}

AgendaRules agendaRulesFrom(rules::ProfileCatalogue catalogue)
{
    return [catalogue = std::move(catalogue)](const std::string &id,
                                              base::Date day) -> base::Result<std::unique_ptr<store::AgendaProjector>> {
        TRY(rules::Profile profile, catalogue.find(id, day));
        return std::make_unique<rules::FieldAgendaProjector>(std::move(profile));
    };
}

} // namespace faltakt::server
