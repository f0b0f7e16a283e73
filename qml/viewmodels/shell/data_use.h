#pragma once

#include "qml/viewmodels/shell/app_services.h"

namespace faltakt::viewmodels {

/// The day in Sweden, as AppSettings counts by it.
[[nodiscard]] QString dayOf(base::Instant instant);
/// "0,4 MB i dag", and how much of it over mobile data where there was some.
[[nodiscard]] QString dataUseText(const AppServices &services);

} // namespace faltakt::viewmodels
