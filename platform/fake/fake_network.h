#pragma once

#include "platform/api/network.h"

#include <utility>

namespace faltakt::platform {

/// A network that is what it is told to be; changes are told at once.
class FakeNetwork final : public Network {
public:
    [[nodiscard]] NetworkState state() const override { return m_state; }
    void watch(std::function<void()> changed) override { m_changed = std::move(changed); }

    void become(NetworkState state)
    {
        if (std::exchange(m_state, state) != state && m_changed)
            m_changed();
    }

private:
    NetworkState m_state;
    std::function<void()> m_changed;
};

} // namespace faltakt::platform
