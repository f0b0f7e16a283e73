#pragma once

#include "qml/app/tour.h"

namespace faltakt::app {

/// The device in a person's hands, from the worker's choices to her taking it back; and how questions are asked beside the
/// person's language.
[[nodiscard]] std::vector<Scene> handoverScenes();

} // namespace faltakt::app
