#pragma once

#include "core/store/projection.h"

#include <map>
#include <optional>
#include <string>

namespace faltakt::casework {

/// A colleague who stands in for somebody in one case, from the first day to the last one, by the Swedish calendar.
struct Deputy {
    static constexpr std::string_view Kind = "deputy";
    /// What nobody but the server may write.
    static constexpr std::string_view ServersField = "leaves";
    static constexpr std::string_view OpenedPrefix = "opened/";
    /// So many days at most; longer is a matter of handing over.
    static constexpr int MostDays = 366;

    base::RecordId record;
    std::string from;
    std::string fromName;
    std::string to;
    std::string toName;
    std::optional<base::Date> firstDay = {};
    std::optional<base::Date> lastDay = {};
    std::optional<base::Instant> endedAt = {};
    bool leaves = false;
    std::map<std::string, std::string> opened = {}; ///< Codes of the purpose, by day.

    [[nodiscard]] bool hasDays() const { return firstDay && lastDay && *firstDay <= *lastDay; }
    /// Whether the right stands at that moment, as far as the record tells.
    [[nodiscard]] bool isInForce(base::Instant now) const;
    /// Not over yet: stands, or will.
    [[nodiscard]] bool isComing(base::Instant now) const;
};

[[nodiscard]] Deputy readDeputy(const store::RecordView &record);

/// The first moment of the first day.
[[nodiscard]] base::Instant opensAt(base::Date firstDay);
/// The first moment after the last day.
[[nodiscard]] base::Instant closesAfter(base::Date lastDay);
/// Whether these two may stand together: in order, and not too many days.
[[nodiscard]] bool areDeputyDays(base::Date firstDay, base::Date lastDay);

} // namespace faltakt::casework
