#pragma once

#include "sync/protocol/pull.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/session.h"

namespace faltakt::server {

/// GET /v1/pull without HTTP and without waiting. Thread-safe.
class PullService {
public:
    /// `scanBudget`: how many places of the order one call looks at; beyond it the page ends and says `more`.
    PullService(ServerStore &store, const AccessLog &accessLog, int scanBudget = 50'000)
        : m_store(&store), m_accessLog(&accessLog), m_scanBudget(scanBudget)
    {
    }

    /// The page is in the access log when it is handed out; where it cannot be logged nothing is handed out. Refused for a revoked device or worker, InvalidInput on a cursor that is none. The changes in the page hold line and
    /// hash alone: what goes through the server is not read again.
    [[nodiscard]] base::Result<changelog::PullPage> pull(const Session &session, const protocol::PullRequest &request);

private:
    ServerStore *m_store;
    const AccessLog *m_accessLog;
    int m_scanBudget;
};

} // namespace faltakt::server
