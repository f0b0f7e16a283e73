#pragma once

#include "core/changelog/record_state.h"

namespace faltakt::casework {

/// What the police's file says of something that was written here before. Nothing that somebody wrote is replaced.
struct LobCompletion {
    base::json::Object missing; ///< Nobody has written it: goes in.
    base::json::Object
        warnings; ///< Says otherwise, and tells of danger: stands beside as a second version, and is shown.
    base::json::Object others; ///< Says otherwise: stands beside, and what was written here is shown.

    [[nodiscard]] bool isEmpty() const { return missing.empty() && warnings.empty() && others.empty(); }
};

/// Whether what somebody wrote and took away again counts as missing.
enum class Emptied { Stays, Fills };

/// Compares field by field: texts by their letters alone, and "unknown" says nothing against anything.
[[nodiscard]] LobCompletion completionOf(const changelog::RecordState &record, const base::json::Object &said,
                                         Emptied emptied);

} // namespace faltakt::casework
