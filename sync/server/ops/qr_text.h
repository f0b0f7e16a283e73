#pragma once

#include <string>
#include <string_view>

namespace faltakt::server {

/// A QR code for a terminal, in half blocks: two rows of modules in one line of text. Empty where the text does not fit.
[[nodiscard]] std::string qrText(std::string_view text);

} // namespace faltakt::server
