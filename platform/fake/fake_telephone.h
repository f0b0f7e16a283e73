#pragma once

#include "platform/api/telephone.h"

#include <vector>

namespace faltakt::platform {

/// Rings nobody and remembers who would have been rung.
class FakeTelephone final : public Telephone {
public:
    explicit FakeTelephone(bool canCall = true) : m_canCall(canCall) {}

    [[nodiscard]] bool canCall() const override { return m_canCall; }
    bool call(std::string_view number) override;
    [[nodiscard]] bool canText() const override { return m_canCall; }
    bool text(std::string_view number, std::string_view message) override;
    /// As sms: addresses, in order.
    [[nodiscard]] const std::vector<std::string> &texts() const noexcept { return m_texts; }
    /// As tel: addresses, in order.
    [[nodiscard]] const std::vector<std::string> &calls() const noexcept { return m_calls; }

private:
    bool m_canCall;
    std::vector<std::string> m_calls;
    std::vector<std::string> m_texts;
};

} // namespace faltakt::platform
