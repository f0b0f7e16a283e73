#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::app {

/// A plan with two goals in that file, as a worker has saved it.
[[nodiscard]] base::Result<base::RecordId> savedPlan(viewmodels::OpenStore &store, base::CaseId caseId);

} // namespace faltakt::app
