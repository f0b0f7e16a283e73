#pragma once

#include "sync/protocol/pull.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/first_looks.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/session.h"
#include "sync/server/api/todays_cases.h"

namespace faltakt::server {

/// GET /v1/pull without HTTP and without waiting. Thread-safe.
class PullService {
public:
    /// `firstCases`: which cases come before the others where everything does not fit into one page; none: all come in the
    /// tenant's order. `scanBudget`: how many places of the order one call looks at; beyond it the page ends and says `more`.
    /// As many rows may be read to find out what comes first.
    PullService(ServerStore &store, const AccessLog &accessLog, const base::Clock &clock, FirstCases firstCases = {},
                int scanBudget = 50'000)
        : m_store(&store), m_accessLog(&accessLog), m_firstCases(std::move(firstCases)), m_firstLooks(clock),
          m_scanBudget(scanBudget)
    {
    }

    /// The page is in the access log when it is handed out; where it cannot be logged nothing is handed out. Refused for a revoked device or worker, InvalidInput on a cursor that is none. The changes in the page hold line and
    /// hash alone: what goes through the server is not read again.
    [[nodiscard]] base::Result<changelog::PullPage> pull(const Session &session, const protocol::PullRequest &request);

private:
    struct Walked {
        changelog::PullPage page;
        AccessNotes delivered;
    };
    [[nodiscard]] base::Result<Walked> walk(StoreSnapshot &snapshot, const Caller &caller,
                                            const protocol::PullRequest &request, PullCursor cursor);

    ServerStore *m_store;
    const AccessLog *m_accessLog;
    FirstCases m_firstCases;
    FirstLooks m_firstLooks;
    int m_scanBudget;
};

} // namespace faltakt::server
