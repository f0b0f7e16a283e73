#pragma once

#include "core/rules/guidance_card.h"
#include "core/rules/profile.h"

namespace faltakt::rules {

/// What a municipality has decided as cards of Vägledning, in the order of reading: first the card "profile" with every
/// setting, stated or "not stated in the guideline"; then who decides and answers for what, the insatser that are
/// offered on the day with the paragraphs of a decision of the day, whom to contact, and the local rules. Ids begin with
/// "profile". Nothing for the profile of nobody.
[[nodiscard]] std::vector<GuidanceCard> profileCards(const Profile &profile, base::Date day, Language language);

/// The areas of those cards.
[[nodiscard]] std::vector<GuidanceArea> profileAreas(Language language);

} // namespace faltakt::rules
