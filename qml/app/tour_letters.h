#pragma once

#include "qml/app/tour.h"

namespace faltakt::app {

/// The letters that wait, one that may go, and one that is held.
[[nodiscard]] std::vector<Scene> letterScenes();

} // namespace faltakt::app
