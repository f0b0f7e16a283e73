// The device and its server: enrol, sync, status.
#include "core/casework/swedish_time.h"
#include "sync/cli/commands.h"
#include "sync/cli/device_sync.h"
#include "sync/cli/event_loop.h"
#include "sync/cli/options.h"
#include "sync/cli/store_session.h"
#include "sync/client/enrolment.h"
#include "sync/client/outbox_delivery.h"

#include <QSysInfo>

namespace faltakt::cli {

namespace json = base::json;

namespace {

constexpr int DefaultUnlockTime = 500;
constexpr int LongestUnlockTime = 5000;
constexpr int LongestWait = 24 * 60 * 60;

CommandExpected<protocol::EnrolmentCode> readCode(CommandContext &context, const Invocation &invocation)
{
    std::optional<std::string> text = invocation.argument(0);
    if (*text == "-") {
        TRY_COMMAND(text, context.input.next());
        if (!text)
            return wrongUsage("The code is missing on standard input.");
    }
    const auto code = protocol::EnrolmentCode::parse(*text);
    if (!code)
        return refuse("This is no enrolment code (" + code.error().detail() + "). Copy it whole.");
    return *code;
}

json::Value orNull(const std::optional<base::Instant> &instant)
{
    return instant ? json::Value(base::formatInstant(*instant)) : json::Value();
}

/// Does what the server ordered, and tells it so.
CommandResult carryOutOrders(CommandContext &context, client::FieldStore &fieldStore, client::SyncRunner &runner)
{
    TRY_COMMAND(client::OrdersDone done, client::carryOut(runner.orders(), fieldStore, fieldEnvironment(context)));
    if (done.wiped)
        context.say("The server has ordered this device wiped; it cannot be opened any more.");
    if (done.commands.empty())
        return {};
    TRY_COMMAND_VOID(
        runToEnd<void>([&](auto answered) { runner.confirm(std::move(done.commands), std::move(answered)); }));
    return {};
}

json::Object syncToJson(const client::SyncReport &report, const store::StoreCounts &counts)
{
    json::Object shown{{"pushed", report.counts.pushed},
                       {"pulled", report.counts.pulled},
                       {"accepted", report.counts.accepted},
                       {"quarantined", report.counts.quarantined},
                       {"outbox", counts.outbox},
                       {"conflicts", counts.conflicts},
                       {"cursor", report.cursor},
                       {"bytesSent", report.traffic.sent},
                       {"bytesReceived", report.traffic.received},
                       {"seconds", std::chrono::duration<double>(report.duration).count()}};
    if (report.counts.offered > 0)
        for (const auto &[name, count] :
             {std::pair("offered", report.counts.offered), std::pair("takenBack", report.counts.takenBack)})
            shown.append(name, count);
    if (report.counts.compared)
        for (const auto &[name, count] :
             {std::pair("held", report.counts.held), std::pair("proven", report.counts.proven),
              std::pair("differing", report.counts.differing), std::pair("mended", report.counts.mended)})
            shown.append(name, count);
    return shown;
}

/// What followed the changes of a sync.
struct Followed {
    base::Result<blobs::TransferReport> attachments;
    base::Result<int> packs = 0;    ///< Content packs that were taken.
    base::Result<int> profiles = 0; ///< That came.
};

CommandResult printSync(CommandContext &context, const client::SyncReport &report, const Followed &followed,
                        const store::CaseStore &cases)
{
    TRY_COMMAND(const store::StoreCounts counts, cases.counts());
    json::Object shown = syncToJson(report, counts);
    const auto &carried = followed.attachments;
    if (carried && carried->sent + carried->fetched + carried->failed > 0)
        for (const auto &[name, count] :
             {std::pair("attachmentsSent", carried->sent), std::pair("attachmentsFetched", carried->fetched),
              std::pair("attachmentsFailed", carried->failed)})
            shown.append(name, count);
    if (counts.blobs > 0)
        shown.append("attachmentsWaiting", counts.blobs);
    if (followed.packs && *followed.packs > 0)
        shown.append("packsTaken", *followed.packs);
    if (followed.profiles && *followed.profiles > 0)
        shown.append("profilesTaken", *followed.profiles);
    TRY_COMMAND_VOID(context.output.write(std::move(shown)));
    return {};
}

/// One sync with what belongs to it; `show` prints what came of it.
using ShowSync = std::function<CommandResult(const client::SyncReport &, const Followed &)>;
CommandResult syncOnce(CommandContext &context, client::FieldStore &fieldStore, const client::SyncOrder &order,
                       const ShowSync &show)
{
    DeviceSync work(context, fieldStore);
    auto report = work.sync(order);
    // A lock or a wipe is not put off by photos: what is here alone stays sealed, for the recovery key.
    const bool isOrdered = !work.runner().orders().commands.empty();
    Followed followed;
    if (report && !isOrdered) {
        followed.profiles = work.fetchProfiles(fieldEnvironment(context));
        followed.attachments = work.carryAttachments();
        followed.packs = work.fetchPacks();
    }
    CommandResult printed;
    if (report) {
        report->traffic = work.traffic();
        printed = show(*report, followed);
    }
    // Neither a sync that failed nor an output that nobody reads puts off what the server ordered.
    const CommandResult ordersDone = carryOutOrders(context, fieldStore, work.runner());
    if (!report)
        return tl::unexpected<CommandFault>(CommandFault(report.error()));
    if (!printed || !ordersDone)
        return printed ? ordersDone : printed;
    if (!followed.profiles)
        return tl::unexpected<CommandFault>(CommandFault(followed.profiles.error()));
    if (!followed.attachments)
        return tl::unexpected<CommandFault>(CommandFault(followed.attachments.error()));
    if (!followed.packs)
        return tl::unexpected<CommandFault>(CommandFault(followed.packs.error()));
    if (report->counts.outcome == engine::Outcome::Revoked)
        return refuse("This device has been revoked. Its work was delivered for review; it gets nothing any more.");
    return {};
}

} // namespace

CommandResult runEnrol(CommandContext &context, const Invocation &invocation)
{
    client::EnrolmentOrder order;
    TRY_COMMAND(order.folder, storeFolder(invocation));
    TRY_COMMAND(order.code, readCode(context, invocation));
    TRY_COMMAND(auto pin, readPin(context, invocation));
    if (!pin || pin->empty())
        return wrongUsage(
            "The PIN or passphrase is missing: give --pin-file FILE, or the next line of standard input.");
    order.passphrase = std::move(*pin);
    int unlockTime = DefaultUnlockTime;
    if (invocation.has("unlock-time")) {
        TRY_COMMAND(unlockTime, readNumber(invocation, "unlock-time", 1, LongestUnlockTime));
    }
    TRY_COMMAND(order.kdfCost, crypto::tuneKdf(context.monotonic, std::chrono::milliseconds(unlockTime)));
    order.deviceName = invocation.has("name") ? invocation.value("name") : QSysInfo::machineHostName().toStdString();
    order.app = client::AppName;

    client::Enrolment enrolment(std::move(order), fieldEnvironment(context));
    TRY_COMMAND(const client::Registration registration,
                runToEnd<client::Registration>([&](auto done) { enrolment.start(std::move(done)); }));
    TRY_COMMAND_VOID(context.output.write(json::Object{{"device", registration.owner.device.toString()},
                                                       {"worker", registration.owner.worker.toString()},
                                                       {"tenant", registration.owner.tenant.toString()},
                                                       {"server", registration.server.origin()}}));
    return {};
}

CommandResult runSync(CommandContext &context, const Invocation &invocation)
{
    client::SyncOrder order;
    if (invocation.has("wait")) {
        TRY_COMMAND(const int wait, readNumber(invocation, "wait", 0, LongestWait));
        order.wait = std::chrono::seconds(wait);
    }
    if (invocation.has("digest"))
        order.compare = client::SyncOrder::Compare::Now;
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        return syncOnce(context, fieldStore, order, [&](const client::SyncReport &report, const Followed &followed) {
            return printSync(context, report, followed, fieldStore.cases());
        });
    });
}

