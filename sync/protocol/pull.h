#pragma once

#include "core/changelog/exchange.h"
#include "sync/protocol/limits.h"

#include <chrono>
#include <string>
#include <string_view>

/// GET /v1/pull, both ways.
namespace faltakt::protocol {

struct PullRequest {
    std::string cursor; ///< As the last page gave it; empty at the start.
    std::size_t limit = Limits::PullLines;
    std::chrono::seconds wait{0}; ///< How long the server may hold the call until there is something to send.
    std::int64_t epoch = 1;       ///< The epoch in which the device now writes: its own lines in it are not sent back.
    std::string logId = {};       ///< The log that the device knows; empty: the cursor alone says it.
    /// A case that is to be brought once more, whole, before anything else.
    std::optional<base::CaseId> again = {};
    bool operator==(const PullRequest &) const = default;
};

/// "cursor=…&limit=…&wait=…&epoch=…", escaped.
[[nodiscard]] std::string encodePullQuery(const PullRequest &request);
/// Missing members take their default, too large ones their limit, unknown ones are passed over; InvalidInput on a member
/// that is no number, stands twice, or is badly escaped, TooLarge on a cursor beyond its limit.
[[nodiscard]] base::Result<PullRequest> decodePullQuery(std::string_view query);

[[nodiscard]] std::string encodePullPage(const changelog::PullPage &page);
/// The bytes that an item takes in a page, for filling one.
[[nodiscard]] std::size_t encodedSize(const changelog::PullItem &item);

/// Change lines come out byte for byte. Lines of an unknown type are passed over. Damaged where the last line is missing
/// (a cut answer) or a known line has a wrong form.
[[nodiscard]] base::Result<changelog::PullPage> decodePullPage(std::string_view body);

} // namespace faltakt::protocol
