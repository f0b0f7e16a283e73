#pragma once

#include "qml/app/tour.h"

namespace faltakt::app {

/// The pages of the day as a whole: who was met, what was counted, a relative's call, and its end.
[[nodiscard]] std::vector<Scene> dayScenes();

} // namespace faltakt::app
