#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
/// A 256-bit digest (BLAKE2b-256 of change lines and journal links, SHA-256 of certificates).
using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] inline ByteView bytesOf(std::string_view text) noexcept
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) noexcept
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

[[nodiscard]] std::string toHex(ByteView bytes);
/// Lower or upper case; InvalidInput on an odd length or a foreign character.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string toBase64Url(ByteView bytes);
/// Strict: no padding, no white space, no stray bits in the last character; otherwise InvalidInput.
[[nodiscard]] Result<Bytes> fromBase64Url(std::string_view text);

/// Exactly 32 bytes from base64url.
[[nodiscard]] Result<Hash> hashFromBase64Url(std::string_view text);
[[nodiscard]] Result<Hash> hashFromBytes(ByteView bytes);

} // namespace faltakt::base
