#pragma once

#include "platform/api/telephone.h"

namespace faltakt::platform {

/// Opens tel: and sms: addresses with the programs that the desktop has for them.
class DesktopTelephone final : public Telephone {
public:
    /// Looks once whether the desktop names such a program: QDesktopServices cannot say before it has tried.
    DesktopTelephone();

    [[nodiscard]] bool canCall() const override { return m_canCall; }
    bool call(std::string_view number) override;
    [[nodiscard]] bool canText() const override { return m_canText; }
    bool text(std::string_view number, std::string_view message) override;

private:
    bool m_canCall;
    bool m_canText;
};

} // namespace faltakt::platform
