// faltakt-server: the central server and its administration.
#include "core/base/standard_streams.h"
#include "core/crypto/initialise.h"
#include "core/crypto/self_test.h"
#include "core/crypto/system_random.h"
#include "sync/server/app/program.h"

#include <sys/stat.h>

#include <csignal>
#include <cstdio>

int main(int argc, char **argv)
{
    using namespace faltakt;
    // Whatever file is made here is the owner's alone.
    ::umask(S_IRWXG | S_IRWXO);
    // A reader that went away is an error of the write, not a reason to die before the word about it.
    std::signal(SIGPIPE, SIG_IGN);
    if (!base::holdStandardStreams())
        return 1;
    if (!crypto::initialise() || !crypto::hardenProcess() || !crypto::selfTest()) {
        std::fputs("faltakt-server: the cryptography of this machine cannot be used\n", stderr);
        return 1;
    }
    crypto::SystemRandom random;
    return server::runProgram(std::vector<std::string>(argv + 1, argv + argc), random);
}
