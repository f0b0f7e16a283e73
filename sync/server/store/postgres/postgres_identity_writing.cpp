#include "sync/server/store/postgres/postgres_identity.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char AddTenant[] = "INSERT INTO tenant (id, name, profile, signing_key, recovery_key, outbox_key,"
                             " server_worker, server_device, created) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr char AddCounter[] = "INSERT INTO counter (tenant, last_seq) VALUES ($1, 0)";
constexpr char SetRecoveryKey[] = "UPDATE tenant SET recovery_key = $2 WHERE id = $1";
constexpr char SetPackageDays[] = "UPDATE tenant SET package_days = $2 WHERE id = $1";
constexpr char AddToDirectory[] = "INSERT INTO directory (kind, id, tenant) VALUES ($1, $2, $3)";
constexpr char AddTeam[] = "INSERT INTO team (tenant, id, name) VALUES ($1, $2, $3)";
constexpr char AddWorker[] =
    "INSERT INTO worker (tenant, id, team, name, role, revoked) VALUES ($1, $2, $3, $4, $5, $6)";
constexpr char SetWorkerPlace[] = "UPDATE worker SET team = $3, role = $4 WHERE tenant = $1 AND id = $2";
constexpr char AddDevice[] = "INSERT INTO device (tenant, id, worker, public_key, name, app, enrolled, revoked_at,"
                             " last_contact, package_seq, package_since)"
                             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr char RevokeDevice[] =
    "UPDATE device SET revoked_at = $3 WHERE tenant = $1 AND id = $2 AND revoked_at IS NULL";
constexpr char NoteContact[] = "UPDATE device SET last_contact = $3, app = $4, forgotten = greatest(forgotten, $5)"
                               " WHERE tenant = $1 AND id = $2";
constexpr char AddTicketPlace[] = "INSERT INTO ticket_directory (secret_hash, tenant) VALUES ($1, $2)";
constexpr char AddTicket[] =
    "INSERT INTO ticket (tenant, secret_hash, worker, expires, used_by) VALUES ($1, $2, $3, $4, $5)";
constexpr char UseTicket[] =
    "UPDATE ticket SET used_by = $3 WHERE tenant = $1 AND secret_hash = $2 AND used_by IS NULL";
constexpr char AddCommand[] = "INSERT INTO command (tenant, device, id, kind, given) VALUES ($1, $2, $3, $4, $5)";
constexpr char CloseCommand[] =
    "UPDATE command SET closed = $4 WHERE tenant = $1 AND device = $2 AND id = $3 AND closed IS NULL";
constexpr char SetSetting[] =
    "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

} // namespace

Result<void> addToDirectory(PostgresSession &session, DirectoryKind kind, const base::Uuid &id, TenantId tenant)
{
    TRY_VOID(session.enter(tenant));
    session.queue(AddToDirectory, PostgresParameters().add(std::int64_t(kind)).add(id).add(tenant));
    return {};
}

Result<void> PostgresIdentity::write(const char *sql, const PostgresParameters &parameters)
{
    forget();
    TRY_VOID(m_session->query(sql, parameters));
    return {};
}

Result<void> PostgresIdentity::addTenant(const Tenant &tenant)
{
    PostgresParameters parameters;
    parameters.add(tenant.id).add(tenant.name).add(tenant.profile).add(tenant.signingKey.bytes());
    parameters.add(tenant.recoveryKey.bytes()).add(tenant.outboxKey.bytes()).add(tenant.serverWorker);
    TRY_VOID(write(AddTenant, parameters.add(tenant.serverDevice).add(tenant.created)));
    TRY_VOID(m_session->enter(tenant.id));
    return write(AddCounter, PostgresParameters().add(tenant.id));
}

Result<void> PostgresIdentity::setRecoveryKey(TenantId tenant, const crypto::BoxPublicKey &key)
{
    TRY_VOID(m_session->enter(tenant));
    return write(SetRecoveryKey, PostgresParameters().add(tenant).add(key.bytes()));
}

