#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::app {

/// An interview that rates every area, with an earlier one to stand beside it.
struct RatedInterview {
    base::CaseId caseId;
    base::RecordId record;
};
/// Of the person of that case; made where a scene before has not made it.
[[nodiscard]] base::Result<RatedInterview> ratedInterview(viewmodels::OpenStore &store, base::CaseId caseId);

} // namespace faltakt::app
