#pragma once

#include "sync/server/app/command_line.h"

#include "core/base/clock.h"
#include "core/base/random.h"

namespace faltakt::server {

/// Serves until SIGTERM or SIGINT; gives the exit code. Prints the address when ready. Must be called before the process has
/// other threads, so that no thread takes the signals away.
[[nodiscard]] int serve(const ParsedCommand &command, base::Random &random);

} // namespace faltakt::server
