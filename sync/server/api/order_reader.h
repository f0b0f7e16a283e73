#pragma once

#include "sync/server/api/session.h"

#include <utility>
#include <variant>
#include <vector>

namespace faltakt::server {

/// A piece of a tenant's order as one caller walks along it: all sorts of places, in their sequence.
struct OrderPiece {
    using Event = std::variant<ChangePlace, AccessEntry, KeyEntry, PackageFetch>;
    std::vector<std::pair<std::int64_t, Event>> events;
    bool reachesEnd = false; ///< Nothing lies behind it, up to where was asked.
};

/// Which case an event is about; nil where it is a key.
[[nodiscard]] CaseId caseOf(const OrderPiece::Event &event);

/// Reads pieces of the order within one snapshot; borrows log, caller and fetches.
class OrderReader {
public:
    /// `fetches`: the device's, in order.
    OrderReader(LogReader &log, const Caller &caller, const std::vector<PackageFetch> &fetches)
        : m_log(log), m_caller(caller), m_fetches(fetches)
    {
    }

    /// What follows on the place.
    [[nodiscard]] base::Result<OrderPiece> after(std::int64_t place);
    enum class Keys { LeftOut, Included };
    /// What of one case lies behind the first place, up to the second one; with it, where they are wanted, all keys there.
    [[nodiscard]] base::Result<OrderPiece> ofCase(CaseId caseId, std::int64_t place, std::int64_t to, Keys keys);

private:
    LogReader &m_log;
    const Caller &m_caller;
    const std::vector<PackageFetch> &m_fetches;
};

} // namespace faltakt::server
