#pragma once

#include "platform/api/screen_guard.h"

namespace faltakt::platform {

class FakeScreenGuard final : public ScreenGuard {
public:
    explicit FakeScreenGuard(ScreenProtection protection = ScreenProtection::Hidden) : m_protection(protection) {}
    [[nodiscard]] ScreenProtection protection() const override { return m_protection; }

private:
    ScreenProtection m_protection;
};

} // namespace faltakt::platform
