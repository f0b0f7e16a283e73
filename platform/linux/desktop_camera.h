#pragma once

#include "platform/api/code_scanner.h"

namespace faltakt::platform {

/// By the rights of the files of the system's devices for video, which may turn out to be no cameras; opens none.
[[nodiscard]] CameraAccess cameraAccess();

} // namespace faltakt::platform
