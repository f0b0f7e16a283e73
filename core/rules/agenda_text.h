#pragma once

#include "core/base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

using base::Language;

/// Short words for a row's reason code, such as "lobAttempt:2:3" → "Ring, försök 2 av 3". A code of a newer version
/// is given back as it is. The words name no trait of the person.
[[nodiscard]] std::string agendaReasonText(std::string_view reason, Language language);

/// Every reason code that the rules of this version give, without parameters.
[[nodiscard]] std::vector<std::string_view> agendaReasonCodes();

} // namespace faltakt::rules
