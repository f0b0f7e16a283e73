// Reading who is who; what writes stands in postgres_identity_writing.cpp.
#include "sync/server/store/postgres/postgres_identity.h"

#include <utility>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char ReadTenants[] = "SELECT id, name, profile, signing_key, recovery_key, outbox_key, server_worker,"
                               " server_device, created, package_days FROM tenant ORDER BY position";
constexpr char ReadTenant[] = "SELECT id, name, profile, signing_key, recovery_key, outbox_key, server_worker,"
                              " server_device, created, package_days FROM tenant WHERE id = $1";
constexpr char ReadTeams[] = "SELECT id, name FROM team WHERE tenant = $1 ORDER BY id";
constexpr char ReadWorkers[] = "SELECT id, team, name, role, revoked FROM worker WHERE tenant = $1 ORDER BY id";
constexpr char ReadWorker[] = "SELECT id, team, name, role, revoked FROM worker WHERE tenant = $1 AND id = $2";
constexpr char ReadDevices[] = "SELECT id, worker, public_key, name, app, enrolled, revoked_at, last_contact, "
                               "package_seq, package_since, forgotten FROM device WHERE tenant = $1"
                               " AND id <> (SELECT server_device FROM tenant WHERE tenant.id = $1) ORDER BY id";
constexpr char ReadDevice[] = "SELECT id, worker, public_key, name, app, enrolled, revoked_at, last_contact, "
                              "package_seq, package_since, forgotten FROM device"
                              " WHERE tenant = $1 AND id = $2";
constexpr char ReadDirectory[] = "SELECT tenant FROM directory WHERE kind = $1 AND id = $2";
constexpr char ReadTicketDirectory[] = "SELECT tenant FROM ticket_directory WHERE secret_hash = $1";
constexpr char ReadTicket[] = "SELECT worker, expires, used_by FROM ticket WHERE tenant = $1 AND secret_hash = $2";
constexpr char ReadCommands[] = "SELECT id, kind, given FROM command WHERE tenant = $1 AND device = $2"
                                " AND closed IS NULL ORDER BY given, id";
constexpr char ReadOrdered[] =
    "SELECT DISTINCT device FROM command WHERE tenant = $1 AND closed IS NULL AND kind IN ('lock', 'wipe')";
constexpr char ReadSetting[] = "SELECT value FROM setting WHERE name = $1";
constexpr char CountRows[] =
    "SELECT (SELECT count(*) FROM device WHERE tenant = $1"
    " AND id <> (SELECT server_device FROM tenant WHERE tenant.id = $1)),"
    " (SELECT count(*) FROM change WHERE tenant = $1), (SELECT count(*) FROM quarantine WHERE tenant = $1)";

Result<Tenant> tenantOf(const PostgresRow &row)
{
    TRY(auto signing, crypto::PublicKey::fromBytes(row.bytes(3)));
    TRY(auto recovery, crypto::BoxPublicKey::fromBytes(row.bytes(4)));
    TRY(auto outbox, crypto::BoxPublicKey::fromBytes(row.bytes(5)));
    return Tenant{.id = row.id<TenantId>(0),
                  .name = std::string(row.text(1)),
                  .profile = std::string(row.text(2)),
                  .signingKey = std::move(signing),
                  .recoveryKey = recovery,
                  .outboxKey = outbox,
                  .serverWorker = row.id<WorkerId>(6),
                  .serverDevice = row.id<DeviceId>(7),
                  .created = row.instant(8),
                  .packageDays = row.isNull(9) ? std::nullopt : std::optional(int(row.integer(9)))};
}

Worker workerOf(const PostgresRow &row, TenantId tenant)
{
    return {.id = row.id<WorkerId>(0),
            .tenant = tenant,
            .team = row.optionalId<TeamId>(1),
            .name = std::string(row.text(2)),
            .role = std::string(row.text(3)),
            .revoked = row.truth(4)};
}

Result<Device> deviceOf(const PostgresRow &row, TenantId tenant)
{
    TRY(auto key, crypto::PublicKey::fromBytes(row.bytes(2)));
    return Device{.id = row.id<DeviceId>(0),
                  .tenant = tenant,
                  .worker = row.id<WorkerId>(1),
                  .key = std::move(key),
                  .name = std::string(row.text(3)),
                  .app = std::string(row.text(4)),
                  .enrolled = row.instant(5),
                  .revokedAt = row.optionalInstant(6),
                  .lastContact = row.optionalInstant(7),
                  .package = {row.integer(8), row.instant(9)},
                  .forgotten = row.integer(10)};
}

} // namespace

Result<std::optional<TenantId>> lookUp(PostgresSession &session, DirectoryKind kind, const base::Uuid &id)
{
    TRY(const auto rows, session.query(ReadDirectory, PostgresParameters().add(std::int64_t(kind)).add(id)));
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<TenantId>(0));
}

Result<void> PostgresIdentity::expect(TenantId tenant, DeviceId device, WorkerId worker)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->ask({{ReadDevice, PostgresParameters().add(tenant).add(device)},
                    {ReadWorker, PostgresParameters().add(tenant).add(worker)}},
                   [this, tenant, device, worker](PostgresSession::Answers answers) -> Result<void> {
                       m_fetched = Fetched{tenant, device, worker, std::move(answers[0]), std::move(answers[1])};
                       return {};
                   });
    return {};
}

