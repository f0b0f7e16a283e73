#pragma once

#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"

namespace faltakt::server {

/// A visit whose time is over and that nobody has checked out of. Nothing in it says where or to whom it was.
struct VisitAlarm {
    TenantId tenant;
    RecordId record;
    CaseId caseId;
    WorkerId worker; ///< Who is out; the nil id where the record does not say.
    std::string workerName;
    std::string teamName;
    base::Instant due; ///< By the server's clock.
    base::Instant raised;
    std::string seenBy; ///< Name of the colleague who takes care of it; empty while nobody does.
};

/// Minds the visits of people who work alone: what has no check-out when its time is over is told to the team by a change
/// in its case, once for each planned end, whichever process notices it. Thread-safe.
class AlarmService {
public:
    AlarmService(ServerStore &store, const ServerAuthor &author, const base::Clock &clock, OrderListener orderGrew)
        : m_store(&store), m_author(&author), m_clock(&clock), m_orderGrew(std::move(orderGrew))
    {
    }

    /// Tells of every visit whose time is over now and of which nobody was told. Gives those.
    [[nodiscard]] base::Result<std::vector<VisitAlarm>> raise();
    /// Those that stand, also such as somebody takes care of, the earliest first.
    [[nodiscard]] base::Result<std::vector<VisitAlarm>> standing(TenantId tenant);
    /// Somebody at the server takes care of it: said to the team under the server's own name. NotFound where no such alarm
    /// stands. Again: changes nothing.
    [[nodiscard]] base::Result<void> acknowledge(TenantId tenant, RecordId record);

private:
    [[nodiscard]] base::Result<std::vector<VisitAlarm>> raiseIn(const Tenant &tenant);

    ServerStore *m_store;
    const ServerAuthor *m_author;
    const base::Clock *m_clock;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
