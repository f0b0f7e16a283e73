// Rights to cases.
#include "sync/server/api/administration.h"
#include "sync/server/api/deputy_keeper.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CompartmentSet;

namespace {

std::map<Grantee, CompartmentSet> rightsNow(const std::vector<AccessEntry> &entries)
{
    std::map<Grantee, CompartmentSet> rights;
    for (const AccessEntry &entry : entries)
        rights[entry.grantee] = entry.compartments;
    std::erase_if(rights, [](const auto &right) { return right.second.empty(); });
    return rights;
}

Result<bool> isTeamsOwn(LogReader &log, TenantId tenant, CaseId caseId)
{
    const RecordReader reader(log, tenant);
    TRY(const auto record, reader.first(caseId, "case"));
    return record && !reader.text(*record, "team").empty();
}

} // namespace

Result<bool> setAccess(StoreTransaction &transaction, TenantId tenant, CaseId caseId, Grantee grantee,
                       CompartmentSet compartments, base::Instant now, base::Instant since)
{
    TRY(const auto entries, transaction.log().accessOfCase(tenant, caseId, {grantee}));
    const CompartmentSet held = entries.empty() ? CompartmentSet() : entries.back().compartments;
    if (held == compartments)
        return false;
    TRY(const std::int64_t seq, transaction.log().takeSeqs(tenant, 1));
    TRY_VOID(transaction.log().addAccess(tenant, {seq, caseId, grantee, compartments, since, now}));
    return true;
}

Result<Administration::CaseHandle> Administration::findCase(StoreTransaction &transaction, CaseId caseId) const
{
    TRY(const auto tenantId, transaction.log().tenantOfCase(caseId));
    if (!tenantId)
        return fail(ErrorCode::NotFound, "there is no such case");
    TRY(auto tenant, transaction.identity().tenant(*tenantId));
    if (!tenant)
        return fail(ErrorCode::Damaged, "a case without tenant");
    TRY(const bool isTeam, isTeamsOwn(transaction.log(), *tenantId, caseId));
    if (isTeam)
        return fail(ErrorCode::Refused, "this is a team's own case: it is the team's and stays so");
    return CaseHandle{std::move(*tenant), caseId};
}

Result<CaseListing> Administration::listing(StoreSnapshot &snapshot, const CaseFile &file) const
{
    CaseListing line{file, {}, {}, {}};
    const RecordReader reader(snapshot.log(), file.tenant);
    TRY(const auto record, reader.first(file.id, "case"));
    if (record) {
        line.caseNumber = reader.text(*record, "caseNumber");
        line.stage = reader.text(*record, "stage");
    }
    TRY(const auto entries, snapshot.log().accessOfCase(file.tenant, file.id, {}));
    for (const auto &[grantee, compartments] : rightsNow(entries))
        line.grantees.push_back(grantee);
    return line;
}

Result<std::vector<CaseListing>> Administration::cases(TenantId tenant)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<CaseListing>> {
        TRY(const auto files, snapshot.log().cases(tenant));
        std::vector<CaseListing> lines;
        for (const CaseFile &file : files) {
            TRY(const bool isTeam, isTeamsOwn(snapshot.log(), tenant, file.id));
            if (isTeam)
                continue;
            TRY(CaseListing line, listing(snapshot, file));
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

Result<void> Administration::assignCase(CaseId caseId, WorkerId worker)
{
    TenantId grown;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const CaseHandle found, findCase(transaction, caseId));
        grown = found.tenant.id;
        TRY(const auto tenantOfWorker, transaction.identity().tenantOfWorker(worker));
        if (!tenantOfWorker)
            return fail(ErrorCode::NotFound, "there is no such worker");
        if (*tenantOfWorker != found.tenant.id)
            return fail(ErrorCode::Refused, "the worker belongs to another tenant");
        TRY_VOID(setAccess(transaction, found.tenant.id, caseId, worker.uuid(), CompartmentSet::ofCaseworker(),
                           m_clock->now(), packageSince(found.tenant, m_clock->now())));
        TRY_VOID(keepForGood(transaction, found.tenant.id, caseId, worker));
        const RecordReader reader(transaction.log(), found.tenant.id);
        TRY(const auto record, reader.first(caseId, "case"));
        if (!record || !reader.text(*record, "responsible").empty())
            return {};
        return m_author->write(transaction, found.tenant, caseId,
                               {changelog::makeEdit(*record, base::json::Object{{"responsible", worker.toString()}})});
    });
    tell(done, grown);
    return done;
}

Result<void> Administration::unassignCase(CaseId caseId, WorkerId worker)
{
    TenantId grown;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const CaseHandle found, findCase(transaction, caseId));
        grown = found.tenant.id;
        TRY(const bool changed, setAccess(transaction, grown, caseId, worker.uuid(), CompartmentSet(), m_clock->now()));
        if (!changed)
            return fail(ErrorCode::NotFound, "the worker has no right of their own to the case");
        return {};
    });
    tell(done, grown);
    return done;
}

Result<void> Administration::closeCase(CaseId caseId, const std::string &closedAs)
{
    TenantId grown;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const CaseHandle found, findCase(transaction, caseId));
        grown = found.tenant.id;
        const RecordReader reader(transaction.log(), grown);
        TRY(const auto record, reader.first(caseId, "case"));
        if (record && reader.text(*record, "stage") != "closed")
            TRY_VOID(m_author->write(
                transaction, found.tenant, caseId,
                {changelog::makeEdit(*record, base::json::Object{{"stage", "closed"}, {"closedAs", closedAs}})}));
        TRY(const auto entries, transaction.log().accessOfCase(grown, caseId, {}));
        for (const auto &[grantee, compartments] : rightsNow(entries))
            TRY_VOID(setAccess(transaction, grown, caseId, grantee, CompartmentSet(), m_clock->now()));
        return dropDeputies(transaction, grown, caseId);
    });
    tell(done, grown);
    return done;
}

} // namespace faltakt::server
