#pragma once

#include "sync/protocol/quarantine.h"
#include "sync/server/api/access_log.h"

namespace faltakt::server {

/// GET /v1/quarantine without HTTP: what was not taken of a team's work, for its leader. Thread-safe.
class QuarantineService {
public:
    QuarantineService(ServerStore &store, const AccessLog &accessLog) : m_store(&store), m_accessLog(&accessLog) {}

    /// The latest first: of cases of the caller's own team what lies in compartments that the caller holds now, and of cases
    /// that the server does not know what the team's own workers wrote. What is handed out stands in the access log. Refused
    /// to everybody but a team's leader, and to a device that is revoked or to be wiped.
    [[nodiscard]] base::Result<protocol::QuarantinePage> read(const Session &session,
                                                              const protocol::QuarantineRequest &request);

private:
    ServerStore *m_store;
    const AccessLog *m_accessLog;
};

} // namespace faltakt::server
