#include "sync/server/api/fetch_service.h"

#include "sync/server/api/field_package.h"

#include <limits>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int ChunkSize = 1000;

Result<std::vector<PackageFetch>> fetchesOf(LogReader &log, const Session &session, CaseId caseId)
{
    std::vector<PackageFetch> ofCase;
    for (std::int64_t after = 0;;) {
        TRY(const auto some, log.fetchesAfter(session.tenant, session.device, after, ChunkSize));
        for (const PackageFetch &fetch : some)
            if (fetch.caseId == caseId)
                ofCase.push_back(fetch);
        if (some.size() < std::size_t(ChunkSize))
            return ofCase;
        after = some.back().seq;
    }
}

std::int64_t countBehind(const std::vector<PackagePart> &parts, const FieldPackage &package)
{
    std::int64_t count = 0;
    for (const PackagePart &part : parts)
        count += package.leavesBehind(part, std::numeric_limits<std::int64_t>::max()) ? 1 : 0;
    return count;
}

} // namespace

Result<protocol::FetchAnswer> FetchService::fetch(const Session &session, const protocol::FetchRequest &request)
{
    bool grew = false;
    auto answer = m_store->write([&](StoreTransaction &transaction) -> Result<protocol::FetchAnswer> {
        grew = false;
        LogWriter &log = transaction.log();
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        TRY(const auto entries, log.accessOfCase(session.tenant, request.caseId, caller.grantees()));
        TRY(auto fetches, fetchesOf(log, session, request.caseId));
        const FieldPackage before(entries, caller.package, fetches);
        TRY(const bool wiped, isToBeWiped(transaction.identity(), session));
        if (caller.revoked || wiped || before.access().effective().empty())
            return fail(ErrorCode::Refused, "no right to this case");
        const PackageStart latest = before.latestStart();
        TRY(const auto parts, log.partsOutside(session.tenant, {request.caseId}, latest.since, latest.seq));
        PackageFetch fetch{.seq = 0,
                           .device = session.device,
                           .caseId = request.caseId,
                           .since = request.since.value_or(base::Instant())};
        TRY(const std::int64_t last, log.lastSeq(session.tenant));
        fetch.seq = last + 1;
        fetches.push_back(fetch);
        const std::int64_t left = countBehind(parts, FieldPackage(entries, caller.package, std::move(fetches)));
        if (left == countBehind(parts, before))
            return protocol::FetchAnswer{left};
        TRY(fetch.seq, log.takeSeqs(session.tenant, 1));
        TRY_VOID(log.addFetch(session.tenant, fetch));
        AccessNotes notes;
        notes.add(AccessAct::Fetched, request.caseId, before.access().effective(), {}, request.reason);
        TRY_VOID(m_accessLog->append(transaction, session, notes));
        grew = true;
        return protocol::FetchAnswer{left};
    });
    if (answer && grew && m_orderGrew)
        m_orderGrew(session.tenant);
    return answer;
}

} // namespace faltakt::server
