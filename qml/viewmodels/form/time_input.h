#pragma once

#include "core/base/instant.h"

#include <QString>

#include <chrono>
#include <optional>

namespace faltakt::viewmodels {

/// A time of day as people write it: "13:07", "13.07", "1307", "9". Empty for anything else.
[[nodiscard]] std::optional<std::chrono::minutes> timeIn(const QString &text);
/// Where a day without a year lies, seen from today.
enum class DaySide { Ahead, Past };
/// "2026-10-23", "23/10", "23.10"; a day without a year is the nearest one on that side. Empty for anything else.
[[nodiscard]] std::optional<base::Date> dayIn(const QString &text, base::Date today, DaySide side);
/// "09:00".
[[nodiscard]] QString timeName(std::chrono::minutes time);

} // namespace faltakt::viewmodels
