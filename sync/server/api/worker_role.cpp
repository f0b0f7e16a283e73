#include "sync/server/api/worker_role.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<void> checkMove(IdentityReader &identity, const Worker &worker, TeamId team)
{
    TRY(const auto teams, identity.teams(worker.tenant));
    if (std::none_of(teams.begin(), teams.end(), [&](const Team &other) { return other.id == team; }))
        return fail(ErrorCode::NotFound, "the tenant has no such team");
    TRY(const auto devices, identity.devices(worker.tenant));
    const bool holds = std::any_of(devices.begin(), devices.end(), [&](const Device &device) {
        return device.worker == worker.id && !device.revokedAt;
    });
    if (holds)
        return fail(ErrorCode::Refused,
                    "the worker's devices hold the old team's cases: revoke them first, then change "
                    "the team, and enrol a device anew");
    return {};
}

std::string describe(const Worker &worker)
{
    return "worker " + worker.id.toString() + (worker.team ? ", team " + worker.team->toString() : std::string());
}

} // namespace

Result<Worker> setWorkerRole(StoreTransaction &transaction, const AccessLog &accessLog, WorkerId worker,
                             const std::string &role, std::optional<TeamId> team)
{
    IdentityWriter &identity = transaction.identity();
    TRY(const auto tenant, identity.tenantOfWorker(worker));
    if (!tenant)
        return fail(ErrorCode::NotFound, "there is no such worker");
    TRY(auto placed, identity.worker(*tenant, worker));
    TRY(const auto owner, identity.tenant(*tenant));
    if (!placed || !owner || owner->serverWorker == worker)
        return fail(ErrorCode::NotFound, "there is no such worker");
    placed->role = role;
    if (team && placed->team != team) {
        TRY_VOID(checkMove(identity, *placed, *team));
        placed->team = team;
    }
    TRY_VOID(identity.setWorkerPlace(*tenant, worker, placed->team, placed->role));
    AccessNotes notes;
    notes.add(AccessAct::Appointed, {}, {}, placed->role, describe(*placed));
    TRY_VOID(accessLog.append(transaction, {*tenant, owner->serverWorker, owner->serverDevice}, notes));
    return std::move(*placed);
}

} // namespace faltakt::server
