#pragma once

#include "core/base/ids.h"

#include <optional>
#include <vector>

namespace faltakt::casework {

/// That the worker had to do with a case: opened its file, or wrote in it.
struct CaseTouch {
    enum class Way : std::uint8_t { Opened, Wrote };
    base::CaseId caseId;
    base::Instant at;
    Way way = Way::Opened;
};

/// For whom a quick note may be.
struct NoteProposal {
    std::optional<base::CaseId> likely; ///< named beforehand, changeable
    std::vector<base::CaseId> others;   ///< to choose from, at most three, the latest first
};

/// Who was dealt with in the last 30 minutes is the likely one. The others are the latest three in whose files the worker
/// wrote, the likely one left out. The order of the touches does not matter.
[[nodiscard]] NoteProposal proposeNoteCase(const std::vector<CaseTouch> &touches, base::Instant now);

} // namespace faltakt::casework
