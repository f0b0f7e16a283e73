#include "sync/server/app/profile_facts.h"

#include "core/rules/agenda.h"

namespace faltakt::server {

LobImportService::ProfileFacts profileFactsFrom(std::shared_ptr<TenantProfiles> profiles)
{
    return [known = std::move(profiles)](ProfileReader &reader, const Tenant &tenant,
                                         base::Date day) -> base::Result<casework::LobRoutingProfile> {
        TRY(const auto catalogue, known->of(reader, tenant.id));
        TRY(const rules::Profile profile, catalogue->find(tenant.profile, day));
        casework::LobRoutingProfile facts;
        if (const auto age = profile.setting(&rules::ProfileSettings::targetAge))
            facts.targetAge = age->value;
        // A county's profile belongs to no municipality, so no report can be another's.
        if (profile.kind == rules::ProfileKind::Municipality)
            facts.municipalityName = profile.name;
        return facts;
    };
}

ProfileOfDay profileOfDayFrom(std::shared_ptr<TenantProfiles> profiles)
{
    return [known = std::move(profiles)](ProfileReader &reader, const Tenant &tenant,
                                         base::Date day) -> base::Result<rules::Profile> {
        TRY(const auto catalogue, known->of(reader, tenant.id));
        return catalogue->find(tenant.profile, day);
    };
}

AgendaRules agendaRulesFrom(std::shared_ptr<TenantProfiles> profiles)
{
    return [known = std::move(profiles)](ProfileReader &reader, const Tenant &tenant,
                                         base::Date day) -> base::Result<std::unique_ptr<store::AgendaProjector>> {
        TRY(const auto catalogue, known->of(reader, tenant.id));
        TRY(rules::Profile profile, catalogue->find(tenant.profile, day));
        return std::make_unique<rules::FieldAgendaProjector>(std::move(profile));
    };
}

} // namespace faltakt::server
