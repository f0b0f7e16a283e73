// What was not taken of the team's work, for its leader.
#include "sync/cli/commands.h"
#include "sync/cli/event_loop.h"
#include "sync/cli/store_session.h"
#include "sync/client/team_quarantine.h"

namespace faltakt::cli {

namespace json = base::json;

namespace {

json::Value orNull(const auto &id) { return id ? json::Value(id->toString()) : json::Value(); }

/// What a change set, record by record, as it was written.
json::Array setsToJson(const changelog::Change &change)
{
    json::Array sets;
    for (const changelog::RecordSet &set : change.sets)
        sets.emplace_back(json::Object{{"record", set.record.toString()}, {"kind", set.kind}, {"fields", set.fields}});
    return sets;
}

json::Object lineToJson(const protocol::QuarantinedLine &line)
{
    json::Array buildsOn;
    for (const base::ChangeId &change : line.buildsOn)
        buildsOn.emplace_back(change.toString());
    return {{"change", orNull(line.change)},
            {"case", orNull(line.caseId)},
            {"worker", line.worker.toString()},
            {"name", line.workerName},
            {"device", line.device.toString()},
            {"received", base::formatInstant(line.received)},
            {"reason", line.reason},
            {"field", line.field},
            {"buildsOn", std::move(buildsOn)},
            {"forsaken", line.isForsaken},
            {"at", line.line ? json::Value(base::formatInstant(line.line->change.at)) : json::Value()},
            {"sets", line.line ? json::Value(setsToJson(line.line->change)) : json::Value()}};
}

} // namespace

CommandResult runQuarantine(CommandContext &context, const Invocation &invocation)
{
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        const client::Registration &registration = fieldStore.registration();
        client::Transport transport(registration.server, registration.rootCertificate, fieldStore.keys().signingKey(),
                                    context.clock, context.random);
        client::TeamQuarantine quarantine(registration.owner, fieldStore.keys().signingKey(), transport,
                                          context.random);
        protocol::QuarantineRequest request;
        do {
            const auto page =
                runToEnd<protocol::QuarantinePage>([&](auto done) { quarantine.ask(request, std::move(done)); });
            if (!page && page.error().code() == base::ErrorCode::Refused)
                return refuse("The server tells this to a team's leader alone.");
            if (!page)
                return tl::unexpected<CommandFault>(CommandFault(page.error()));
            for (const protocol::QuarantinedLine &line : page->lines)
                TRY_COMMAND_VOID(context.output.write(lineToJson(line)));
            request.before = page->before;
        } while (request.before);
        return {};
    });
}

} // namespace faltakt::cli
