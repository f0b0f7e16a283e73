#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::qr {

/// The modules of a QR code, without the light border around it. A value.
struct QrCode {
    int side = 0;                      ///< How many modules in a row, and how many rows.
    std::vector<std::uint8_t> modules; ///< Row by row; 1 is dark.

    /// Light outside of the code, so that a border is drawn by asking beyond it.
    [[nodiscard]] bool isDark(int x, int y) const noexcept;
};

/// How many light modules readers want around a code.
inline constexpr int QuietZone = 4;

/// The code of these bytes, which still reads with an eighth of it spoilt. Empty where they are more than a code holds.
[[nodiscard]] std::optional<QrCode> codeOf(std::string_view bytes);

} // namespace faltakt::qr
