#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::server {

/// An option of a verb. `several`: takes every word up to the next option, and may stand more than once.
struct VerbOption {
    std::string_view name;
    std::string_view value; ///< Word for the help.
    bool required = false;
    bool several = false;
    bool flag = false; ///< Stands alone, without a value.
};

/// A verb of the command line: what it takes, and what the help says of it.
struct Verb {
    std::string_view name;     ///< "tenant add"
    std::string_view argument; ///< Word for the help; empty where there is none.
    bool argumentRequired = false;
    std::vector<VerbOption> options;
    std::string_view help;
    bool needsData = true;
};

[[nodiscard]] std::span<const Verb> verbs();

/// Help of the whole program, or of the verbs that begin with the words.
[[nodiscard]] std::string helpText(const std::vector<std::string> &words);

} // namespace faltakt::server
