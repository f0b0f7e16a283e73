#include "sync/server/api/deputy_service.h"

#include "core/casework/deputy.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/deputy_keeper.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Instant;
using base::Result;
using changelog::CompartmentSet;
using Phase = DeputyTerm::Phase;
namespace json = base::json;

namespace {

/// The record says that the case leaves the deputy, and it does not any more.
bool isToldWrongly(const DeputyTerm &term) { return term.phase == Phase::Given && term.leaves && !term.before.empty(); }

bool isDue(const DeputyTerm &term, Instant now)
{
    switch (term.phase) {
    case Phase::Named: return term.opens <= now;
    case Phase::Given: return term.closes <= now || isToldWrongly(term);
    case Phase::Over: return term.closes + DeputyLateness <= now;
    }
    return false;
}

Result<CompartmentSet> heldBy(LogReader &log, TenantId tenant, CaseId caseId, const Grantee &grantee)
{
    TRY(const auto entries, log.accessOfCase(tenant, caseId, {grantee}));
    return entries.empty() ? CompartmentSet() : entries.back().compartments;
}

Result<void> checkOrder(const DeputyService::Order &order)
{
    if (!casework::areDeputyDays(order.firstDay, order.lastDay))
        return fail(ErrorCode::Refused, "the last day comes after the first one, and a year after it at most");
    return {};
}

Result<Worker> findWorker(IdentityReader &identity, TenantId tenant, WorkerId id)
{
    TRY(auto worker, identity.worker(tenant, id));
    if (!worker)
        return fail(ErrorCode::NotFound, "there is no such worker");
    return std::move(*worker);
}

Result<Worker> findDeputy(IdentityReader &identity, TenantId tenant, WorkerId id, WorkerId absent)
{
    TRY(Worker worker, findWorker(identity, tenant, id));
    if (worker.revoked || worker.id == absent)
        return fail(ErrorCode::Refused, "this worker cannot stand in");
    return worker;
}

} // namespace

void DeputyService::tell(TenantId tenant) const
{
    if (m_orderGrew)
        m_orderGrew(tenant);
}

Result<int> DeputyService::keep()
{
    TRY(const auto tenants, m_store->read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    int moved = 0;
    for (const Tenant &tenant : tenants) {
        TRY(const int some, keepIn(tenant));
        moved += some;
    }
    return moved;
}

Result<int> DeputyService::keepIn(const Tenant &tenant)
{
    const Instant now = m_clock->now();
    TRY(const auto seen, m_store->read([&](StoreSnapshot &snapshot) { return snapshot.deputies().terms(tenant.id); }));
    if (std::ranges::none_of(seen, [now](const DeputyTerm &term) { return isDue(term, now); }))
        return 0;
    int moved = 0;
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        moved = 0;
        // Once more inside the transaction: another process may have come first.
        TRY(const auto terms, transaction.deputies().terms(tenant.id));
        for (const DeputyTerm &term : terms) {
            if (!isDue(term, now))
                continue;
            TRY(const bool grew, keepTerm(transaction, tenant, term, now));
            moved += grew ? 1 : 0;
        }
        return {};
    }));
    if (moved > 0)
        tell(tenant.id);
    return moved;
}

/// True where the tenant's order has grown.
Result<bool> DeputyService::keepTerm(StoreTransaction &transaction, const Tenant &tenant, DeputyTerm term, Instant now)
{
    if (term.phase == Phase::Named)
        return give(transaction, tenant, term, now);
    if (term.phase == Phase::Given && term.closes <= now) {
        TRY_VOID(takeBack(transaction, tenant.id, term, now));
        return true;
    }
    if (isToldWrongly(term)) {
        term.leaves = false;
        TRY_VOID(transaction.deputies().setTerm(tenant.id, term));
        TRY_VOID(tellLeaving(transaction, tenant, term));
        return true;
    }
    TRY_VOID(transaction.deputies().dropTerm(tenant.id, term.record));
    return false;
}

Result<bool> DeputyService::give(StoreTransaction &transaction, const Tenant &tenant, DeputyTerm term, Instant now)
{
    const RecordReader reader(transaction.log(), tenant.id);
    TRY(const bool isForNamed, isProtected(reader, term.caseId));
    TRY(const auto file, reader.first(term.caseId, "case"));
    TRY(const auto worker, transaction.identity().worker(tenant.id, term.worker));
    const bool isClosed = file && reader.text(*file, "stage") == "closed";
    if (term.closes <= now || isClosed || (term.broad && isForNamed) || !worker || worker->revoked) {
        TRY_VOID(transaction.deputies().dropTerm(tenant.id, term.record));
        return false;
    }
    TRY(const auto terms, transaction.deputies().termsOfCase(tenant.id, term.caseId));
    const auto other = std::ranges::find_if(
        terms, [&](const DeputyTerm &one) { return one.worker == term.worker && one.phase == Phase::Given; });
    TRY(const CompartmentSet own, heldBy(transaction.log(), tenant.id, term.caseId, term.worker.uuid()));
    TRY(const CompartmentSet ofTeam, worker->team
                                         ? heldBy(transaction.log(), tenant.id, term.caseId, worker->team->uuid())
                                         : Result<CompartmentSet>(CompartmentSet()));
    term.before = other == terms.end() ? own : other->before;
    term.phase = Phase::Given;
    term.leaves = term.before.empty() && ofTeam.empty();
    TRY_VOID(setAccess(transaction, tenant.id, term.caseId, term.worker.uuid(), own | CompartmentSet::ofCaseworker(),
                       now, packageSince(tenant, now)));
    TRY_VOID(transaction.deputies().setTerm(tenant.id, term));
    TRY_VOID(tellLeaving(transaction, tenant, term));
    return true;
}

