#include "sync/server/api/enrolment_service.h"

#include "core/crypto/hash.h"
#include "sync/server/api/server_settings.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

Result<std::int64_t> publishKey(StoreTransaction &transaction, const KeyVault &keys, const Device &device,
                                std::optional<base::Instant> until)
{
    TRY(const auto tenantKeys, keys.keysOf(device.tenant));
    KeyEntry entry;
    entry.line.device = device.id;
    entry.line.worker = device.worker;
    entry.line.jwk = device.key.toJwk();
    entry.line.from = device.enrolled;
    entry.line.until = until;
    TRY(const auto signature, tenantKeys->signing.sign(base::bytesOf(changelog::keyStatement(entry.line))));
    entry.line.signature = base::toBase64Url(signature);
    TRY(entry.seq, transaction.log().takeSeqs(device.tenant, 1));
    TRY_VOID(transaction.log().addKey(device.tenant, entry));
    return entry.seq;
}

Result<EnrolmentService::Ticket> EnrolmentService::makeTicket(WorkerId worker)
{
    Ticket made;
    m_ids->fill(made.secret);
    made.expires = m_clock->now() + m_policy.codeLife;
    return m_store->write([&](StoreTransaction &transaction) -> Result<Ticket> {
        TRY(const auto tenant, transaction.identity().tenantOfWorker(worker));
        if (!tenant)
            return fail(ErrorCode::NotFound, "there is no such worker");
        TRY(const auto found, transaction.identity().worker(*tenant, worker));
        if (!found || found->revoked)
            return fail(ErrorCode::Refused, "the worker is revoked");
        TRY_VOID(transaction.identity().addTicket(
            {crypto::blake2b256(base::ByteView(made.secret)), *tenant, worker, made.expires, {}}));
        return made;
    });
}

Result<Device> EnrolmentService::enrolDevice(StoreTransaction &transaction, const EnrolmentTicket &ticket,
                                             const protocol::EnrolRequest &request)
{
    if (ticket.usedBy) {
        TRY(const auto device, transaction.identity().device(ticket.tenant, *ticket.usedBy));
        if (!device || !(device->key == request.key))
            return fail(ErrorCode::AlreadyExists, "the code is used");
        return *device;
    }
    const base::Instant now = m_clock->now();
    if (ticket.expires <= now)
        return fail(ErrorCode::NotFound, "unknown or expired code");
    TRY(const auto worker, transaction.identity().worker(ticket.tenant, ticket.worker));
    TRY(const auto tenant, transaction.identity().tenant(ticket.tenant));
    if (!worker || worker->revoked || !tenant)
        return fail(ErrorCode::NotFound, "unknown or expired code");
    Device device{.id = m_ids->make<DeviceId>(),
                  .tenant = ticket.tenant,
                  .worker = ticket.worker,
                  .key = request.key,
                  .name = request.name,
                  .app = request.app,
                  .enrolled = now,
                  .revokedAt = {},
                  .lastContact = now};
    device.package.since = packageSince(*tenant, now);
    TRY(device.package.seq, publishKey(transaction, *m_keys, device, std::nullopt));
    TRY_VOID(transaction.identity().addDevice(device));
    TRY_VOID(transaction.identity().useTicket(ticket.secretHash, device.id));
    return device;
}

Result<protocol::EnrolAnswer> EnrolmentService::answerFor(IdentityReader &identity, const Device &device) const
{
    TRY(const auto tenant, identity.tenant(device.tenant));
    TRY(const auto worker, identity.worker(device.tenant, device.worker));
    if (!tenant || !worker)
        return fail(ErrorCode::Internal, "a device without tenant or worker");
    TRY(const std::string logId, identity.setting(SettingNames::LogId));
    const auto recovery = tenant->recoveryKey.bytes();
    const auto outbox = tenant->outboxKey.bytes();
    const auto leaseMs = std::chrono::duration_cast<std::chrono::milliseconds>(m_policy.lease).count();
    const auto autoLockMs = std::chrono::duration_cast<std::chrono::milliseconds>(m_policy.autoLock).count();
    return protocol::EnrolAnswer{
        .device = device.id,
        .worker = device.worker,
        .workerName = worker->name,
        .tenant = device.tenant,
        .tenantName = tenant->name,
        .logId = logId,
        .recoveryKey = base::Bytes(recovery.begin(), recovery.end()),
        .outboxKey = base::Bytes(outbox.begin(), outbox.end()),
        .tenantKey = tenant->signingKey,
        .profile = tenant->profile,
        .policy = json::Object{{"leaseMs", std::int64_t(leaseMs)}, {"autoLockMs", std::int64_t(autoLockMs)}}};
}

Result<protocol::EnrolAnswer> EnrolmentService::enrol(const protocol::EnrolRequest &request,
                                                      const crypto::PublicKey &proofKey)
{
    if (!(proofKey == request.key))
        return fail(ErrorCode::Refused, "the proof is by another key");
    std::optional<TenantId> grown;
    auto enrolled = m_store->write([&](StoreTransaction &transaction) -> Result<protocol::EnrolAnswer> {
        TRY(const auto ticket, transaction.identity().ticket(crypto::blake2b256(base::ByteView(request.secret))));
        if (!ticket)
            return fail(ErrorCode::NotFound, "unknown or expired code");
        TRY(const Device device, enrolDevice(transaction, *ticket, request));
        if (!ticket->usedBy)
            grown = device.tenant;
        TRY(auto answer, answerFor(transaction.identity(), device));
        TRY(answer.packKeys, transaction.packs().publishers(device.tenant));
        return answer;
    });
    if (enrolled && grown && m_orderGrew)
        m_orderGrew(*grown);
    return enrolled;
}

} // namespace faltakt::server
