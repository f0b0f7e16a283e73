#pragma once

#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// The languages in which a whole form can be asked, the base language first: every question, hint and answer is there. A
/// form that falls back into another language half-way would be no translation.
[[nodiscard]] std::vector<std::string> formLanguages(const Questionnaire &questionnaire);

} // namespace faltakt::screening
