// Content packs on the device.
#include "core/casework/swedish_time.h"
#include "core/screening/pack_shelf.h"
#include "sync/cli/commands.h"
#include "sync/cli/store_session.h"
#include "sync/client/pack_transfer.h"
#include "sync/client/sync_runner.h"

namespace faltakt::cli {

namespace json = base::json;
using screening::PackOverview;

namespace {

std::string_view nameOf(PackOverview::Use use)
{
    switch (use) {
    case PackOverview::Use::Coming: return "coming";
    case PackOverview::Use::InUse: return "inUse";
    case PackOverview::Use::NotYet: return "notYet";
    case PackOverview::Use::Superseded: return "superseded";
    case PackOverview::Use::Refused: return "refused";
    }
    return {};
}

json::Object packToJson(const PackOverview &one)
{
    json::Object shown{{"id", one.row.pack},
                       {"version", one.row.version},
                       {"state", nameOf(one.use)},
                       {"reason", one.fault ? json::Value(screening::packFaultName(*one.fault)) : json::Value()}};
    if (!one.manifest)
        return shown;
    const screening::PackManifest &manifest = *one.manifest;
    json::Array instruments;
    for (const screening::PackFile &file : manifest.files)
        if (file.kind == screening::PackFile::Kind::Instrument)
            instruments.emplace_back(file.id);
    shown.append("title", manifest.title);
    shown.append("publisher", manifest.publisher);
    shown.append("licence", manifest.licence);
    shown.append("validFrom", base::formatDate(manifest.validFrom));
    shown.append("languages", json::Array(manifest.languages.begin(), manifest.languages.end()));
    shown.append("instruments", std::move(instruments));
    return shown;
}

CommandResult printPacks(CommandContext &context, const store::ContentPacks &packs)
{
    TRY_COMMAND(const auto all, screening::PackShelf(packs).overview(casework::swedishDate(context.clock.now())));
    for (const PackOverview &one : all)
        TRY_COMMAND_VOID(context.output.write(packToJson(one)));
    return {};
}

} // namespace

CommandResult runPacks(CommandContext &context, const Invocation &invocation)
{
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        return printPacks(context, fieldStore.cases().contentPacks());
    });
}

CommandResult runPacksTrust(CommandContext &context, const Invocation &invocation)
{
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::ContentPacks packs = fieldStore.cases().contentPacks();
        TRY_COMMAND(const auto key, screening::publisherWithCode(packs, invocation.argument(0)));
        if (!key)
            return refuse("No content pack on this device is by a publisher with that code. Hold it against the letter "
                          "again, and sync first.");
        TRY_COMMAND_VOID(screening::trustPublisher(packs, *key));
        TRY_COMMAND(const auto publishers, client::trustedPublishers(fieldStore));
        TRY_COMMAND_VOID(screening::judgeArrivedPacks(packs, publishers, client::AppName));
        return printPacks(context, packs);
    });
}

} // namespace faltakt::cli
