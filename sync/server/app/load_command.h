#pragma once

#include "sync/server/app/command_line.h"
#include "sync/server/load/load_run.h"

namespace faltakt::server {

/// The plan that the options of `load` say. InvalidInput with words for the user.
[[nodiscard]] base::Result<LoadPlan> loadPlan(const AdminRequest &request);

/// Plays devices against the process that serves the data folder; gives the exit code. Figures on standard output, words on
/// standard error. The folder is not opened: all goes through the admin socket and over the network.
[[nodiscard]] int loadServer(const ParsedCommand &command, base::Random &random);

} // namespace faltakt::server
