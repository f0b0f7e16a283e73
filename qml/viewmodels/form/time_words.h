#pragma once

#include "core/base/instant.h"
#include "core/base/language.h"

#include <QString>

namespace faltakt::viewmodels {

// Times as people say them, on a Swedish clock.

/// "i dag", "i går", "i morgon", otherwise "tor 23 oktober"; with the year where it is another one.
[[nodiscard]] QString dayText(base::Date day, base::Instant now, base::Language language);
/// "13:07".
[[nodiscard]] QString clockText(base::Instant instant);
/// "i dag 13:07", "tor 23 oktober 16:30".
[[nodiscard]] QString momentText(base::Instant instant, base::Instant now, base::Language language);
/// "lördag 11 oktober 23:40".
[[nodiscard]] QString longMomentText(base::Instant instant, base::Instant now, base::Language language);
/// "I dag …": the first letter as at the start of a line.
[[nodiscard]] QString capitalised(QString text);

} // namespace faltakt::viewmodels