Result<PostgresRows> PostgresIdentity::deviceRows(TenantId tenant, DeviceId device)
{
    TRY_VOID(m_session->settle());
    if (m_fetched && m_fetched->tenant == tenant && m_fetched->device == device && m_fetched->deviceRows)
        return std::move(*std::exchange(m_fetched->deviceRows, std::nullopt));
    return m_session->query(ReadDevice, PostgresParameters().add(tenant).add(device));
}

Result<PostgresRows> PostgresIdentity::workerRows(TenantId tenant, WorkerId worker)
{
    TRY_VOID(m_session->settle());
    if (m_fetched && m_fetched->tenant == tenant && m_fetched->worker == worker && m_fetched->workerRows)
        return std::move(*std::exchange(m_fetched->workerRows, std::nullopt));
    return m_session->query(ReadWorker, PostgresParameters().add(tenant).add(worker));
}

Result<std::vector<Tenant>> PostgresIdentity::tenants()
{
    TRY(const auto rows, m_session->query(ReadTenants));
    std::vector<Tenant> tenants;
    for (int i = 0; i < rows.count(); ++i) {
        TRY(Tenant tenant, tenantOf(rows.row(i)));
        tenants.push_back(std::move(tenant));
    }
    return tenants;
}

Result<std::optional<Tenant>> PostgresIdentity::tenant(TenantId tenant)
{
    TRY(const auto rows, m_session->query(ReadTenant, PostgresParameters().add(tenant)));
    if (rows.empty())
        return std::optional<Tenant>();
    TRY(Tenant found, tenantOf(rows.front()));
    return std::optional<Tenant>(std::move(found));
}

Result<std::vector<Team>> PostgresIdentity::teams(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadTeams, PostgresParameters().add(tenant)));
    return readAll<Team>(rows, [tenant](const PostgresRow &row) {
        return Team{row.id<TeamId>(0), tenant, std::string(row.text(1))};
    });
}

Result<std::vector<Worker>> PostgresIdentity::workers(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadWorkers, PostgresParameters().add(tenant)));
    return readAll<Worker>(rows, [tenant](const PostgresRow &row) { return workerOf(row, tenant); });
}

Result<std::optional<Worker>> PostgresIdentity::worker(TenantId tenant, WorkerId worker)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, workerRows(tenant, worker));
    return rows.empty() ? std::nullopt : std::optional(workerOf(rows.front(), tenant));
}

Result<std::vector<Device>> PostgresIdentity::devices(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadDevices, PostgresParameters().add(tenant)));
    std::vector<Device> devices;
    for (int i = 0; i < rows.count(); ++i) {
        TRY(Device device, deviceOf(rows.row(i), tenant));
        devices.push_back(std::move(device));
    }
    return devices;
}

Result<std::optional<Device>> PostgresIdentity::device(TenantId tenant, DeviceId device)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, deviceRows(tenant, device));
    if (rows.empty())
        return std::optional<Device>();
    TRY(Device found, deviceOf(rows.front(), tenant));
    return std::optional<Device>(std::move(found));
}

Result<std::optional<TenantId>> PostgresIdentity::tenantOfDevice(DeviceId device)
{
    return lookUp(*m_session, DirectoryKind::Device, device.uuid());
}

Result<std::optional<TenantId>> PostgresIdentity::tenantOfWorker(WorkerId worker)
{
    return lookUp(*m_session, DirectoryKind::Worker, worker.uuid());
}

Result<std::optional<EnrolmentTicket>> PostgresIdentity::ticket(const base::Hash &secretHash)
{
    TRY(const auto owner, m_session->query(ReadTicketDirectory, PostgresParameters().add(secretHash)));
    if (owner.empty())
        return std::optional<EnrolmentTicket>();
    const auto tenant = owner.front().id<TenantId>(0);
    // The ticket itself is read behind the tenant's lock: two that use it at once see each other.
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadTicket, PostgresParameters().add(tenant).add(secretHash)));
    if (rows.empty())
        return std::optional<EnrolmentTicket>();
    const PostgresRow row = rows.front();
    return std::optional(
        EnrolmentTicket{secretHash, tenant, row.id<WorkerId>(0), row.instant(1), row.optionalId<DeviceId>(2)});
}

Result<std::vector<StoredCommand>> PostgresIdentity::openCommands(TenantId tenant, DeviceId device)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadCommands, PostgresParameters().add(tenant).add(device)));
    return readAll<StoredCommand>(rows, [](const PostgresRow &row) {
        return StoredCommand{row.uuid(0), std::string(row.text(1)), row.instant(2)};
    });
}

Result<std::vector<DeviceId>> PostgresIdentity::devicesWithOrders(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadOrdered, PostgresParameters().add(tenant)));
    return readAll<DeviceId>(rows, [](const PostgresRow &row) { return row.id<DeviceId>(0); });
}

Result<std::string> PostgresIdentity::setting(std::string_view name)
{
    TRY(const auto rows, m_session->query(ReadSetting, PostgresParameters().add(name)));
    return rows.empty() ? std::string() : std::string(rows.front().text(0));
}

Result<StoreTotals> PostgresIdentity::totals()
{
    // Nobody sees over all tenants at once, this program neither.
    TRY(const auto all, tenants());
    StoreTotals totals{.tenants = std::int64_t(all.size())};
    for (const Tenant &tenant : all) {
        TRY_VOID(m_session->enter(tenant.id));
        TRY(const auto rows, m_session->query(CountRows, PostgresParameters().add(tenant.id)));
        if (rows.empty())
            return fail(ErrorCode::Internal, "totals");
        totals.devices += rows.front().integer(0);
        totals.changes += rows.front().integer(1);
        totals.quarantined += rows.front().integer(2);
    }
    return totals;
}

} // namespace faltakt::server
