#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/store/projection.h"

#include <optional>
#include <string>

namespace faltakt::casework {

/// A visit of somebody who works alone, as it stands in the case of the team: by when that worker is to have checked out.
struct VisitWatch {
    static constexpr std::string_view Kind = "visitWatch";
    /// What nobody but the server may write.
    static constexpr std::string_view ServersField = "alarm";

    std::string worker;
    std::string place;
    std::string phone;
    std::optional<base::Instant> startedAt = {};
    std::optional<base::Instant> plannedEnd = {};
    std::optional<base::Instant> endedAt = {};
    std::optional<base::Instant> alarmedAt = {}; ///< By the server, for this planned end.
    std::string seenBy = {};                     ///< Who takes care of that alarm; empty while nobody does.

    [[nodiscard]] bool isOpen() const { return !endedAt; }
    [[nodiscard]] bool isAlarmed() const { return isOpen() && alarmedAt.has_value(); }
};

[[nodiscard]] VisitWatch readVisitWatch(const store::RecordView &record);

/// The values of `alarm` and `seen`.
[[nodiscard]] base::json::Object watchAlarm(base::Instant at, base::Instant end);
[[nodiscard]] base::json::Object watchSeen(base::WorkerId by, base::Instant at, base::Instant end);

} // namespace faltakt::casework
