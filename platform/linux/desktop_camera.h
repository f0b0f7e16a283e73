#pragma once

namespace faltakt::platform {

/// Whether the system has a device for video that this user may read; opens none. It may turn out to be no camera.
[[nodiscard]] bool hasVideoDevice();

} // namespace faltakt::platform
