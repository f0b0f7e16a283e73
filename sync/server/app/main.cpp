// faltakt-server: the central server and its administration.
#include "core/crypto/initialise.h"
#include "core/crypto/self_test.h"
#include "core/crypto/system_random.h"
#include "sync/server/app/program.h"

#include <sys/stat.h>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace faltakt;
    // Whatever file is made here is the owner's alone.
    ::umask(S_IRWXG | S_IRWXO);
    if (!crypto::initialise() || !crypto::hardenProcess() || !crypto::selfTest()) {
        std::fputs("faltakt-server: the cryptography of this machine cannot be used\n", stderr);
        return 1;
    }
    crypto::SystemRandom random;
    return server::runProgram(std::vector<std::string>(argv + 1, argv + argc), random);
}
