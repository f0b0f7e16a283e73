#include "sync/server/app/open_files.h"

#include <sys/resource.h>

#include <algorithm>

namespace faltakt::server {

namespace {

constexpr rlim_t Wanted = 8192; // 4,096 connections, and room for the store's files and a database's sockets.

} // namespace

void raiseOpenFiles()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= Wanted)
        return;
    // Where that fails the server works on with fewer connections, as it does where the system's bound is low.
    limit.rlim_cur = std::min(limit.rlim_max, Wanted);
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace faltakt::server
