#include "core/base/standard_streams.h"
#include "core/crypto/initialise.h"
#include "core/crypto/self_test.h"
#include "core/crypto/system_random.h"
#include "sync/cli/program.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

// Leak checkers attach to their own process, which hardening forbids.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool Hardened = false;
#else
constexpr bool Hardened = true;
#endif

namespace {

faltakt::base::Result<void> prepareProcess()
{
    using namespace faltakt;
    TRY_VOID(crypto::initialise());
    if (Hardened)
        TRY_VOID(crypto::hardenProcess());
    return crypto::selfTest();
}

} // namespace

int main(int argumentCount, char **argumentValues)
{
    using namespace faltakt;
    // A reader that went away is an error of the write, not a reason to die in the middle of a change.
    std::signal(SIGPIPE, SIG_IGN);
    if (!base::holdStandardStreams())
        return int(cli::ExitCode::Failed);
    if (const auto prepared = prepareProcess(); !prepared) {
        std::fprintf(stderr, "faltakt-cli: %s\n", cli::CommandFault(prepared.error()).words().c_str());
        return int(cli::ExitCode::Failed);
    }
    const QCoreApplication application(argumentCount, argumentValues);
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    crypto::SystemRandom random;
    cli::LineInput input(STDIN_FILENO);
    cli::JsonOutput output(stdout);
    cli::CommandContext context{clock, monotonic, random, input, output};
    // As the system gave them: Qt would take some options for its own.
    const std::vector<std::string> words(argumentValues + 1, argumentValues + argumentCount);
    return int(cli::runProgram(context, words));
}
