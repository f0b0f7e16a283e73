#pragma once

#include "core/base/language.h"
#include "core/store/projection.h"

#include <optional>
#include <string>

namespace faltakt::casework {

/// What a line of the timeline says. A value.
struct TimelineText {
    std::string title;  ///< "Samtal, försök 2", "Anteckning", "AUDIT"
    std::string status; ///< "Inget svar", "Tog emot råd", "8 poäng, nivå II"; may be empty
    std::string text;   ///< the record's own words, in full; may be empty
};

/// For every kind of record; one of a newer version is said to be one. `attempt` is the number of an attempt after a police
/// report, where it counts as one.
[[nodiscard]] TimelineText timelineText(const store::RecordView &record, base::Language language,
                                        std::optional<int> attempt = std::nullopt);

/// What an instrument is called among colleagues: "audit-c" is shown as "AUDIT-C", "asi-grund" as "ASI Grund".
[[nodiscard]] std::string instrumentName(std::string_view id, base::Language language = base::Language::Swedish);

} // namespace faltakt::casework
