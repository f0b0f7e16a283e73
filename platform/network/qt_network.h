#pragma once

#include "platform/api/network.h"

#include <QObject>

namespace faltakt::platform {

/// The network as Qt knows it: by NetworkManager or GLib on Linux, by the system's own calls elsewhere. Unknown where
/// nothing of that is there.
class QtNetwork final : public QObject, public Network {
    Q_OBJECT
public:
    QtNetwork() = default;

    [[nodiscard]] NetworkState state() const override { return m_state; }
    /// Begins to look with the next turn of the event loop: asking the system may take a moment, which the first picture
    /// does not wait for.
    void watch(std::function<void()> changed) override;

private:
    void begin();
    void read();

    NetworkState m_state;
    std::function<void()> m_changed;
    bool m_hasBegun = false;
};

} // namespace faltakt::platform
