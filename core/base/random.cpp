#include "core/base/random.h"

#include <array>
#include <bit>
#include <cstring>

namespace faltakt::base {

std::uint64_t Random::next()
{
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    return value;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    // Values in the last, incomplete block of bounds are drawn again, so that no value is favoured.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

double Random::unit() { return double(next() >> 11) * 0x1.0p-53; }

SeededRandom::SeededRandom(std::uint64_t seed)
{
    // splitmix64 spreads a small seed over the whole state.
    for (auto &word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

std::uint64_t SeededRandom::step()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const std::uint64_t word = step();
        const auto count = std::min<std::size_t>(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace faltakt::base