Result<void> DeputyService::tellLeaving(StoreTransaction &transaction, const Tenant &tenant,
                                        const DeputyTerm &term) const
{
    TRY(const auto state, transaction.log().recordState(tenant.id, term.record));
    if (!state)
        return {};
    const RecordReader reader(transaction.log(), tenant.id);
    const json::Value told = reader.value(*state, casework::Deputy::ServersField);
    if ((told.boolean() && *told.boolean()) == term.leaves)
        return {};
    return m_author->write(
        transaction, tenant, term.caseId,
        {changelog::makeEdit(*state, json::Object{{std::string(casework::Deputy::ServersField), term.leaves}})});
}

Result<RecordId> DeputyService::write(StoreTransaction &transaction, const Tenant &tenant, CaseId caseId,
                                      const Worker &absent, const Worker &deputy, const Order &order,
                                      bool isForAll) const
{
    const auto record = m_ids->make<RecordId>();
    json::Object fields{{"from", absent.id.toString()},
                        {"fromName", absent.name},
                        {"to", deputy.id.toString()},
                        {"toName", deputy.name},
                        {"firstDay", base::formatDate(order.firstDay)},
                        {"lastDay", base::formatDate(order.lastDay)},
                        {"namedAt", base::formatInstant(m_clock->now())}};
    if (isForAll)
        fields.set("all", true);
    TRY_VOID(
        m_author->write(transaction, tenant, caseId,
                        {changelog::makeCreation(record, std::string(casework::Deputy::Kind), std::move(fields))}));
    return record;
}

Result<RecordId> DeputyService::nameFor(CaseId caseId, const Order &order)
{
    TRY_VOID(checkOrder(order));
    TenantId grown;
    TRY(const RecordId named, m_store->write([&](StoreTransaction &transaction) -> Result<RecordId> {
        TRY(const auto tenantId, transaction.log().tenantOfCase(caseId));
        if (!tenantId)
            return fail(ErrorCode::NotFound, "there is no such case");
        grown = *tenantId;
        TRY(const auto tenant, transaction.identity().tenant(*tenantId));
        const RecordReader reader(transaction.log(), *tenantId);
        TRY(const auto file, reader.first(caseId, "case"));
        const auto responsible = WorkerId::parse(file ? reader.text(*file, "responsible") : std::string());
        if (!tenant || !responsible || reader.text(*file, "stage") == "closed")
            return fail(ErrorCode::Refused, "nobody is responsible for an open matter there");
        TRY(const Worker absent, findWorker(transaction.identity(), *tenantId, *responsible));
        TRY(const Worker deputy, findDeputy(transaction.identity(), *tenantId, order.deputy, absent.id));
        return write(transaction, *tenant, caseId, absent, deputy, order, false);
    }));
    tell(grown);
    return named;
}

Result<DeputyService::Named> DeputyService::nameForAll(WorkerId absentId, const Order &order)
{
    TRY_VOID(checkOrder(order));
    TenantId grown;
    TRY(const Named named, m_store->write([&](StoreTransaction &transaction) -> Result<Named> {
        Named done;
        TRY(const auto tenantId, transaction.identity().tenantOfWorker(absentId));
        if (!tenantId)
            return fail(ErrorCode::NotFound, "there is no such worker");
        grown = *tenantId;
        TRY(const auto tenant, transaction.identity().tenant(*tenantId));
        TRY(const Worker absent, findWorker(transaction.identity(), *tenantId, absentId));
        TRY(const Worker deputy, findDeputy(transaction.identity(), *tenantId, order.deputy, absentId));
        const RecordReader reader(transaction.log(), *tenantId);
        TRY(const auto files, transaction.log().cases(*tenantId));
        for (const CaseFile &file : files) {
            TRY(const auto record, reader.first(file.id, "case"));
            if (!record || reader.text(*record, "responsible") != absentId.toString()
                || reader.text(*record, "stage") == "closed")
                continue;
            TRY(const bool isForNamed, isProtected(reader, file.id));
            if (isForNamed) {
                ++done.protectedLeft;
                continue;
            }
            TRY_VOID(write(transaction, *tenant, file.id, absent, deputy, order, true));
            ++done.cases;
        }
        return done;
    }));
    if (named.cases > 0)
        tell(grown);
    return named;
}

} // namespace faltakt::server
