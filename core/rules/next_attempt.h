#pragma once

#include "core/base/instant.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// Part of a day on a Swedish wall clock, in minutes after midnight; `until` is not part of it.
struct HourWindow {
    std::chrono::minutes from{0};
    std::chrono::minutes until{0};
    bool operator==(const HourWindow &) const = default;
};

/// The hours that a contact way's free text names: "17-19", "kl 9–11:30", "08.30-10", "efter 16", "före 10",
/// "förmiddag", "eftermiddag", "kväll". Empty where the text says nothing of that sort.
[[nodiscard]] std::optional<HourWindow> agreedHours(std::string_view text);

/// After hospital or custody without an agreed time: the product's proposal, in working days.
inline constexpr int InstitutionPauseDays = 5;

/// True where one of the moments fell into the same part of a working day as `now`; before 8 and after 17 nothing is
/// counted as the same.
[[nodiscard]] bool isHourTried(const std::vector<base::Instant> &tried, base::Instant now);

/// When to try next: the first working day that is later than both `after` and the last attempt's day, at an hour of
/// the day that was tried least, or inside the agreed hours where there are some. Working hours are 08 to 17.
/// `tried` are the moments of all attempts so far, in any order.
[[nodiscard]] base::Instant proposeNextAttempt(const std::vector<base::Instant> &tried, base::Instant after,
                                               const std::optional<HourWindow> &agreed = std::nullopt);

} // namespace faltakt::rules
