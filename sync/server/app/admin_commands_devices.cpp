// Devices, what they hold, and what they sent that was not accepted.
#include "sync/server/api/open_forgets.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

#include <charconv>
#include <map>
#include <set>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

json::Value orNull(const std::optional<base::Instant> &instant)
{
    return instant ? json::Value(base::formatInstant(*instant)) : json::Value();
}

/// What the reason means and what to do, for whoever does not know the protocol.
std::string_view wordsFor(std::string_view reason)
{
    static constexpr auto Words = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"form", "The line cannot be read. It may come from a damaged device."},
        {"author", "It names somebody else as its author than whose device sent it."},
        {"case", "It is for a case that is not this municipality's, or for a record of another case."},
        {"record", "The record is of another kind than the change says."},
        {"access",
         "The author had no right to that part of the case. Give the right, and let the author send it again."},
        {"schema", "A field holds what it may not. The author corrects it and sends it again."},
        {"dependsOn", "It builds on a change that was not accepted. Settle that one first."},
        {"children",
         "It closes or decides a matter in which a worry about children has no step, or nobody has asked about them. "
         "The author takes the step and sends it again."},
        {"idReused", "Its id stands for another change already."},
        {"revoked", "The device or its worker was revoked when it came. Read it, and write down what is needed."},
    });
    for (const auto &[known, words] : Words)
        if (known == reason)
            return words;
    return "It was not accepted.";
}

/// The quarantined changes that a line names as what it builds on.
json::Array builtOn(const QuarantinedChange &change, const std::set<ChangeId> &quarantined)
{
    json::Array ids;
    const auto line = changelog::readChangeLine(change.line);
    if (!line)
        return ids;
    std::set<ChangeId> named;
    for (const changelog::RecordSet &set : line->change.sets)
        for (const ChangeId &base : set.base)
            if (quarantined.contains(base) && named.insert(base).second)
                ids.emplace_back(base.toString());
    return ids;
}

json::Object describe(const QuarantinedChange &change, const std::string &author, const std::set<ChangeId> &quarantined)
{
    return {{"change", change.id ? json::Value(change.id->toString()) : json::Value()},
            {"hash", base::toBase64Url(change.hash)},
            {"case", change.caseId ? json::Value(change.caseId->toString()) : json::Value()},
            {"worker", change.worker.toString()},
            {"name", author},
            {"device", change.device.toString()},
            {"received", base::formatInstant(change.received)},
            {"reason", change.reason},
            {"field", change.field},
            {"words", std::string(wordsFor(change.reason))},
            {"buildsOn", builtOn(change, quarantined)}};
}

Result<DeviceId> deviceGiven(const AdminRequest &request)
{
    const auto device = DeviceId::parse(request.words.back());
    if (!device)
        return fail(ErrorCode::InvalidInput, "that is not the id of a device; device list shows them");
    return *device;
}

std::set<ChangeId> idsOf(const std::vector<QuarantinedChange> &changes)
{
    std::set<ChangeId> ids;
    for (const QuarantinedChange &change : changes)
        if (change.id)
            ids.insert(*change.id);
    return ids;
}

} // namespace

AdminCommands::Lines AdminCommands::deviceList(const AdminRequest &request)
{
    std::optional<TenantId> only;
    if (request.has("tenant")) {
        TRY(const Tenant tenant, tenantOf(request));
        only = tenant.id;
    }
    return m_instance->core().store().read([&](StoreSnapshot &snapshot) -> Lines {
        TRY(const auto tenants, snapshot.identity().tenants());
        std::string lines;
        for (const Tenant &tenant : tenants) {
            if (only && *only != tenant.id)
                continue;
            TRY(const auto devices, snapshot.identity().devices(tenant.id));
            for (const Device &device : devices) {
                TRY(const auto worker, snapshot.identity().worker(tenant.id, device.worker));
                std::vector<Grantee> grantees{device.worker.uuid()};
                if (worker && worker->team)
                    grantees.push_back(worker->team->uuid());
                TRY(const BlobRoom room, snapshot.blobs().room(tenant.id, device.id));
                TRY(const OpenForgets open, openForgets(snapshot.log(), device, grantees));
                lines += jsonLine({{"device", device.id.toString()},
                                   {"tenant", tenant.id.toString()},
                                   {"worker", device.worker.toString()},
                                   {"name", device.name},
                                   {"app", device.app},
                                   {"enrolled", base::formatInstant(device.enrolled)},
                                   {"lastContact", orNull(device.lastContact)},
                                   {"revoked", orNull(device.revokedAt)},
                                   {"attachmentBytes", room.ofDevice},
                                   {"forgetsOpen", open.count},
                                   {"forgetsOpenSince", orNull(open.since)}});
            }
        }
        return lines;
    });
}