Result<void> PostgresIdentity::setPackageDays(TenantId tenant, int days)
{
    TRY_VOID(m_session->enter(tenant));
    return write(SetPackageDays, PostgresParameters().add(tenant).add(days));
}

Result<void> PostgresIdentity::addTeam(const Team &team)
{
    TRY_VOID(addToDirectory(*m_session, DirectoryKind::Team, team.id.uuid(), team.tenant));
    return write(AddTeam, PostgresParameters().add(team.tenant).add(team.id).add(team.name));
}

Result<void> PostgresIdentity::addWorker(const Worker &worker)
{
    TRY_VOID(addToDirectory(*m_session, DirectoryKind::Worker, worker.id.uuid(), worker.tenant));
    PostgresParameters parameters;
    parameters.add(worker.tenant).add(worker.id).add(worker.team).add(worker.name).add(worker.role);
    return write(AddWorker, parameters.add(worker.revoked));
}

Result<void> PostgresIdentity::setWorkerPlace(TenantId tenant, WorkerId worker, const std::optional<TeamId> &team,
                                              const std::string &role)
{
    TRY_VOID(m_session->enter(tenant));
    return write(SetWorkerPlace, PostgresParameters().add(tenant).add(worker).add(team).add(role));
}

Result<void> PostgresIdentity::addDevice(const Device &device)
{
    TRY_VOID(addToDirectory(*m_session, DirectoryKind::Device, device.id.uuid(), device.tenant));
    PostgresParameters parameters;
    parameters.add(device.tenant).add(device.id).add(device.worker).add(device.key.bytes()).add(device.name);
    parameters.add(device.app).add(device.enrolled).add(device.revokedAt).add(device.lastContact);
    parameters.add(device.package.seq).add(device.package.since);
    return write(AddDevice, parameters);
}

Result<void> PostgresIdentity::revokeDevice(TenantId tenant, DeviceId device, base::Instant at)
{
    TRY_VOID(m_session->enter(tenant));
    return write(RevokeDevice, PostgresParameters().add(tenant).add(device).add(at));
}

Result<void> PostgresIdentity::noteContact(TenantId tenant, DeviceId device, base::Instant at, const std::string &app,
                                           std::int64_t forgotten)
{
    TRY_VOID(m_session->enter(tenant));
    forget();
    m_session->queue(NoteContact, PostgresParameters().add(tenant).add(device).add(at).add(app).add(forgotten));
    return {};
}

Result<void> PostgresIdentity::addTicket(const EnrolmentTicket &ticket)
{
    TRY_VOID(m_session->enter(ticket.tenant));
    m_session->queue(AddTicketPlace, PostgresParameters().add(ticket.secretHash).add(ticket.tenant));
    PostgresParameters parameters;
    parameters.add(ticket.tenant).add(ticket.secretHash).add(ticket.worker).add(ticket.expires).add(ticket.usedBy);
    return write(AddTicket, parameters);
}

Result<void> PostgresIdentity::useTicket(const base::Hash &secretHash, DeviceId device)
{
    TRY(const auto found, ticket(secretHash));
    if (found) {
        TRY(const auto rows,
            m_session->query(UseTicket, PostgresParameters().add(found->tenant).add(secretHash).add(device)));
        if (rows.affected() == 1)
            return {};
    }
    return fail(ErrorCode::AlreadyExists, "the enrolment code is used");
}

Result<void> PostgresIdentity::addCommand(TenantId tenant, DeviceId device, const StoredCommand &command)
{
    TRY_VOID(m_session->enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(device).add(command.id).add(command.kind).add(command.given);
    // Nothing of the tenant's order, but whoever waits is to hear of it wherever it waits.
    m_session->grown().insert(tenant);
    return write(AddCommand, parameters);
}

Result<void> PostgresIdentity::closeCommand(TenantId tenant, DeviceId device, const base::Uuid &command,
                                            base::Instant at)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(CloseCommand, PostgresParameters().add(tenant).add(device).add(command).add(at));
    return {};
}

Result<void> PostgresIdentity::setSetting(std::string_view name, std::string_view value)
{
    return write(SetSetting, PostgresParameters().add(name).add(value));
}

} // namespace faltakt::server
