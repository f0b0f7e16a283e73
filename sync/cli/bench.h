#pragma once

#include "sync/cli/context.h"

#include <string>
#include <vector>

namespace faltakt::cli {

/// Measures the rows of the speed table that need no screen, all in one run, and prints a line for each.
[[nodiscard]] CommandResult runBench(CommandContext &context, const std::vector<std::string> &arguments);

} // namespace faltakt::cli
