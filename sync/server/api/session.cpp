#include "sync/server/api/session.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

std::vector<Grantee> Caller::grantees() const
{
    std::vector<Grantee> all{session.worker.uuid()};
    if (team)
        all.push_back(team->uuid());
    return all;
}

Result<bool> isToBeWiped(IdentityReader &identity, const Session &session)
{
    TRY(const auto commands, identity.openCommands(session.tenant, session.device));
    return std::any_of(commands.begin(), commands.end(),
                       [](const StoredCommand &command) { return command.kind == WipeCommand; });
}

Result<bool> hasOrders(IdentityReader &identity, const Session &session)
{
    TRY(const auto commands, identity.openCommands(session.tenant, session.device));
    return std::any_of(commands.begin(), commands.end(), [](const StoredCommand &command) {
        return command.kind == WipeCommand || command.kind == LockCommand;
    });
}

Result<Caller> findCaller(IdentityReader &identity, const Session &session)
{
    TRY_VOID(identity.expect(session.tenant, session.device, session.worker));
    TRY(const auto device, identity.device(session.tenant, session.device));
    TRY(const auto worker, identity.worker(session.tenant, session.worker));
    if (!device || !worker || device->worker != session.worker)
        return fail(ErrorCode::Refused, "unknown device");
    return Caller{.session = session,
                  .team = worker->team,
                  .key = device->key,
                  .package = device->package,
                  .revoked = device->revokedAt.has_value() || worker->revoked,
                  .leadsTeam = worker->team && worker->role == TeamLeaderRole};
}

} // namespace faltakt::server
