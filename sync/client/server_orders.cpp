#include "sync/client/server_orders.h"

namespace faltakt::client {

base::Result<OrdersDone> carryOut(const ServerOrders &orders, FieldStore &store, const FieldEnvironment &environment)
{
    OrdersDone done;
    for (const protocol::DeviceCommand &command : orders.commands) {
        if (command.kind == protocol::CommandKind::FetchProfile)
            continue;
        if (command.kind == protocol::CommandKind::Wipe) {
            TRY_VOID(store.wipe(orders.outboxEmpty, environment));
            done.wiped = true;
        }
        done.commands.push_back(command.id);
    }
    return done;
}

} // namespace faltakt::client
