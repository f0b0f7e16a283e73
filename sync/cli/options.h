#pragma once

#include "sync/cli/command_line.h"

#include <string>

/// Options that several commands read the same way.
namespace faltakt::cli {

/// --language, "sv" where it was not given.
[[nodiscard]] CommandExpected<std::string> readLanguage(const Invocation &invocation);

/// A whole number within the limits; wrong usage otherwise. `option` must have been given.
[[nodiscard]] CommandExpected<int> readNumber(const Invocation &invocation, std::string_view option, int least,
                                              int most);
/// The same for an argument; `what` names it in the words.
[[nodiscard]] CommandExpected<int> readNumber(const std::string &text, std::string_view what, int least, int most);

} // namespace faltakt::cli
