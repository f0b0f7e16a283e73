#include "sync/cli/commands.h"
#include "sync/cli/store_session.h"
#include "sync/client/record_signer.h"

namespace faltakt::cli {

CommandResult runSign(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const auto record, readId<base::RecordId>(invocation.argument(0), "record"));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        const auto changes = client::RecordSigner(fieldStore, context.clock, context.random).sign({record});
        if (!changes && changes.error().code() == base::ErrorCode::NotFound)
            return refuse("This device holds no record with that id.");
        if (!changes && changes.error().code() == base::ErrorCode::Unsupported)
            return refuse("A record of this kind cannot be signed by this version.");
        if (!changes && changes.error().code() == base::ErrorCode::Refused)
            return refuse("The record holds values that stand against each other; resolve them before signing.");
        TRY_COMMAND_VOID(changes);
        TRY_COMMAND_VOID(context.output.write(base::json::Object{{"change", changes->front().toString()}}));
        return {};
    });
}

} // namespace faltakt::cli
