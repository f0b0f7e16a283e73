#pragma once

#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"

#include <map>
#include <mutex>

namespace faltakt::server {

/// Sees to it that each team has its own case, for what belongs to no person, and that the case says who belongs to the
/// team: devices know their colleagues by it. The case has the team's id. Thread-safe.
class TeamDesk {
public:
    TeamDesk(ServerStore &store, const ServerAuthor &author, const base::Clock &clock, OrderListener orderGrew)
        : m_store(&store), m_author(&author), m_clock(&clock), m_orderGrew(std::move(orderGrew))
    {
    }

    /// Brings every team's case to what the server knows of its people; changes nothing where it says so already.
    [[nodiscard]] base::Result<void> keep();

    [[nodiscard]] static CaseId caseOf(TeamId team) { return CaseId(team.uuid()); }

private:
    [[nodiscard]] base::Result<void> keepIn(const Tenant &tenant);

    ServerStore *m_store;
    const ServerAuthor *m_author;
    const base::Clock *m_clock;
    OrderListener m_orderGrew;
    std::mutex m_lock;
    std::map<TenantId, std::string> m_known; ///< What the cases were brought to last.
};

} // namespace faltakt::server
