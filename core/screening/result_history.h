#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/screening/questionnaire.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// One completed screening with a certain score, as its record holds it. A value.
struct PastResult {
    base::RecordId record;
    base::Instant at;
    std::string instrument;
    std::string version;
    int score = 0;
    /// The zone of the sex row chosen then, or the one that both rows agree on; empty where it is not certain.
    std::string zone;
    std::string cutoffSet;
};

/// Empty for a record that is not completed or has no score.
[[nodiscard]] std::optional<PastResult> readPastResult(base::RecordId record, const base::json::Object &fields);

/// One instrument over time, oldest first.
struct ResultHistory {
    std::vector<PastResult> results;
    /// Points since the result before the one looked at: negative is lower. Empty without an earlier one.
    std::optional<int> change;
    /// When that earlier result was.
    std::optional<base::Instant> since;
    /// False where versions or cut-off sets differ: the points may still be set side by side, the zones may not.
    bool zonesComparable = true;
};

/// The series of one instrument among `all`. `current` names the result looked at; empty: the latest.
[[nodiscard]] ResultHistory resultHistory(std::string_view instrument, const std::vector<PastResult> &all,
                                          std::optional<base::RecordId> current = std::nullopt);

/// "3 poäng lägre", "1 poäng högre", "Samma poäng" ("en": English).
[[nodiscard]] std::string scoreChangeText(int change, std::string_view language);

} // namespace faltakt::screening
