#pragma once

#include "core/changelog/record_state.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <vector>

namespace faltakt::viewmodels {

/// A record as it was written, whether or not it is read as sealed.
struct WrittenRecord {
    changelog::RecordState state;
    store::RecordView view;
    std::vector<changelog::Change> changes; ///< Whose values stand.
};

/// NotFound where it is not here. Store thread.
[[nodiscard]] base::Result<WrittenRecord> readWritten(OpenStore &store, base::RecordId record);

} // namespace faltakt::viewmodels
