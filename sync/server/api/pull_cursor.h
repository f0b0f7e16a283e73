#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

    /// Taken over from a log that has ended: what the device was told there of records that stay behind holds no longer, and at
    /// the end of the walk it is told once more for each case. The place of the last entry whose case was told.
    std::optional<std::int64_t> recount = {};

    /// Cases that come before all others, each walked by itself from where the walk stood up to one place of the order;
    /// then the others up to there.
    struct Ahead {
        std::int64_t to = 0;   ///< Up to where.
        std::int64_t from = 0; ///< Behind which each of them begins; where the walk of the others begins, too.
        std::vector<base::CaseId> cases = {};
        std::size_t done = 0; ///< So many of them are through.
        /// One of them is being walked, and `seq` is the place within it; otherwise it is that of the others.
        [[nodiscard]] bool isUnderWay() const { return done < cases.size(); }
        bool operator==(const Ahead &) const = default;
    };
    /// As many as fit into a cursor.
    static constexpr std::size_t MostAhead = 24;
    std::optional<Ahead> ahead = {};

    /// InvalidInput on anything that toString() did not make; the empty text is the start.
    [[nodiscard]] static base::Result<PullCursor> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    bool operator==(const PullCursor &) const = default;
};

} // namespace faltakt::server