CommandResult runFetch(CommandContext &context, const Invocation &invocation)
{
    protocol::FetchRequest request;
    TRY_COMMAND(request.caseId, readId<base::CaseId>(invocation.argument(0), "case"));
    request.reason = invocation.value("reason");
    if (invocation.has("since")) {
        const auto since = base::parseInstant(invocation.value("since"));
        if (!since)
            return wrongUsage("--since is a time such as 2026-01-31T08:00:00Z.");
        request.since = *since;
    }
    if (!protocol::decodeFetchRequest(protocol::encode(request)))
        return wrongUsage("--reason is missing, longer than 500 bytes, or more than one line.");
    client::SyncOrder order;
    order.fetch = request;
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        const auto show = [&](const client::SyncReport &report, const Followed &) -> CommandResult {
            if (report.counts.fetch == engine::Report::Fetch::Refused)
                return refuse("The server gives no older records of this case: there is no right to it.");
            TRY_COMMAND_VOID(context.output.write(json::Object{
                {"case", request.caseId.toString()}, {"pulled", report.counts.pulled}, {"left", report.counts.left}}));
            return {};
        };
        return syncOnce(context, fieldStore, order, show);
    });
}

CommandResult runDeliver(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const std::string folder, storeFolder(invocation));
    client::OutboxDelivery delivery(folder, fieldEnvironment(context));
    if (!client::OutboxDelivery::isWaiting(folder))
        return refuse(
            "Nothing waits in this folder: all work that was closed here is at the server, or there is no device.");
    const auto taken = runToEnd<protocol::OutboxAnswer>([&](auto done) { delivery.start(std::move(done)); });
    if (!taken)
        return tl::unexpected<CommandFault>(CommandFault(taken.error()));
    TRY_COMMAND_VOID(context.output.write(json::Object{{"taken", taken->taken}, {"quarantined", taken->quarantined}}));
    return {};
}

