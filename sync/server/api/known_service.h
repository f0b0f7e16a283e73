#pragma once

#include "sync/protocol/known.h"
#include "sync/server/api/access_log.h"

namespace faltakt::server {

/// POST /v1/known without HTTP: whether somebody with exactly this number has a file in the municipality, and which unit to
/// ask about it. Says nothing else of anybody. Thread-safe.
class KnownService {
public:
    KnownService(ServerStore &store, const AccessLog &accessLog, const base::Clock &clock)
        : m_store(&store), m_accessLog(&accessLog), m_clock(&clock)
    {
    }

    /// Somebody with protected identity is answered for as if nobody were known. Each question stands in the access log, with
    /// the case that was found, before its answer leaves. InvalidInput on what is no personal or coordination number, Refused
    /// to a device that is revoked or to be wiped.
    [[nodiscard]] base::Result<protocol::KnownAnswer> ask(const Session &session,
                                                          const protocol::KnownRequest &request);

private:
    ServerStore *m_store;
    const AccessLog *m_accessLog;
    const base::Clock *m_clock;
};

} // namespace faltakt::server
