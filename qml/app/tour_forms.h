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

/// A talk that has come so far.
struct TalkSoFar {
    std::string_view instrument;
    std::string_view answers = "{}"; ///< As a script writes them.
    /// Everything else has been asked too, but for the interviewer's own questions.
    bool isAsked = false;
};
/// A new record of it, under way.
[[nodiscard]] base::Result<base::RecordId> talkUnderWay(viewmodels::OpenStore &store, base::CaseId caseId,
                                                        const TalkSoFar &talk);

} // namespace faltakt::app
