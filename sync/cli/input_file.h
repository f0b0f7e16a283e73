#pragma once

#include "sync/cli/command_fault.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace faltakt::cli {

/// The whole file, which `what` names for people ("file with the answers"). Refused where it cannot be read, is a folder or
/// holds more bytes than `most`, of which no more is read: a device that never ends costs nothing.
[[nodiscard]] CommandExpected<std::string> readInputFile(const std::string &path, std::string_view what,
                                                         std::size_t most);

} // namespace faltakt::cli
