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
        const bool written =
            std::fwrite(help.data(), 1, help.size(), stdout) == help.size() && std::fflush(stdout) == 0;
        return written ? ExitCode::Done : ExitCode::Failed;
    }
    const CommandResult result = invocation->command()->run(context, *invocation);
    if (result)
        return ExitCode::Done;
    context.say(result.error().words());
    return result.error().exitCode();
}

} // namespace faltakt::cli
