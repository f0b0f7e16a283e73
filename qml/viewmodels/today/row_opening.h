#pragma once

#include "qml/viewmodels/shell/router.h"
#include "qml/viewmodels/today/today_row.h"

namespace faltakt::viewmodels {

/// Opens the page that one of a person's next steps is done on; false where it has none of its own: a task has its sheet,
/// the others their one button. Main thread.
bool openStepPage(Router &router, const TodayRow &step);

/// Opens the form that, once it is saved, ends the row: for those of the verb FillIn. Main thread.
void openFormOfRow(Router &router, const TodayRow &row);

/// Where it is read and signed: answered questions have a page of their own. Main thread.
void openUnsignedRow(Router &router, const TodayRow &row);

/// Opens the form that was begun and not saved. Main thread.
void openDraftPage(Router &router, const TodayRow &draft);

} // namespace faltakt::viewmodels
