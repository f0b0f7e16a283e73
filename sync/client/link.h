#pragma once

#include "platform/api/network.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace faltakt::client {

/// What the worker lets go over a link that is paid for by amount.
enum class MeteredUse : std::uint8_t {
    Everything,  ///< As over any other.
    ChangesOnly, ///< What was written goes and comes; large things wait for another link.
    Nothing,     ///< Only by the worker's own order.
};

/// The terms on which a device uses its way to the server. A value: whoever knows network, choice and foreground puts it
/// together, whoever sends asks it.
struct LinkTerms {
    platform::NetworkState network;
    MeteredUse meteredUse = MeteredUse::ChangesOnly;
    bool isForeground = true; ///< Somebody looks at the app.

    /// As the system says.
    [[nodiscard]] bool isMetered() const noexcept { return network.cost == platform::NetworkState::Cost::Metered; }
    /// What the worker chose for mobile data holds. Also where the system says that there is no network and so nothing of its
    /// cost: where it is wrong, the way that is there after all may be one that is paid for.
    [[nodiscard]] bool isSpared() const noexcept
    {
        return isMetered() || (!hasNetwork() && network.cost == platform::NetworkState::Cost::Unknown);
    }
    /// As the system says. It may be wrong, so this slows down what is tried by itself, and forbids nothing.
    [[nodiscard]] bool hasNetwork() const noexcept { return network.reach != platform::NetworkState::Reach::None; }
    /// How long to wait before something is tried by itself: what is wanted, and at least `withoutNetwork` where the system
    /// says that there is no network.
    [[nodiscard]] std::chrono::milliseconds paced(std::chrono::milliseconds wanted,
                                                  std::chrono::milliseconds withoutNetwork) const noexcept
    {
        return hasNetwork() ? wanted : std::max(wanted, withoutNetwork);
    }
    /// Whether changes are sent and fetched without being asked to. The worker's own order always may.
    [[nodiscard]] bool syncsByItself() const noexcept { return !(isSpared() && meteredUse == MeteredUse::Nothing); }
    /// Whether a call may be held open so that news come at once.
    [[nodiscard]] bool listens() const noexcept
    {
        return isForeground && syncsByItself() && (!isSpared() || meteredUse == MeteredUse::Everything);
    }
    /// Whether attachments and whatever else is large may be sent and fetched now.
    [[nodiscard]] bool largeTransfersAllowed() const noexcept
    {
        return !isSpared() || meteredUse == MeteredUse::Everything;
    }
    bool operator==(const LinkTerms &) const = default;
};

} // namespace faltakt::client
