#include "sync/server/api/outbox_service.h"

#include "core/crypto/sealed_outbox.h"
#include "sync/protocol/push_sequence.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::VerdictKind;
using protocol::OutboxAnswer;

Result<OutboxAnswer> OutboxService::take(TenantId tenant, base::ByteView sealed)
{
    TRY(const auto keys, m_keys->keysOf(tenant));
    TRY(const auto outbox, crypto::SealedOutbox::open(sealed, keys->outbox));
    TRY(const auto device,
        m_store->read([&](StoreSnapshot &snapshot) { return snapshot.identity().device(tenant, outbox.device); }));
    if (!device)
        return fail(ErrorCode::Refused, "the outbox of an unknown device");
    TRY(const auto pushes, protocol::decodePushSequence(base::textOf(base::ByteView(outbox.content))));
    OutboxAnswer taken;
    for (const protocol::PushRequest &request : pushes) {
        TRY(const auto answer, m_push->push({tenant, device->worker, outbox.device}, request));
        const auto *verdicts = std::get_if<protocol::PushVerdicts>(&answer);
        if (!verdicts)
            return fail(ErrorCode::Refused, std::holds_alternative<protocol::PushGap>(answer)
                                                ? "something that the device sent before it is missing here"
                                                : "the device has written something else since");
        taken.taken += std::int64_t(verdicts->verdicts.size());
        for (const auto &verdict : verdicts->verdicts)
            taken.quarantined += verdict.kind == VerdictKind::Quarantined ? 1 : 0;
    }
    return taken;
}

Result<OutboxAnswer> OutboxService::takeOfAnyTenant(base::ByteView sealed)
{
    TRY(const auto tenants, m_store->read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    for (const Tenant &tenant : tenants) {
        auto taken = take(tenant.id, sealed);
        if (taken || taken.error().code() != ErrorCode::WrongKey)
            return taken;
    }
    return fail(ErrorCode::WrongKey, "the file was sealed to another server, or it was changed");
}

} // namespace faltakt::server
