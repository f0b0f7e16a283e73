#include "core/base/bytes.h"

#include <algorithm>

namespace faltakt::base {

namespace {

constexpr std::string_view HexDigits = "0123456789abcdef";
constexpr std::string_view Base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr int hexValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

constexpr std::array<std::int8_t, 256> makeBase64Values()
{
    std::array<std::int8_t, 256> values{};
    for (auto &value : values)
        value = -1;
    for (std::size_t i = 0; i < Base64Alphabet.size(); ++i)
        values[static_cast<unsigned char>(Base64Alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}
constexpr auto Base64Values = makeBase64Values();

} // namespace

std::string toHex(ByteView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += HexDigits[byte >> 4];
        text += HexDigits[byte & 15];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return fail(ErrorCode::InvalidInput, "hex of odd length");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return fail(ErrorCode::InvalidInput, "hex digit");
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return bytes;
}

std::string toBase64Url(ByteView bytes)
{
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const std::uint32_t group = std::uint32_t(bytes[i]) << 16 | std::uint32_t(bytes[i + 1]) << 8 | bytes[i + 2];
        for (const int shift : {18, 12, 6, 0})
            text += Base64Alphabet[group >> shift & 63];
    }
    if (const auto rest = bytes.size() - i; rest > 0) {
        std::uint32_t group = std::uint32_t(bytes[i]) << 16;
        if (rest == 2)
            group |= std::uint32_t(bytes[i + 1]) << 8;
        text += Base64Alphabet[group >> 18 & 63];
        text += Base64Alphabet[group >> 12 & 63];
        if (rest == 2)
            text += Base64Alphabet[group >> 6 & 63];
    }
    return text;
}

Result<Bytes> fromBase64Url(std::string_view text)
{
    if (text.size() % 4 == 1)
        return fail(ErrorCode::InvalidInput, "base64url length");
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        const int value = Base64Values[static_cast<unsigned char>(c)];
        if (value < 0)
            return fail(ErrorCode::InvalidInput, "base64url character");
        group = group << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(group >> bits & 0xff));
        }
    }
    if ((group & ((1U << bits) - 1U)) != 0)
        return fail(ErrorCode::InvalidInput, "base64url stray bits");
    return bytes;
}

Result<Hash> hashFromBytes(ByteView bytes)
{
    Hash hash{};
    if (bytes.size() != hash.size())
        return fail(ErrorCode::InvalidInput, "digest length");
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

Result<Hash> hashFromBase64Url(std::string_view text)
{
    TRY(const auto bytes, fromBase64Url(text));
    return hashFromBytes(bytes);
}

} // namespace faltakt::base
