#include "sync/server/api/hello_service.h"

#include "core/casework/swedish_time.h"
#include "sync/server/api/log_history.h"
#include "sync/server/api/pack_service.h"
#include "sync/server/api/profile_service.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using protocol::CommandKind;

namespace {

std::optional<CommandKind> kindOf(std::string_view name)
{
    if (name == "lock")
        return CommandKind::Lock;
    if (name == "wipe")
        return CommandKind::Wipe;
    if (name == "fetchProfile")
        return CommandKind::FetchProfile;
    return std::nullopt;
}

/// True where the device is not what it was: it was put back from a copy, and another journal has grown since.
Result<bool> hasForked(LogReader &log, const Session &session, const protocol::HelloRequest &request,
                       const JournalHead &head)
{
    if (head.n > request.n)
        return true;
    if (request.n == 0 || request.n > head.n)
        return false;
    TRY(const auto entries, log.journal(session.tenant, session.device, request.epoch, request.n, request.n));
    return entries.empty() || entries.front().link != request.link;
}

Result<std::vector<protocol::DeviceCommand>> commandsFor(IdentityReader &identity, const Session &session)
{
    TRY(const auto stored, identity.openCommands(session.tenant, session.device));
    std::vector<protocol::DeviceCommand> commands;
    for (const StoredCommand &command : stored)
        if (const auto kind = kindOf(command.kind); kind && commands.size() < protocol::Limits::Receipts)
            commands.push_back({protocol::CommandId(command.id), *kind});
    return commands;
}

} // namespace

Result<Caller> findDevice(IdentityReader &identity, DeviceId device, const crypto::PublicKey &proofKey)
{
    TRY(const auto tenant, identity.tenantOfDevice(device));
    if (!tenant)
        return fail(ErrorCode::Refused, "unknown device");
    TRY(const auto found, identity.device(*tenant, device));
    if (!found || !(found->key == proofKey))
        return fail(ErrorCode::Refused, "unknown device");
    return findCaller(identity, {*tenant, found->worker, device});
}

/// What the municipality has decided; otherwise the server's own. A profile that cannot be read locks nobody out.
Result<std::chrono::hours> HelloService::leaseOf(StoreTransaction &transaction, TenantId tenantId) const
{
    if (!m_profiles)
        return m_policy.lease;
    TRY(const auto tenant, transaction.identity().tenant(tenantId));
    if (!tenant)
        return fail(ErrorCode::Internal, "a device without tenant");
    const auto profile = m_profiles(transaction.profiles(), *tenant, casework::swedishDate(m_clock->now()));
    if (!profile || !profile->stated.leaseDays)
        return m_policy.lease;
    return std::chrono::days(profile->stated.leaseDays->value);
}

Result<protocol::HelloAnswer> HelloService::hello(const protocol::HelloRequest &request,
                                                  const crypto::PublicKey &proofKey)
{
    return m_store->write([&](StoreTransaction &transaction) -> Result<protocol::HelloAnswer> {
        IdentityWriter &identity = transaction.identity();
        TRY(const Caller caller, findDevice(identity, request.device, proofKey));
        const Session &session = caller.session;
        const base::Instant now = m_clock->now();
        TRY(const std::string logId, identity.setting(SettingNames::LogId));
        // A receipt names places of the log that the device knows; of another one it says nothing.
        std::int64_t forgotten = request.logId == logId ? request.forgotten : 0;
        if (forgotten > 0) {
            TRY(const std::int64_t last, transaction.log().lastSeq(session.tenant));
            forgotten = std::min(forgotten, last);
        }
        TRY_VOID(identity.noteContact(session.tenant, session.device, now, request.app, forgotten));
        for (const auto &receipt : request.receipts)
            TRY_VOID(identity.closeCommand(session.tenant, session.device, receipt.uuid(), now));
        TRY(const JournalHead head, transaction.log().journalHead(session.tenant, session.device, request.epoch));
        protocol::HelloAnswer answer;
        answer.time = now;
        answer.logId = logId;
        TRY(const std::chrono::hours lease, leaseOf(transaction, session.tenant));
        answer.leaseUntil = caller.revoked ? now : now + lease;
        answer.protectedUntil = caller.revoked ? now : now + std::min(lease, m_policy.protectedLease);
        TRY(answer.commands, commandsFor(identity, session));
        answer.n = head.n;
        TRY(answer.fork, hasForked(transaction.log(), session, request, head));
        answer.logChanged = !request.logId.empty() && request.logId != answer.logId;
        if (answer.logChanged) {
            TRY(answer.offerAbove, commonPlace(transaction.log(), session.tenant, request.logId));
        }
        answer.revoked = caller.revoked;
        answer.leadsTeam = caller.leadsTeam && !caller.revoked;
        const bool isToBeWiped = std::ranges::find(answer.commands, CommandKind::Wipe, &protocol::DeviceCommand::kind)
                                 != answer.commands.end();
        if (!caller.revoked && !isToBeWiped) {
            TRY(answer.packs, packNotices(transaction.packs(), session.tenant));
            TRY(answer.profiles, profileNotices(transaction.profiles(), session.tenant));
        }
        return answer;
    });
}

} // namespace faltakt::server
