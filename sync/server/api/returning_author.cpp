#include "sync/server/api/returning_author.h"

#include "core/casework/record_schemas.h"

namespace faltakt::server {

bool canBringRightBack(const Caller &caller, const changelog::Change &change)
{
    return !caller.revoked && change.by == caller.session.worker
           && changelog::compartmentOf(change, casework::recordSchemas()) != changelog::Compartment::Reading;
}

base::Result<std::vector<Grantee>> granteesOfOwnCase(LogReader &log, const Caller &caller, CaseId caseId)
{
    std::vector<Grantee> grantees;
    TRY(const auto entries, log.accessOfCase(caller.session.tenant, caseId, {}));
    if (!entries.empty())
        return grantees;
    grantees.push_back(caller.session.worker.uuid());
    TRY(const auto file, log.caseFile(caller.session.tenant, caseId));
    if (file && file->team && file->team == caller.team)
        grantees.push_back(caller.team->uuid());
    return grantees;
}

} // namespace faltakt::server
