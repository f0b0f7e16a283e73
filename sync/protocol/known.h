#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

/// POST /v1/known, both ways: whether somebody with exactly this number has a file already.
namespace faltakt::protocol {

struct KnownRequest {
    std::string number; ///< A personal or coordination number, twelve digits.
    /// The file that was made meanwhile and is not meant.
    std::optional<base::CaseId> except = {};
};

/// Nothing but this: neither who it is nor which file, nor anything that stands in it.
struct KnownAnswer {
    bool isKnown = false;
    std::string unit = {}; ///< Whom to ask; empty where nobody is known, and where the file lies with no team.
};

[[nodiscard]] std::string encode(const KnownRequest &request);
/// InvalidInput on anything but twelve digits.
[[nodiscard]] base::Result<KnownRequest> decodeKnownRequest(std::string_view body);

[[nodiscard]] std::string encode(const KnownAnswer &answer);
[[nodiscard]] base::Result<KnownAnswer> decodeKnownAnswer(std::string_view body);

} // namespace faltakt::protocol
