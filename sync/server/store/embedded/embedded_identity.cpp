#include "sync/server/store/embedded/embedded_identity.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Statement;

namespace {

template <typename IdType>
std::optional<IdType> optionalId(const Statement &statement, int column)
{
    return statement.isNull(column) ? std::nullopt : std::optional(statement.id<IdType>(column));
}

std::optional<base::Instant> optionalInstant(const Statement &statement, int column)
{
    return statement.isNull(column) ? std::nullopt : std::optional(statement.instant(column));
}

Result<Tenant> tenantOf(const Statement &statement, KnownKeys &keys)
{
    TRY(auto signing, keys.key(statement.blob(3)));
    TRY(auto recovery, crypto::BoxPublicKey::fromBytes(statement.blob(4)));
    TRY(auto outbox, crypto::BoxPublicKey::fromBytes(statement.blob(5)));
    return Tenant{.id = statement.id<TenantId>(0),
                  .name = std::string(statement.text(1)),
                  .profile = std::string(statement.text(2)),
                  .signingKey = std::move(signing),
                  .recoveryKey = recovery,
                  .outboxKey = outbox,
                  .serverWorker = statement.id<WorkerId>(6),
                  .serverDevice = statement.id<DeviceId>(7),
                  .created = statement.instant(8),
                  .packageDays = statement.isNull(9) ? std::nullopt : std::optional(int(statement.integer(9)))};
}

Worker workerOf(const Statement &statement, TenantId tenant)
{
    return {.id = statement.id<WorkerId>(0),
            .tenant = tenant,
            .team = optionalId<TeamId>(statement, 1),
            .name = std::string(statement.text(2)),
            .role = std::string(statement.text(3)),
            .revoked = statement.integer(4) != 0};
}

Result<Device> deviceOf(const Statement &statement, TenantId tenant, KnownKeys &keys)
{
    TRY(auto key, keys.key(statement.blob(2)));
    return Device{.id = statement.id<DeviceId>(0),
                  .tenant = tenant,
                  .worker = statement.id<WorkerId>(1),
                  .key = std::move(key),
                  .name = std::string(statement.text(3)),
                  .app = std::string(statement.text(4)),
                  .enrolled = statement.instant(5),
                  .revokedAt = optionalInstant(statement, 6),
                  .lastContact = optionalInstant(statement, 7),
                  .package = {statement.integer(8), statement.instant(9)},
                  .forgotten = statement.integer(10)};
}

} // namespace

Result<std::vector<Tenant>> EmbeddedIdentity::tenants()
{
    TRY(auto statement,
        m_database->prepare(
            "SELECT id, name, profile, signing_key, recovery_key, outbox_key, server_worker, server_device, created,"
            " package_days FROM tenant ORDER BY number"));
    std::vector<Tenant> tenants;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return tenants;
        TRY(Tenant tenant, tenantOf(statement, m_keys));
        tenants.push_back(std::move(tenant));
    }
}

Result<std::optional<Tenant>> EmbeddedIdentity::tenant(TenantId tenant)
{
    TRY(auto statement,
        m_database->prepare(
            "SELECT id, name, profile, signing_key, recovery_key, outbox_key, server_worker, server_device, created,"
            " package_days FROM tenant WHERE id = ?"));
    statement.bind(1, tenant);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<Tenant>();
    TRY(Tenant found, tenantOf(statement, m_keys));
    return std::optional<Tenant>(std::move(found));
}

Result<std::vector<Team>> EmbeddedIdentity::teams(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT id, name FROM team WHERE tenant = ? ORDER BY id"));
    statement.bind(1, number);
    std::vector<Team> teams;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return teams;
        teams.push_back({statement.id<TeamId>(0), tenant, std::string(statement.text(1))});
    }
}

Result<std::vector<Worker>> EmbeddedIdentity::workers(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT id, team, name, role, revoked FROM worker WHERE tenant = ? ORDER BY id"));
    statement.bind(1, number);
    std::vector<Worker> workers;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return workers;
        workers.push_back(workerOf(statement, tenant));
    }
}

Result<std::optional<Worker>> EmbeddedIdentity::worker(TenantId tenant, WorkerId worker)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT id, team, name, role, revoked FROM worker WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, worker);
    TRY(const bool row, statement.step());
    return row ? std::optional(workerOf(statement, tenant)) : std::nullopt;
}

Result<std::vector<Device>> EmbeddedIdentity::devices(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "SELECT id, worker, public_key, name, app, enrolled, revoked_at, last_contact, package_seq,"
            " package_since, forgotten FROM device"
            " WHERE tenant = ?1 AND id <> (SELECT server_device FROM tenant WHERE number = ?1) ORDER BY id"));
    statement.bind(1, number);
    std::vector<Device> devices;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return devices;
        TRY(Device device, deviceOf(statement, tenant, m_keys));
        devices.push_back(std::move(device));
    }
}

