#pragma once

#include "platform/api/grey_picture.h"

#include <optional>
#include <string>

namespace faltakt::platform {

/// The bytes of a QR code in the picture, turned and tilted as it may lie; empty where none can be read, or where the code is
/// larger than LongestCodeText, which no code of ours is. Any thread; some milliseconds for a picture of a camera.
[[nodiscard]] std::optional<std::string> readCode(const GreyPicture &picture);

inline constexpr std::size_t LongestCodeText = 1024;

} // namespace faltakt::platform
