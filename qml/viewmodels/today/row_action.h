#pragma once

#include "qml/viewmodels/today/today_row.h"

namespace faltakt::viewmodels {

/// Icon and words of the row's one button, by its verb and by whom and what the row is about. Store thread.
void tellAction(TodayRow &row);

} // namespace faltakt::viewmodels
