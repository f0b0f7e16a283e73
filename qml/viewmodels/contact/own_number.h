#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <string>

namespace faltakt::viewmodels {

// The number at which people reach the worker, as it was last written in a text message: kept with the forms of this device.

[[nodiscard]] base::Result<std::string> readOwnNumber(const OpenStore &store);
[[nodiscard]] base::Result<void> keepOwnNumber(OpenStore &store, const std::string &number);

} // namespace faltakt::viewmodels
