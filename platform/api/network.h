#pragma once

#include <functional>

namespace faltakt::platform {

/// What the system knows of the way to other machines. A value; unknown is an answer, and on many systems the only one.
struct NetworkState {
    enum class Reach {
        Unknown, ///< Nobody says; trying is the only way to find out.
        None,    ///< The device is on no network.
        Some,    ///< It is on one. That says nothing of the server.
    };
    enum class Cost {
        Unknown, ///< Taken as free: a wall socket at the office says no more than this.
        Free,    ///< What goes over it is paid for whether it goes or not.
        Metered, ///< Paid for by amount, or mobile: somebody's allowance.
    };
    Reach reach = Reach::Unknown;
    Cost cost = Cost::Unknown;
    bool operator==(const NetworkState &) const = default;
};

/// Tells what network the device is on. Asks nothing over it. Main thread.
class Network {
public:
    virtual ~Network() = default;
    [[nodiscard]] virtual NetworkState state() const = 0;
    /// `changed` is told of every change from now on, from the event loop; one watcher at a time, an empty one ends it.
    virtual void watch(std::function<void()> changed) = 0;
};

} // namespace faltakt::platform
