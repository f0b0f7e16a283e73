#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::app {

/// Content packs as a device has them on the tour: one that is asked, one that begins later, and one by a publisher whom nobody
/// told it to trust. Invented; their words are ours.
[[nodiscard]] base::Result<void> bringPacks(viewmodels::OpenStore &store);

} // namespace faltakt::app