CommandResult runStatus(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const std::string folder, storeFolder(invocation));
    const client::FieldEnvironment environment = fieldEnvironment(context);
    const auto keys = client::FieldStore::readStatus(folder, environment);
    if (!keys && keys.error().code() == base::ErrorCode::NotFound)
        return refuse("There is no device in this folder. Make one with 'enrol'.");
    TRY_COMMAND(auto pin, readPin(context, invocation));
    if (invocation.has("pin-file") && (!pin || pin->empty()))
        return refuse("There is no PIN in the file that --pin-file names.");
    if (!pin || pin->empty()) { // What can be said without the PIN.
        json::Object shown;
        for (const char *name : {"outbox", "conflicts", "cases", "records", "changes", "lastContact", "leaseUntil",
                                 "profile", "profileVersion"})
            shown.append(name, nullptr);
        shown.append("locked", true);
        TRY_COMMAND_VOID(context.output.write(shown));
        return {};
    }
    TRY_COMMAND(auto fieldStore, client::FieldStore::unlock(folder, *pin, environment));
    TRY_COMMAND(const store::StoreCounts counts, fieldStore->cases().counts());
    TRY_COMMAND(const store::SyncPosition position, fieldStore->cases().syncPosition());
    const std::string &followed = fieldStore->registration().profile;
    TRY_COMMAND(const rules::Profile profile,
                profileOn(followed, fieldStore->receivedProfiles(), casework::swedishDate(context.clock.now())));
    TRY_COMMAND_VOID(
        context.output.write(json::Object{{"outbox", counts.outbox},
                                          {"conflicts", counts.conflicts},
                                          {"cases", counts.cases},
                                          {"records", counts.records},
                                          {"changes", counts.changes},
                                          {"lastContact", orNull(position.lease.lastContact)},
                                          {"leaseUntil", orNull(position.lease.until)},
                                          {"locked", false},
                                          {"returned", counts.returned},
                                          {"profile", followed},
                                          {"profileVersion", profile.id.empty() ? json::Value() : profile.version}}));
    TRY_COMMAND_VOID(fieldStore->close());
    return {};
}

} // namespace faltakt::cli
