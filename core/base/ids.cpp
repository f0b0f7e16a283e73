#include "core/base/ids.h"

#include "core/base/clock.h"

#include <algorithm>

namespace faltakt::base {

Result<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return fail(ErrorCode::InvalidInput, "id form");
    std::string digits;
    digits.reserve(32);
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != '-'; });
    if (digits.size() != 32)
        return fail(ErrorCode::InvalidInput, "id form");
    TRY(const Bytes bytes, fromHex(digits));
    return fromBytes(bytes);
}

Result<Uuid> Uuid::fromBytes(ByteView bytes)
{
    std::array<std::uint8_t, 16> raw{};
    if (bytes.size() != raw.size())
        return fail(ErrorCode::InvalidInput, "id length");
    std::copy(bytes.begin(), bytes.end(), raw.begin());
    return Uuid(raw);
}

std::string Uuid::toString() const
{
    static constexpr char Digits[] = "0123456789abcdef";
    std::string text(36, '-');
    std::size_t position = 0;
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (position == 8 || position == 13 || position == 18 || position == 23)
            ++position;
        text[position++] = Digits[m_bytes[i] >> 4];
        text[position++] = Digits[m_bytes[i] & 15];
    }
    return text;
}

Uuid UuidMaker::make()
{
    const std::int64_t now = std::max<std::int64_t>(toMs(m_clock->now()), 0);
    std::array<std::uint8_t, 16> bytes{};
    m_random->fill(bytes);
    if (now > m_lastMs) {
        m_lastMs = now;
        // Room to count up: the counter starts in the lower half.
        m_counter = (unsigned(bytes[6]) << 8 | bytes[7]) & 0x7ff;
    } else if (++m_counter > 0xfff) {
        ++m_lastMs;
        m_counter = 0;
    }
    for (int i = 0; i < 6; ++i)
        bytes[std::size_t(i)] = static_cast<std::uint8_t>(m_lastMs >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(0x70 | m_counter >> 8);
    bytes[7] = static_cast<std::uint8_t>(m_counter & 0xff);
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid(bytes);
}

} // namespace faltakt::base
