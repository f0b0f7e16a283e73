#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace faltakt::viewmodels {

/// A time of day as people write it: "13:07", "13.07", "1307", "9". Empty for anything else.
[[nodiscard]] std::optional<std::chrono::minutes> timeIn(const QString &text);
/// "09:00".
[[nodiscard]] QString timeName(std::chrono::minutes time);

} // namespace faltakt::viewmodels
