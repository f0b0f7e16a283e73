// Workers: who is there, in which team, and with which role.
#include "sync/server/api/worker_role.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

#include <algorithm>
#include <array>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::array<std::string_view, 2> Roles{"caseworker", TeamLeaderRole};

Result<void> checkRole(const std::string &role)
{
    if (std::find(Roles.begin(), Roles.end(), role) == Roles.end())
        return fail(ErrorCode::InvalidInput, "the role is caseworker or teamLeader");
    return {};
}

std::string describe(const Worker &worker)
{
    return jsonLine({{"id", worker.id.toString()},
                     {"name", worker.name},
                     {"team", worker.team ? json::Value(worker.team->toString()) : json::Value()},
                     {"role", worker.role}});
}

} // namespace

AdminCommands::Lines AdminCommands::workerAdd(const AdminRequest &request)
{
    const std::string role = request.has("role") ? request.option("role") : std::string(Roles.front());
    TRY_VOID(checkRole(role));
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto team, teamNamed(tenant.id, request.option("team")));
    TRY(const WorkerId id, m_instance->core().administration().addWorker(tenant.id, team, request.words.back(), role));
    return jsonLine({{"id", id.toString()}});
}

AdminCommands::Lines AdminCommands::workerRole(const AdminRequest &request)
{
    const std::string role = request.option("role");
    TRY_VOID(checkRole(role));
    TRY(const WorkerId worker, workerNamed(request.words.back()));
    TRY(const auto tenant, m_instance->core().store().read(
                               [&](StoreSnapshot &snapshot) { return snapshot.identity().tenantOfWorker(worker); }));
    if (!tenant)
        return fail(ErrorCode::NotFound, "there is no such worker");
    TRY(const auto team, teamNamed(*tenant, request.option("team")));
    ServerCore &core = m_instance->core();
    TRY(const Worker placed, core.store().write([&](StoreTransaction &transaction) {
        return setWorkerRole(transaction, core.accessLog(), worker, role, team);
    }));
    return describe(placed);
}

AdminCommands::Lines AdminCommands::workerList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto workers, m_instance->core().store().read(
                                [&](StoreSnapshot &snapshot) { return snapshot.identity().workers(tenant.id); }));
    std::string lines;
    for (const Worker &worker : workers)
        if (worker.id != tenant.serverWorker)
            lines += describe(worker);
    return lines;
}

} // namespace faltakt::server
