#pragma once

#include "sync/cli/command_fault.h"
#include "sync/cli/context.h"

#include <string>
#include <vector>

namespace faltakt::cli {

/// Parses the words after the program's name, runs the verb or shows its help, and says what went wrong.
[[nodiscard]] ExitCode runProgram(CommandContext &context, const std::vector<std::string> &words);

} // namespace faltakt::cli
