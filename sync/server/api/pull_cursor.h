#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace faltakt::server {

/// How far a device has walked. Not secret and not trusted: rights are judged anew at each step, so that a made-up
/// cursor gives nobody a line that is not theirs.
struct PullCursor {
    std::string logId;        ///< Of the log that is walked; another log is walked from its start.
    std::int64_t seq = 0;     ///< The last place that is done with.
    std::int64_t grant = 0;   ///< The entry, fetch or change before which older lines are being brought, or 0.
    std::int64_t brought = 0; ///< The last place within that.
    /// A case that is being brought once more, up to `seq`; `brought` is the last place within it then.
    std::optional<base::CaseId> again = {};

    /// InvalidInput on anything that toString() did not make; the empty text is the start.
    [[nodiscard]] static base::Result<PullCursor> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    bool operator==(const PullCursor &) const = default;
};

} // namespace faltakt::server
