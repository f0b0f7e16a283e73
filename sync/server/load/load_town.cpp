#include "sync/server/load/load_town.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<std::string> idOf(const Result<std::vector<base::json::Value>> &lines, std::string_view member)
{
    if (!lines)
        return fail(lines.error());
    if (lines->size() != 1)
        return fail(ErrorCode::Internal, "the serving process gave another answer than was expected");
    return lines->front().requireString(member);
}

Result<void> refuseRealTenants(const AskAdmin &ask)
{
    TRY(const auto tenants, ask({"tenant", "list"}, {}));
    for (const auto &tenant : tenants)
        if (!tenant.stringAt("name").starts_with(LoadTown::NamePrefix))
            return fail(ErrorCode::Refused,
                        "this server holds tenants that are no load test's. A load run slows them down, and its tenant "
                        "stays in the store; where that is meant, say --beside-real-tenants");
    return {};
}

} // namespace

Result<LoadTown> makeLoadTown(const AskAdmin &ask, int devices, bool besideReal, const std::string &profile,
                              base::Instant now)
{
    if (!besideReal)
        TRY_VOID(refuseRealTenants(ask));
    LoadTown town;
    town.name = std::string(LoadTown::NamePrefix) + base::formatInstant(now);
    TRY(town.tenant, idOf(ask({"tenant", "add", town.name}, {{"profile", profile}}), "id"));
    std::string team;
    for (int device = 0; device < devices; ++device) {
        const int number = device / LoadTown::TeamSize;
        if (device % LoadTown::TeamSize == 0) {
            TRY(team,
                idOf(ask({"team", "add", "Load team " + std::to_string(number + 1)}, {{"tenant", town.tenant}}), "id"));
        }
        TRY(const std::string worker, idOf(ask({"worker", "add", "Load worker " + std::to_string(device + 1)},
                                               {{"tenant", town.tenant}, {"team", team}}),
                                           "id"));
        TRY(const std::string text, idOf(ask({"device", "code"}, {{"worker", worker}}), "code"));
        TRY(auto code, protocol::EnrolmentCode::parse(text));
        town.codes.push_back(std::move(code));
        town.teamOf.push_back(number);
    }
    return town;
}

} // namespace faltakt::server
