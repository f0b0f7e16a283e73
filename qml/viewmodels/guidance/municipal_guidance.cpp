#include "qml/viewmodels/guidance/municipal_guidance.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/workspace/workspace_setup.h"

namespace faltakt::viewmodels {

base::Result<rules::GuidanceCatalogue> municipalGuidance(const AppServices &services)
{
    const base::Instant now = services.clock.now();
    TRY(auto catalogue, rules::shippedGuidance());
    TRY(const rules::Profile profile, profileFor(services.workspace.profileName(), now));
    catalogue.addProfile(profile, casework::swedishDate(now));
    return catalogue;
}

} // namespace faltakt::viewmodels
