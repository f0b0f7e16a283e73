#include "sync/cli/program.h"

#include "sync/cli/commands.h"

namespace faltakt::cli {

ExitCode runProgram(CommandContext &context, const std::vector<std::string> &words)
{
    const CommandTable table = commandTable();
    const auto invocation = table.parse(words);
    if (!invocation) {
        context.say(invocation.error().words() + " See faltakt-cli --help.");
        return invocation.error().exitCode();
    }
    if (invocation->helpWanted()) {
        const std::string help = table.help(invocation->topic());
        std::fwrite(help.data(), 1, help.size(), stdout);
        return ExitCode::Done;
    }
    const CommandResult result = invocation->command()->run(context, *invocation);
    if (result)
        return ExitCode::Done;
    context.say(result.error().words());
    return result.error().exitCode();
}

} // namespace faltakt::cli
