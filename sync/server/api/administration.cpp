// Tenants, teams, workers and devices; what concerns cases stands in administration_cases.cpp.
#include "sync/server/api/administration.h"

#include "core/base/answer_words.h"
#include "core/base/text.h"
#include "sync/server/api/enrolment_service.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t LongestName = 200;

/// People read it in lists and on letters.
Result<void> checkName(const std::string &name)
{
    if (base::trimmed(name).empty())
        return fail(ErrorCode::InvalidInput, "the name is empty");
    if (base::answerWords(name) != name || base::codePointCount(name) > LongestName)
        return fail(ErrorCode::InvalidInput,
                    "the name is to be one line of at most 200 characters that can be printed");
    return {};
}

} // namespace

void Administration::tell(const Result<void> &done, TenantId tenant) const
{
    if (done && m_orderGrew)
        m_orderGrew(tenant);
}

Result<TenantId> Administration::addTenant(const std::string &name, const std::string &profile,
                                           const KeepRecoveryKey &keep)
{
    TRY_VOID(checkName(name));
    const auto id = m_ids->make<TenantId>();
    const auto existing = m_store->read([&](StoreSnapshot &snapshot) -> Result<bool> {
        TRY(const auto tenants, snapshot.identity().tenants());
        return std::any_of(tenants.begin(), tenants.end(), [&](const Tenant &tenant) { return tenant.name == name; });
    });
    if (!existing)
        return fail(existing.error());
    if (*existing)
        return fail(ErrorCode::AlreadyExists, "a tenant of that name exists");
    TRY(auto signing, crypto::SigningKey::make());
    TRY(auto serverDevice, crypto::SigningKey::make());
    auto outbox = crypto::BoxKeyPair::make(*m_random);
    const auto recovery = crypto::RecoveryKey::make(id, *m_random);
    const Tenant tenant{.id = id,
                        .name = name,
                        .profile = profile,
                        .signingKey = signing.publicKey(),
                        .recoveryKey = recovery.pair.publicKey(),
                        .outboxKey = outbox.publicKey(),
                        .serverWorker = m_ids->make<WorkerId>(),
                        .serverDevice = m_ids->make<DeviceId>(),
                        .created = m_clock->now()};
    const Device device{.id = tenant.serverDevice,
                        .tenant = id,
                        .worker = tenant.serverWorker,
                        .key = serverDevice.publicKey(),
                        .name = "server",
                        .app = "faltakt-server",
                        .enrolled = tenant.created,
                        .revokedAt = {},
                        .lastContact = {}};
    // Keys first: a tenant whose keys are not kept could never be used.
    TRY_VOID(keep(recovery));
    TRY_VOID(m_keys->keep(id, TenantKeys{std::move(signing), std::move(serverDevice), std::move(outbox)}));
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY_VOID(transaction.identity().addTenant(tenant));
        TRY_VOID(transaction.identity().addWorker({tenant.serverWorker, id, {}, "server", "server", false}));
        TRY_VOID(transaction.identity().addDevice(device));
        TRY_VOID(publishKey(transaction, *m_keys, device, std::nullopt));
        return {};
    }));
    return id;
}

Result<void> Administration::replaceRecoveryKey(TenantId tenant, const KeepRecoveryKey &keep)
{
    TRY(const auto found, m_store->read([&](StoreSnapshot &snapshot) { return snapshot.identity().tenant(tenant); }));
    if (!found)
        return fail(ErrorCode::NotFound, "there is no such tenant");
    const auto recovery = crypto::RecoveryKey::make(tenant, *m_random);
    TRY_VOID(keep(recovery));
    return m_store->write([&](StoreTransaction &transaction) {
        return transaction.identity().setRecoveryKey(tenant, recovery.pair.publicKey());
    });
}

Result<TeamId> Administration::addTeam(TenantId tenant, const std::string &name)
{
    TRY_VOID(checkName(name));
    const auto id = m_ids->make<TeamId>();
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) {
        return transaction.identity().addTeam({id, tenant, name});
    }));
    return id;
}

Result<WorkerId> Administration::addWorker(TenantId tenant, std::optional<TeamId> team, const std::string &name,
                                           const std::string &role)
{
    TRY_VOID(checkName(name));
    const auto id = m_ids->make<WorkerId>();
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const auto teams, transaction.identity().teams(tenant));
        const bool known =
            !team || std::any_of(teams.begin(), teams.end(), [&](const Team &other) { return other.id == *team; });
        if (!known)
            return fail(ErrorCode::NotFound, "the tenant has no such team");
        return transaction.identity().addWorker({id, tenant, team, name, role, false});
    }));
    return id;
}

Result<void> Administration::revokeDevice(DeviceId device)
{
    std::optional<TenantId> grown;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const auto tenant, transaction.identity().tenantOfDevice(device));
        if (!tenant)
            return fail(ErrorCode::NotFound, "there is no such device");
        TRY(auto found, transaction.identity().device(*tenant, device));
        if (!found || found->revokedAt)
            return {};
        TRY(const auto owner, transaction.identity().tenant(*tenant));
        if (owner && owner->serverDevice == device)
            return fail(ErrorCode::Refused, "the server's own device cannot be revoked");
        const base::Instant now = m_clock->now();
        TRY_VOID(transaction.identity().revokeDevice(*tenant, device, now));
        grown = *tenant;
        TRY_VOID(publishKey(transaction, *m_keys, *found, now));
        return {};
    });
    if (grown)
        tell(done, *grown);
    return done;
}

Result<void> Administration::orderDevice(DeviceId device, DeviceOrder order)
{
    const std::string kind(order == DeviceOrder::Wipe ? WipeCommand : LockCommand);
    std::optional<TenantId> given;
    const Result<void> done = m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        TRY(const auto tenant, transaction.identity().tenantOfDevice(device));
        if (!tenant)
            return fail(ErrorCode::NotFound, "there is no such device");
        TRY(const auto open, transaction.identity().openCommands(*tenant, device));
        if (std::any_of(open.begin(), open.end(), [&](const StoredCommand &command) { return command.kind == kind; }))
            return {};
        given = *tenant;
        return transaction.identity().addCommand(*tenant, device,
                                                 {m_ids->make<DeviceId>().uuid(), kind, m_clock->now()});
    });
    if (given)
        tell(done, *given);
    return done;
}

} // namespace faltakt::server
