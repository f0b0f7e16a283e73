#pragma once

#include "sync/protocol/limits.h"

#include <string>
#include <string_view>

namespace faltakt::protocol {

/// Bodies under this size gain nothing from compression.
inline constexpr std::size_t CompressionPays = 512;

/// One zstd frame that names its size.
[[nodiscard]] base::Result<std::string> compress(std::string_view body);

struct DecompressionLimits {
    std::size_t maxBytes = Limits::DecompressedBytes;
    std::size_t maxRatio = Limits::DecompressionRatio;
};

/// Exactly one zstd frame. TooLarge as soon as it passes the limits, whatever its head says; InvalidInput where it is no
/// frame, is cut, or has something after it.
[[nodiscard]] base::Result<std::string> decompress(std::string_view frame, DecompressionLimits limits = {});

} // namespace faltakt::protocol
