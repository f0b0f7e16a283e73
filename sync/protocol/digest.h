#pragma once

#include "core/changelog/line_sum.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>
#include <vector>

/// POST /v1/digest, both ways: whether server and device hold the same lines.
namespace faltakt::protocol {

struct DigestRequest {
    std::string cursor; ///< As the last page gave it: the lines up to there are compared.
    std::string logId;  ///< The log that the cursor walks.
    changelog::DigestPart part;
};

struct DigestAnswer {
    std::vector<base::CaseId> differ;    ///< In the order of their ids.
    std::vector<base::CaseId> unsettled; ///< Their rights changed behind the cursor: to be compared after a pull.
    std::int64_t lines = 0;              ///< What the server holds in this part that the device may hold.
    bool operator==(const DigestAnswer &) const = default;
};

[[nodiscard]] std::string encode(const DigestRequest &message);
[[nodiscard]] std::string encode(const DigestAnswer &message);

/// InvalidInput where the cases do not ascend or lie outside the part, TooLarge beyond Limits::DigestCases.
[[nodiscard]] base::Result<DigestRequest> decodeDigestRequest(std::string_view body);
[[nodiscard]] base::Result<DigestAnswer> decodeDigestAnswer(std::string_view body);

} // namespace faltakt::protocol
