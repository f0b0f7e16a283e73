#pragma once

#include "core/rules/guidance_catalogue.h"
#include "qml/viewmodels/shell/app_services.h"

namespace faltakt::viewmodels {

/// The id of the card with everything that a municipality has decided.
inline constexpr auto ProfileCard = "profile";

/// The cards that come with the program, and those of the municipality of the worker who has unlocked, as they hold today.
[[nodiscard]] base::Result<rules::GuidanceCatalogue> municipalGuidance(const AppServices &services);

} // namespace faltakt::viewmodels
