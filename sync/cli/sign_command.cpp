// A signature is a change of its own: record, all its heads with their hashes, worker, time, and the device key's word.
#include "core/casework/record_schemas.h"
#include "core/changelog/signature.h"
#include "sync/cli/commands.h"
#include "sync/cli/store_session.h"

namespace faltakt::cli {

namespace json = base::json;
using base::RecordId;

namespace {

struct Frontier {
    std::vector<changelog::SignedHead> heads;
    json::Object asJson;
};

CommandExpected<Frontier> frontierOf(const store::CaseStore &cases, const changelog::RecordState &state)
{
    Frontier frontier;
    for (const base::ChangeId &change : changelog::allHeads(state)) {
        TRY_COMMAND(const changelog::ChangeLine line, cases.changeLine(change));
        frontier.heads.emplace_back(change, line.hash);
        frontier.asJson.append(change.toString(), base::toBase64Url(line.hash));
    }
    return frontier;
}

} // namespace

CommandResult runSign(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const RecordId record, readId<RecordId>(invocation.argument(0), "record"));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND(const auto state, cases.recordState(record));
        if (!state)
            return refuse("This device holds no record with that id.");
        const changelog::KindSchema *kind = casework::recordSchemas().kind(state->kind());
        if (!kind || kind->takesCompartmentOfRecord)
            return refuse("A record of this kind cannot be signed by this version.");
        if (changelog::hasConflict(*state))
            return refuse("The record holds values that stand against each other; resolve them before signing.");
        TRY_COMMAND(Frontier frontier, frontierOf(cases, *state));
        const store::Owner &owner = cases.owner();
        const base::Instant now = context.clock.now();
        const std::string statement = changelog::frontierStatement(record, frontier.heads, owner.worker, now);
        TRY_COMMAND(const crypto::Signature signature, fieldStore.keys().signingKey().sign(base::bytesOf(statement)));
        store::Draft draft;
        draft.caseId = state->caseId();
        draft.sets.push_back(changelog::makeCreation(base::UuidMaker(context.clock, context.random).makeId<RecordId>(),
                                                     "signature",
                                                     {{"record", record.toString()},
                                                      {"heads", std::move(frontier.asJson)},
                                                      {"worker", owner.worker.toString()},
                                                      {"device", owner.device.toString()},
                                                      {"at", base::formatInstant(now)},
                                                      {"sig", base::toBase64Url(signature)},
                                                      {"compartment", changelog::compartmentName(kind->compartment)}}));
        TRY_COMMAND(const auto changes, cases.save(draft));
        TRY_COMMAND_VOID(context.output.write(json::Object{{"change", changes.front().toString()}}));
        return {};
    });
}

} // namespace faltakt::cli
