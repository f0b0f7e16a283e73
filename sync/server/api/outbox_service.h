#pragma once

#include "sync/protocol/outbox.h"
#include "sync/server/api/key_vault.h"
#include "sync/server/api/push_service.h"

namespace faltakt::server {

/// Takes in what a device sealed when it was locked: each push in it goes the way of every push, with the device's signature
/// and the rights of its worker as they are now. Thread-safe.
class OutboxService {
public:
    OutboxService(ServerStore &store, const KeyVault &keys, PushService &push)
        : m_store(&store), m_keys(&keys), m_push(&push)
    {
    }

    /// The same outbox again, or one that overlaps with what was pushed, gives the first answers. WrongKey where it was sealed
    /// to another server or changed, NotFound where there is no such tenant, Refused where its device is not the tenant's, has
    /// written something else since, or something before it is missing; nothing after that is taken then. Damaged,
    /// Unsupported, InvalidInput by form.
    [[nodiscard]] base::Result<protocol::OutboxAnswer> take(TenantId tenant, base::ByteView sealed);
    /// The same for a file of which nobody knows the tenant.
    [[nodiscard]] base::Result<protocol::OutboxAnswer> takeOfAnyTenant(base::ByteView sealed);

private:
    ServerStore *m_store;
    const KeyVault *m_keys;
    PushService *m_push;
};

} // namespace faltakt::server
