#pragma once

#include "qml/app/tour.h"

namespace faltakt::app {

/// The children in a person's life and the acts about them and about protection.
[[nodiscard]] std::vector<Scene> childrenScenes();

} // namespace faltakt::app
