#pragma once

#include "sync/protocol/limits.h"

#include <string>
#include <string_view>

namespace faltakt::protocol {

/// Bodies under this size gain nothing from compression.
inline constexpr std::size_t CompressionPays = 512;

struct DecompressionLimits {
    std::size_t maxBytes = Limits::DecompressedBytes;
    std::size_t maxRatio = Limits::DecompressionRatio;
};

/// One zstd frame that names its size. TooLarge where it would pass the receiver's ratio: then the body goes as it is.
[[nodiscard]] base::Result<std::string> compress(std::string_view body, DecompressionLimits receiver = {});

/// Exactly one zstd frame. TooLarge as soon as it passes the limits, whatever its head says; InvalidInput where it is no
/// frame, is cut, or has something after it.
[[nodiscard]] base::Result<std::string> decompress(std::string_view frame, DecompressionLimits limits = {});

} // namespace faltakt::protocol
