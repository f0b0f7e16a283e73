#pragma once

#include "sync/client/field_store.h"
#include "sync/protocol/messages.h"

#include <vector>

namespace faltakt::client {

/// What the server has ordered this device to do. Orders hold however the sync ended: a wipe is not put off by a push that
/// failed. Whoever carries them out confirms them.
struct ServerOrders {
    std::vector<protocol::DeviceCommand> commands;
    /// The server holds everything that this device wrote.
    bool outboxEmpty = false;
};

/// What was carried out and waits to be confirmed to the server.
struct OrdersDone {
    std::vector<protocol::CommandId> commands;
    bool wiped = false; ///< The store is closed, and the passphrase opens nothing any more.
};

/// Carries out what concerns the store. A lock needs nothing here: whoever asked closes the store right after. Fetching a
/// profile is not done here, and stays unconfirmed. An error where a wipe could not be carried out; the order comes
/// again with the next sync.
[[nodiscard]] base::Result<OrdersDone> carryOut(const ServerOrders &orders, FieldStore &store,
                                                const FieldEnvironment &environment);

} // namespace faltakt::client
