#pragma once

#include "core/base/random.h"

#include <string>
#include <vector>

namespace faltakt::server {

/// The whole program; gives the exit code.
[[nodiscard]] int runProgram(const std::vector<std::string> &arguments, base::Random &random);

} // namespace faltakt::server
