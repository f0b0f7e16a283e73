#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

/// POST /v1/fetch, both ways.
namespace faltakt::protocol {

/// What stayed behind of a case is to come to this device.
struct FetchRequest {
    base::CaseId caseId;
    std::string reason; ///< In the worker's own words; kept in the server's access log, no line end in it.
    /// Only what was touched since then; without it everything.
    std::optional<base::Instant> since = {};
};

struct FetchAnswer {
    std::int64_t left = 0; ///< Records that stay behind all the same.
};

[[nodiscard]] std::string encode(const FetchRequest &request);
/// InvalidInput on an empty reason and on control characters in it, TooLarge beyond Limits::ReasonBytes.
[[nodiscard]] base::Result<FetchRequest> decodeFetchRequest(std::string_view body);

[[nodiscard]] std::string encode(const FetchAnswer &answer);
[[nodiscard]] base::Result<FetchAnswer> decodeFetchAnswer(std::string_view body);

} // namespace faltakt::protocol
