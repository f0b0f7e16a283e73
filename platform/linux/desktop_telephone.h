#pragma once

#include "platform/api/telephone.h"

namespace faltakt::platform {

/// Opens tel: addresses with the program that the desktop has for them.
class DesktopTelephone final : public Telephone {
public:
    /// Looks once whether the desktop names such a program: QDesktopServices cannot say before it has tried.
    DesktopTelephone();

    [[nodiscard]] bool canCall() const override { return m_canCall; }
    bool call(std::string_view number) override;

private:
    bool m_canCall;
};

} // namespace faltakt::platform
