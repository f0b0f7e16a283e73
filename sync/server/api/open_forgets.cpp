#include "sync/server/api/open_forgets.h"

#include "sync/server/api/case_access.h"

#include <algorithm>
#include <set>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int ChunkSize = 1000;

Result<std::set<CaseId>> casesTouchedAfter(LogReader &log, TenantId tenant, const std::vector<Grantee> &grantees,
                                           std::int64_t after)
{
    std::set<CaseId> cases;
    while (true) {
        TRY(const auto some, log.accessAfter(tenant, grantees, after, ChunkSize));
        for (const AccessEntry &entry : some)
            cases.insert(entry.caseId);
        if (some.size() < std::size_t(ChunkSize))
            return cases;
        after = some.back().seq;
    }
}

} // namespace

Result<OpenForgets> openForgets(LogReader &log, const Device &device, const std::vector<Grantee> &grantees)
{
    const std::int64_t settled = std::max(device.forgotten, device.package.seq);
    OpenForgets open;
    TRY(const auto cases, casesTouchedAfter(log, device.tenant, grantees, settled));
    for (const CaseId caseId : cases) {
        TRY(const auto entries, log.accessOfCase(device.tenant, caseId, grantees));
        const CaseAccess access(entries);
        for (const AccessEntry &entry : entries) {
            if (entry.seq <= settled || !access.stepAt(entry.seq).closed)
                continue;
            ++open.count;
            if (entry.made != base::Instant())
                open.since = open.since ? std::min(*open.since, entry.made) : entry.made;
        }
    }
    return open;
}

} // namespace faltakt::server
