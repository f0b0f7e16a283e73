#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace faltakt::server {

/// A command as it goes from the command line to whoever has the data folder. A value.
struct AdminRequest {
    std::vector<std::string> words;             ///< Verb, sub-verb and arguments.
    std::map<std::string, std::string> options; ///< Without dashes.
    std::string content;                        ///< Of the file that the command reads; read by the front.

    [[nodiscard]] std::string option(const std::string &name) const;
    [[nodiscard]] bool has(const std::string &name) const { return options.contains(name); }
};

/// What the command says and leaves behind.
struct AdminAnswer {
    int exitCode = 0;
    std::string out; ///< JSON lines.
    std::string err; ///< Plain words.
};

[[nodiscard]] std::string encode(const AdminRequest &request);
[[nodiscard]] base::Result<AdminRequest> decodeAdminRequest(std::string_view text);
[[nodiscard]] std::string encode(const AdminAnswer &answer);
[[nodiscard]] base::Result<AdminAnswer> decodeAdminAnswer(std::string_view text);

} // namespace faltakt::server