Result<std::optional<Device>> EmbeddedIdentity::device(TenantId tenant, DeviceId device)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT id, worker, public_key, name, app, enrolled, revoked_at, last_contact, package_seq,"
                            " package_since, forgotten FROM device"
                            " WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, device);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<Device>();
    TRY(Device found, deviceOf(statement, tenant, m_keys));
    return std::optional<Device>(std::move(found));
}

Result<std::optional<TenantId>> EmbeddedIdentity::tenantOfDevice(DeviceId device)
{
    TRY(auto statement,
        m_database->prepare("SELECT t.id FROM device d JOIN tenant t ON t.number = d.tenant WHERE d.id = ?"));
    statement.bind(1, device);
    TRY(const bool row, statement.step());
    return row ? std::optional(statement.id<TenantId>(0)) : std::nullopt;
}

Result<std::optional<TenantId>> EmbeddedIdentity::tenantOfWorker(WorkerId worker)
{
    TRY(auto statement,
        m_database->prepare("SELECT t.id FROM worker w JOIN tenant t ON t.number = w.tenant WHERE w.id = ?"));
    statement.bind(1, worker);
    TRY(const bool row, statement.step());
    return row ? std::optional(statement.id<TenantId>(0)) : std::nullopt;
}

Result<std::optional<EnrolmentTicket>> EmbeddedIdentity::ticket(const base::Hash &secretHash)
{
    TRY(auto statement, m_database->prepare("SELECT t.id, k.worker, k.expires, k.used_by FROM ticket k"
                                            " JOIN tenant t ON t.number = k.tenant WHERE k.secret_hash = ?"));
    statement.bind(1, secretHash);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<EnrolmentTicket>();
    return std::optional(EnrolmentTicket{secretHash, statement.id<TenantId>(0), statement.id<WorkerId>(1),
                                         statement.instant(2), optionalId<DeviceId>(statement, 3)});
}

Result<std::vector<StoredCommand>> EmbeddedIdentity::openCommands(TenantId tenant, DeviceId device)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT id, kind, given FROM command WHERE tenant = ? AND device = ? AND "
                                            "closed IS NULL ORDER BY given, id"));
    statement.bind(1, number).bind(2, device);
    std::vector<StoredCommand> commands;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return commands;
        TRY(const auto id, base::Uuid::fromBytes(statement.blob(0)));
        commands.push_back({id, std::string(statement.text(1)), statement.instant(2)});
    }
}

Result<std::vector<DeviceId>> EmbeddedIdentity::devicesWithOrders(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT DISTINCT device FROM command WHERE tenant = ? AND closed IS NULL"
                                            " AND kind IN ('lock', 'wipe')"));
    statement.bind(1, number);
    std::vector<DeviceId> devices;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return devices;
        devices.push_back(statement.id<DeviceId>(0));
    }
}

Result<std::string> EmbeddedIdentity::setting(std::string_view name)
{
    TRY(auto statement, m_database->prepare("SELECT value FROM setting WHERE name = ?"));
    statement.bind(1, name);
    TRY(const bool row, statement.step());
    return row ? std::string(statement.text(0)) : std::string();
}

Result<StoreTotals> EmbeddedIdentity::totals()
{
    TRY(auto statement,
        m_database->prepare("SELECT (SELECT count(*) FROM tenant),"
                            " (SELECT count(*) FROM device WHERE id NOT IN (SELECT server_device FROM tenant)),"
                            " (SELECT count(*) FROM change), (SELECT count(*) FROM quarantine)"));
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::Internal, "totals");
    return StoreTotals{statement.integer(0), statement.integer(1), statement.integer(2), statement.integer(3)};
}

Result<void> EmbeddedIdentity::addTenant(const Tenant &tenant)
{
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO tenant (id, name, profile, signing_key, recovery_key, outbox_key, server_worker,"
            " server_device, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, tenant.id).bind(2, tenant.name).bind(3, tenant.profile).bind(4, tenant.signingKey.bytes());
    statement.bind(5, tenant.recoveryKey.bytes()).bind(6, tenant.outboxKey.bytes()).bind(7, tenant.serverWorker);
    statement.bind(8, tenant.serverDevice).bind(9, tenant.created);
    TRY_VOID(statement.run());
    TRY(auto counter, m_database->prepare("INSERT INTO counter (tenant, last_seq) VALUES (?, 0)"));
    counter.bind(1, m_database->lastInsertRowId());
    return counter.run();
}

Result<void> EmbeddedIdentity::setRecoveryKey(TenantId tenant, const crypto::BoxPublicKey &key)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("UPDATE tenant SET recovery_key = ? WHERE number = ?"));
    statement.bind(1, key.bytes()).bind(2, number);
    return statement.run();
}

