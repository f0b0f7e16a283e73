#include "core/base/standard_streams.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace faltakt::base {

bool holdStandardStreams() noexcept
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF)
            continue;
        // The lowest free number is the missing one, since all below it are held by now.
        const int way = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", way) != stream) // NOLINT(cppcoreguidelines-pro-type-vararg)
            return false;
    }
    return true;
}

} // namespace faltakt::base
