#include "sync/cli/store_session.h"

#include "core/casework/case_projector.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "core/rules/agenda.h"
#include "core/rules/closing_guard.h"
#include "core/rules/ended_cases.h"
#include "core/rules/profile_catalogue.h"
#include "sync/client/lease.h"

namespace faltakt::cli {

using base::Result;

CommandExpected<std::string> storeFolder(const Invocation &invocation)
{
    std::string folder = invocation.value("store");
    if (folder.empty())
        return wrongUsage("Which device? Name its folder with --store DIR.");
    return folder;
}

CommandExpected<std::optional<crypto::SecretBytes>> readPin(CommandContext &context, const Invocation &invocation)
{
    if (invocation.has("pin-file")) {
        TRY_COMMAND(auto pin, readSecretFile(invocation.value("pin-file")));
        return pin;
    }
    TRY_COMMAND(auto pin, context.input.nextSecret("PIN: "));
    return pin;
}

Result<rules::Profile> profileOn(const std::string &name, const std::vector<client::ReceivedProfile> &received,
                                 base::Date day)
{
    TRY(const rules::ProfileCatalogue shipped, rules::shippedProfiles());
    std::vector<rules::ProfileFile> files;
    for (const client::ReceivedProfile &each : received)
        files.push_back({base::toBase64Url(each.hash), each.text});
    return rules::profileOrProducts(rules::layProfiles(shipped, files).catalogue, name, day);
}

client::FieldEnvironment fieldEnvironment(CommandContext &context)
{
    const base::Clock &clock = context.clock;
    auto projections = [&clock](const std::string &profileName,
                                const std::vector<client::ReceivedProfile> &received) -> Result<client::Projections> {
        TRY(rules::Profile profile, profileOn(profileName, received, casework::swedishDate(clock.now())));
        client::Projections made;
        made.schema = &casework::recordSchemas();
        made.agenda = std::make_unique<rules::FieldAgendaProjector>(std::move(profile));
        made.cases = std::make_unique<casework::CasePersonProjector>();
        made.guard = std::make_unique<rules::ClosingGuard>();
        return made;
    };
    client::FieldEnvironment environment{clock, context.random, std::move(projections)};
    environment.monotonic = &context.monotonic;
    return environment;
}

CommandResult withStore(CommandContext &context, const Invocation &invocation,
                        const std::function<CommandResult(client::FieldStore &)> &work)
{
    TRY_COMMAND(const std::string folder, storeFolder(invocation));
    const client::FieldEnvironment environment = fieldEnvironment(context);
    // Asked before the PIN, so that a wrong folder is not taken for a wrong PIN.
    const auto status = client::FieldStore::readStatus(folder, environment);
    if (!status && status.error().code() == base::ErrorCode::NotFound)
        return refuse("There is no device in this folder. Make one with 'enrol'.");
    TRY_COMMAND(auto pin, readPin(context, invocation));
    if (!pin || pin->empty())
        return wrongUsage("The PIN is missing: give --pin-file FILE, or the PIN as the first line of standard input.");
    TRY_COMMAND(auto fieldStore, client::FieldStore::unlock(folder, *pin, environment));
    pin->wipe();
    const CommandResult worked = work(*fieldStore);
    // What was saved is safe in the store already; only its sealed copy for a locked device may be old now.
    if (const auto closed = fieldStore->close(); !closed)
        context.say("The work is saved, but the sealed copy of what is unsent could not be written ("
                    + closed.error().detail() + ").");
    return worked;
}

namespace {

CommandResult checkLease(client::FieldStore &fieldStore)
{
    TRY_COMMAND(const client::Lease lease, fieldStore.lease());
    if (lease.ended)
        return refuse(
            "This device has been without its server for too long to show people's files. Nothing is lost; run "
            "'sync' (and check this machine's clock).");
    TRY_COMMAND(const base::Instant counted, fieldStore.countedTime());
    TRY_COMMAND_VOID(rules::leaveEndedCases(fieldStore.cases(), counted));
    return {};
}

} // namespace

CommandResult withStoreForReading(CommandContext &context, const Invocation &invocation,
                                  const std::function<CommandResult(client::FieldStore &)> &work)
{
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND_VOID(checkLease(fieldStore));
        return work(fieldStore);
    });
}

} // namespace faltakt::cli
