#pragma once

#include "sync/server/api/session.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace faltakt::server {

/// Says of those who wait in a long poll whom the newest part of a tenant's order can concern. It is read once for all of
/// them, where each would walk it for himself at every push of anybody. Thread-safe.
class NewsBoard {
public:
    explicit NewsBoard(ServerStore &store) : m_store(&store) {}

    /// Who waits, at this moment.
    struct Waiting {
        std::vector<Grantee> grantees; ///< Worker and team.
        bool isOrdered = false;        ///< An order lies open for the device: it is not to wait.
    };
    [[nodiscard]] base::Result<Waiting> waiting(const Session &session);

    /// The last place up to which nothing after `after` concerns the device or any of the grantees; empty where something
    /// may, and where that cannot be told. Who is not quiet may still find nothing. `generation` grows with all that is
    /// committed: what was read under the same one is not read again.
    [[nodiscard]] std::optional<std::int64_t> quietUntil(const Session &session, const std::vector<Grantee> &grantees,
                                                         std::int64_t after, std::uint64_t generation);

private:
    struct News {
        std::uint64_t generation = 0;
        std::int64_t from = 0;                ///< Nothing up to here was looked at.
        std::int64_t last = 0;                ///< The end of the order then.
        std::int64_t everybody = 0;           ///< The last place that may concern anybody.
        std::map<Grantee, std::int64_t> some; ///< The last place that may concern this one.
        std::set<DeviceId> ordered;           ///< For these an order lies open.
    };
    [[nodiscard]] base::Result<News> read(TenantId tenant, std::int64_t from, std::uint64_t generation);

    ServerStore *m_store;
    std::mutex m_mutex;
    std::map<TenantId, News> m_news;
};

} // namespace faltakt::server
