#pragma once

#include "sync/protocol/push.h"
#include "sync/server/api/change_intake.h"

#include <functional>

namespace faltakt::server {

/// Told, after the commit, whose order has grown; must be quick and may be called from any thread.
using OrderListener = std::function<void(TenantId)>;

/// POST /v1/push without HTTP: the same for the real server and for the simulation. Thread-safe.
class PushService {
public:
    PushService(ServerStore &store, const ChangeIntake &intake, const changelog::SchemaTable &schema,
                OrderListener orderGrew)
        : m_store(&store), m_intake(&intake), m_schema(&schema), m_orderGrew(std::move(orderGrew))
    {
    }

    /// Refused where the journal is not the session's device's, InvalidInput where its signature is wrong. The same push
    /// again gives the first answer.
    [[nodiscard]] base::Result<protocol::PushAnswer> push(const Session &session, const protocol::PushRequest &request);

private:
    ServerStore *m_store;
    const ChangeIntake *m_intake;
    const changelog::SchemaTable *m_schema;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
