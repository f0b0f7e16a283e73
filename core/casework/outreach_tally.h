#pragma once

#include "core/base/instant.h"
#include "core/base/language.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace faltakt::casework {

// What outreach counts without anybody's name: how many of what, in which sort of place, in which week. Codes only, so that
// there is no room for a name.

inline constexpr std::array<std::string_view, 5> TallyWhat = {"talk", "advice", "card", "referred", "relativeAdvice"};
inline constexpr std::array<std::string_view, 7> TallyArea = {"centre", "station", "park", "housing",
                                                              "venue",  "phone",   "other"};

/// One count's name in the store: what and where.
struct TallyKind {
    std::string what;
    std::string area;
    bool operator==(const TallyKind &) const = default;
};
[[nodiscard]] std::string tallyName(const TallyKind &kind);
/// Empty where the name is not one of these counts.
[[nodiscard]] std::optional<TallyKind> tallyKindOf(std::string_view name);

/// "2026-W07": the ISO week of the Swedish calendar day.
[[nodiscard]] std::string tallyWeek(base::Instant instant);
[[nodiscard]] std::string tallyWeek(base::Date day);
/// The week's Monday; empty where the text names no week that there is.
[[nodiscard]] std::optional<base::Date> mondayOfTallyWeek(std::string_view week);

/// "Samtal", "Råd till anhörig"; the code itself where it is from a newer version.
[[nodiscard]] std::string tallyWhatText(std::string_view what, base::Language language);
[[nodiscard]] std::string tallyAreaText(std::string_view area, base::Language language);

} // namespace faltakt::casework
