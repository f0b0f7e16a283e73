#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <vector>

namespace faltakt::viewmodels {

/// Whom a new note or contact is likely to be about: the person of the last half hour, and the three before.
struct ProposedPeople {
    std::optional<store::CaseRow> likely;
    std::vector<store::CaseRow> others;
};

/// To be called (in Workspace::keep or write) whenever a person's file is opened. Kept like an unfinished form: on this
/// device alone. The last eight are remembered.
[[nodiscard]] base::Result<void> noteRecentCase(OpenStore &store, base::CaseId caseId);
/// By casework::proposeNoteCase; people that the device no longer holds are left out.
[[nodiscard]] base::Result<ProposedPeople> proposedPeople(const OpenStore &store);

} // namespace faltakt::viewmodels