AdminCommands::Lines AdminCommands::deviceRevoke(const AdminRequest &request)
{
    TRY(const DeviceId device, deviceGiven(request));
    TRY_VOID(m_instance->core().administration().revokeDevice(device));
    return jsonLine({{"device", device.toString()}, {"revoked", true}});
}

AdminCommands::Lines AdminCommands::deviceLock(const AdminRequest &request)
{
    TRY(const DeviceId device, deviceGiven(request));
    TRY_VOID(m_instance->core().administration().orderDevice(device, Administration::DeviceOrder::Lock));
    return jsonLine({{"device", device.toString()}, {"ordered", "lock"}});
}

AdminCommands::Lines AdminCommands::deviceWipe(const AdminRequest &request)
{
    TRY(const DeviceId device, deviceGiven(request));
    TRY_VOID(m_instance->core().administration().orderDevice(device, Administration::DeviceOrder::Wipe));
    return jsonLine({{"device", device.toString()}, {"ordered", "wipe"}});
}

AdminCommands::Lines AdminCommands::packageShow(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    return jsonLine({{"tenant", tenant.id.toString()}, {"days", std::int64_t(packageDays(tenant))}});
}

AdminCommands::Lines AdminCommands::packageSet(const AdminRequest &request)
{
    const std::string text = request.option("days");
    int days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > MostPackageDays)
        return fail(ErrorCode::InvalidInput,
                    "--days takes a number from 0 (cases come whole) to " + std::to_string(MostPackageDays));
    TRY(const Tenant tenant, tenantOf(request));
    TRY_VOID(m_instance->core().store().write(
        [&](StoreTransaction &transaction) { return transaction.identity().setPackageDays(tenant.id, days); }));
    m_remark = "It counts for rights that are given and devices that are enrolled from now on.\n";
    return jsonLine({{"tenant", tenant.id.toString()}, {"days", std::int64_t(days)}});
}

AdminCommands::Lines AdminCommands::quarantineList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    return m_instance->core().store().read([&](StoreSnapshot &snapshot) -> Lines {
        TRY(const auto changes, snapshot.log().quarantine(tenant.id));
        TRY(const auto workers, snapshot.identity().workers(tenant.id));
        std::map<WorkerId, std::string> names;
        for (const Worker &worker : workers)
            names.emplace(worker.id, worker.name);
        const auto ids = idsOf(changes);
        std::string lines;
        for (const QuarantinedChange &change : changes)
            lines += jsonLine(describe(change, names[change.worker], ids));
        return lines;
    });
}

/// What stands in a line is read by whoever settles it, so the reading is logged first, under the server's own name.
AdminCommands::Lines AdminCommands::quarantineShow(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    const std::string wanted = request.words.back();
    return m_instance->core().store().write([&](StoreTransaction &transaction) -> Lines {
        TRY(const auto changes, transaction.log().quarantine(tenant.id));
        const auto ids = idsOf(changes);
        for (const QuarantinedChange &change : changes) {
            const bool named =
                (change.id && change.id->toString() == wanted) || base::toBase64Url(change.hash) == wanted;
            if (!named)
                continue;
            AccessNotes notes;
            notes.add(AccessAct::Delivered, change.caseId, {}, "quarantine");
            TRY_VOID(m_instance->core().accessLog().append(
                transaction, {tenant.id, tenant.serverWorker, tenant.serverDevice}, notes));
            TRY(const auto worker, transaction.identity().worker(tenant.id, change.worker));
            json::Object shown = describe(change, worker ? worker->name : std::string(), ids);
            shown.append("line", change.line);
            return jsonLine(std::move(shown));
        }
        return fail(ErrorCode::NotFound, "nothing in quarantine has this id or hash");
    });
}

} // namespace faltakt::server
