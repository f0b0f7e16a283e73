#include "sync/server/api/alarm_service.h"

#include "core/casework/visit_watch.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/watch_keeper.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Instant;
using base::Result;
using changelog::RecordState;

namespace {

bool isDue(const OpenWatch &watch, Instant now) { return watch.due <= now && !watch.alarmed; }

std::string nameOf(IdentityReader &identity, TenantId tenant, const std::string &worker)
{
    const auto id = WorkerId::parse(worker);
    const auto found = id ? identity.worker(tenant, *id) : Result<std::optional<Worker>>(std::nullopt);
    return found && *found ? (*found)->name : std::string();
}

/// What a change of the watch's record is about; the end is the one that is minded, also where versions differ.
Result<VisitAlarm> describe(IdentityReader &identity, LogReader &log, TenantId tenant, const OpenWatch &watch)
{
    VisitAlarm alarm{.tenant = tenant,
                     .record = watch.record,
                     .caseId = watch.caseId,
                     .worker = {},
                     .workerName = {},
                     .teamName = {},
                     .due = watch.due,
                     .raised = watch.alarmed.value_or(watch.due),
                     .seenBy = {}};
    const RecordReader reader(log, tenant);
    TRY(const auto state, log.recordState(tenant, watch.record));
    if (state) {
        const std::string worker = reader.text(*state, "worker");
        if (const auto id = WorkerId::parse(worker))
            alarm.worker = *id;
        alarm.workerName = nameOf(identity, tenant, worker);
        const auto seen = reader.value(*state, "seen");
        const auto end = plannedEndOf(*state);
        if (seen.object() && end && seen.stringAt("end") == base::formatInstant(*end))
            alarm.seenBy = nameOf(identity, tenant, seen.stringAt("by"));
    }
    TRY(const auto file, reader.first(watch.caseId, "case"));
    if (file)
        alarm.teamName = reader.text(*file, "teamName");
    return alarm;
}

} // namespace

Result<std::vector<VisitAlarm>> AlarmService::raiseIn(const Tenant &tenant)
{
    const Instant now = m_clock->now();
    const auto isAnyDue = [now](const std::vector<OpenWatch> &open) {
        return std::ranges::any_of(open, [now](const OpenWatch &watch) { return isDue(watch, now); });
    };
    TRY(const auto seen,
        m_store->read([&](StoreSnapshot &snapshot) { return snapshot.watches().openWatches(tenant.id); }));
    if (!isAnyDue(seen))
        return std::vector<VisitAlarm>();
    std::vector<VisitAlarm> raised;
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        raised.clear();
        // Once more inside the transaction: another process, or a check-out, may have come first.
        TRY(const auto open, transaction.watches().openWatches(tenant.id));
        for (OpenWatch watch : open) {
            if (!isDue(watch, now))
                continue;
            watch.alarmed = now;
            TRY_VOID(transaction.watches().setWatch(tenant.id, watch));
            TRY(const auto state, transaction.log().recordState(tenant.id, watch.record));
            const auto end = state ? plannedEndOf(*state) : std::nullopt;
            if (!end)
                continue;
            TRY_VOID(m_author->write(transaction, tenant, watch.caseId,
                                     {changelog::makeEdit(*state, {{std::string(casework::VisitWatch::ServersField),
                                                                    casework::watchAlarm(now, *end)}})}));
            TRY(auto alarm, describe(transaction.identity(), transaction.log(), tenant.id, watch));
            raised.push_back(std::move(alarm));
        }
        return {};
    }));
    if (!raised.empty() && m_orderGrew)
        m_orderGrew(tenant.id);
    return raised;
}

Result<std::vector<VisitAlarm>> AlarmService::raise()
{
    TRY(const auto tenants, m_store->read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    std::vector<VisitAlarm> all;
    std::optional<base::Error> failed;
    for (const Tenant &tenant : tenants) {
        auto raised = raiseIn(tenant);
        // One municipality's trouble must not keep the others' alarms back.
        if (!raised)
            failed = raised.error();
        else
            std::ranges::move(*raised, std::back_inserter(all));
    }
    if (failed && all.empty())
        return fail(*failed);
    return all;
}

Result<std::vector<VisitAlarm>> AlarmService::standing(TenantId tenant)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<VisitAlarm>> {
        TRY(const auto open, snapshot.watches().openWatches(tenant));
        std::vector<VisitAlarm> alarms;
        for (const OpenWatch &watch : open) {
            if (!watch.alarmed)
                continue;
            TRY(auto alarm, describe(snapshot.identity(), snapshot.log(), tenant, watch));
            alarms.push_back(std::move(alarm));
        }
        return alarms;
    });
}

Result<void> AlarmService::acknowledge(TenantId tenantId, RecordId record)
{
    bool grew = false;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        grew = false;
        TRY(const auto tenant, transaction.identity().tenant(tenantId));
        TRY(const auto open, transaction.watches().openWatches(tenantId));
        const auto watch = std::ranges::find(open, record, &OpenWatch::record);
        if (!tenant || watch == open.end() || !watch->alarmed)
            return fail(ErrorCode::NotFound, "no such alarm stands");
        TRY(const VisitAlarm alarm, describe(transaction.identity(), transaction.log(), tenantId, *watch));
        TRY(const auto state, transaction.log().recordState(tenantId, record));
        const auto end = state ? plannedEndOf(*state) : std::nullopt;
        if (!end || !alarm.seenBy.empty())
            return {};
        grew = true;
        return m_author->write(
            transaction, *tenant, watch->caseId,
            {changelog::makeEdit(*state, {{"seen", casework::watchSeen(tenant->serverWorker, m_clock->now(), *end)}})});
    });
    if (done && grew && m_orderGrew)
        m_orderGrew(tenantId);
    return done;
}

} // namespace faltakt::server
