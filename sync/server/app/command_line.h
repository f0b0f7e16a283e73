#pragma once

#include "sync/server/app/admin_request.h"
#include "sync/server/app/verbs.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::server {

/// A command line that was understood.
struct ParsedCommand {
    const Verb *verb = nullptr; ///< Empty where help is asked for.
    AdminRequest request;       ///< Words: the verb's, then the argument. Several values of an option: one a line.
    std::string data;
    std::string database; ///< Empty where the folder knows.
    std::vector<std::string> helpWords;
};

/// InvalidInput with words for the user.
[[nodiscard]] base::Result<ParsedCommand> parseCommandLine(const std::vector<std::string> &arguments);

} // namespace faltakt::server