Result<void> EmbeddedIdentity::setPackageDays(TenantId tenant, int days)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("UPDATE tenant SET package_days = ? WHERE number = ?"));
    statement.bind(1, days).bind(2, number);
    return statement.run();
}

Result<void> EmbeddedIdentity::addTeam(const Team &team)
{
    TRY(const auto number, m_numbers->of(team.tenant));
    TRY(auto statement, m_database->prepare("INSERT INTO team (tenant, id, name) VALUES (?, ?, ?)"));
    statement.bind(1, number).bind(2, team.id).bind(3, team.name);
    return statement.run();
}

Result<void> EmbeddedIdentity::addWorker(const Worker &worker)
{
    TRY(const auto number, m_numbers->of(worker.tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO worker (tenant, id, team, name, role, revoked) VALUES (?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, worker.id).bind(3, worker.team).bind(4, worker.name).bind(5, worker.role);
    statement.bind(6, worker.revoked);
    return statement.run();
}

Result<void> EmbeddedIdentity::setWorkerPlace(TenantId tenant, WorkerId worker, const std::optional<TeamId> &team,
                                              const std::string &role)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("UPDATE worker SET team = ?, role = ? WHERE tenant = ? AND id = ?"));
    statement.bind(1, team).bind(2, role).bind(3, number).bind(4, worker);
    return statement.run();
}

Result<void> EmbeddedIdentity::addDevice(const Device &device)
{
    TRY(const auto number, m_numbers->of(device.tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO device (tenant, id, worker, public_key, name, app, enrolled, revoked_at,"
                            " last_contact, package_seq, package_since)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number)
        .bind(2, device.id)
        .bind(3, device.worker)
        .bind(4, device.key.bytes())
        .bind(5, device.name);
    statement.bind(6, device.app).bind(7, device.enrolled).bind(8, device.revokedAt).bind(9, device.lastContact);
    statement.bind(10, device.package.seq).bind(11, device.package.since);
    return statement.run();
}

Result<void> EmbeddedIdentity::revokeDevice(TenantId tenant, DeviceId device, base::Instant at)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("UPDATE device SET revoked_at = ? WHERE tenant = ? AND id = ? AND revoked_at IS NULL"));
    statement.bind(1, at).bind(2, number).bind(3, device);
    return statement.run();
}

Result<void> EmbeddedIdentity::noteContact(TenantId tenant, DeviceId device, base::Instant at, const std::string &app,
                                           std::int64_t forgotten)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("UPDATE device SET last_contact = ?, app = ?, forgotten = max(forgotten, ?)"
                                            " WHERE tenant = ? AND id = ?"));
    statement.bind(1, at).bind(2, app).bind(3, forgotten).bind(4, number).bind(5, device);
    return statement.run();
}

Result<void> EmbeddedIdentity::addTicket(const EnrolmentTicket &ticket)
{
    TRY(const auto number, m_numbers->of(ticket.tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO ticket (secret_hash, tenant, worker, expires, used_by) VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, ticket.secretHash)
        .bind(2, number)
        .bind(3, ticket.worker)
        .bind(4, ticket.expires)
        .bind(5, ticket.usedBy);
    return statement.run();
}

Result<void> EmbeddedIdentity::useTicket(const base::Hash &secretHash, DeviceId device)
{
    TRY(auto statement, m_database->prepare("UPDATE ticket SET used_by = ? WHERE secret_hash = ? AND used_by IS NULL"));
    statement.bind(1, device).bind(2, secretHash);
    TRY_VOID(statement.run());
    if (m_database->changedRows() != 1)
        return fail(ErrorCode::AlreadyExists, "the enrolment code is used");
    return {};
}

Result<void> EmbeddedIdentity::addCommand(TenantId tenant, DeviceId device, const StoredCommand &command)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO command (tenant, device, id, kind, given) VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, device).bind(3, command.id.bytes()).bind(4, command.kind).bind(5, command.given);
    return statement.run();
}

Result<void> EmbeddedIdentity::closeCommand(TenantId tenant, DeviceId device, const base::Uuid &command,
                                            base::Instant at)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "UPDATE command SET closed = ? WHERE tenant = ? AND device = ? AND id = ? AND closed IS NULL"));
    statement.bind(1, at).bind(2, number).bind(3, device).bind(4, command.bytes());
    return statement.run();
}

Result<void> EmbeddedIdentity::setSetting(std::string_view name, std::string_view value)
{
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2"));
    statement.bind(1, name).bind(2, value);
    return statement.run();
}

} // namespace faltakt::server
