#pragma once

#include "sync/protocol/fetch.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/push_service.h"

namespace faltakt::server {

/// POST /v1/fetch without HTTP: brings into a device's field package what had stayed behind, for a reason that stands in the
/// access log. Thread-safe.
class FetchService {
public:
    FetchService(ServerStore &store, const AccessLog &accessLog, OrderListener orderGrew)
        : m_store(&store), m_accessLog(&accessLog), m_orderGrew(std::move(orderGrew))
    {
    }

    /// The fetch has its place in the order, so that the device's next pull brings the lines, through any break. Asked again,
    /// it is there already and is not logged twice. Refused for a revoked device and where the worker has no right to the
    /// case, whether it exists or not.
    [[nodiscard]] base::Result<protocol::FetchAnswer> fetch(const Session &session,
                                                            const protocol::FetchRequest &request);

private:
    ServerStore *m_store;
    const AccessLog *m_accessLog;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
