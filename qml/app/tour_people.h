#pragma once

#include "qml/app/tour.h"

namespace faltakt::app {

/// A person's card, and the sheets over it.
[[nodiscard]] std::vector<Scene> peopleScenes();

} // namespace faltakt::app
