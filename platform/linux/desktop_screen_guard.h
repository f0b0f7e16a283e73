#pragma once

#include "platform/api/screen_guard.h"

namespace faltakt::platform {

/// Neither X11 nor the Wayland protocols of Debian 12 let a window keep its content from others: says so.
class DesktopScreenGuard final : public ScreenGuard {
public:
    [[nodiscard]] ScreenProtection protection() const override { return ScreenProtection::None; }
};

} // namespace faltakt::platform
