#include "qml/viewmodels/guidance/municipal_guidance.h"

#include "core/casework/swedish_time.h"

namespace faltakt::viewmodels {

base::Result<rules::GuidanceCatalogue> municipalGuidance(const AppServices &services)
{
    TRY(auto catalogue, rules::shippedGuidance());
    TRY(const rules::Profile profile, services.workspace.profile());
    catalogue.addProfile(profile, casework::swedishDate(services.clock.now()));
    return catalogue;
}

} // namespace faltakt::viewmodels
