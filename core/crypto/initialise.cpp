#include "core/crypto/initialise.h"

#include <sodium.h>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;

base::Result<void> initialise()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, "crypto library does not start");
    return {};
}

base::Result<void> hardenProcess()
{
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        return fail(ErrorCode::Internal, "core dumps cannot be forbidden");
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return fail(ErrorCode::Internal, "ptrace cannot be forbidden");
    return {};
}

} // namespace faltakt::crypto
