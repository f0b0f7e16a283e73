#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace faltakt::test {

/// Choices that a seed repeats, on every machine: the distributions of the standard library may differ, this does not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    /// From 0, less than count.
    std::size_t upTo(std::size_t count) { return std::size_t(m_engine() % count); }
    bool oneIn(std::size_t count) { return upTo(count) == 0; }
    template <typename T>
    const T &of(const std::vector<T> &choices)
    {
        return choices[upTo(choices.size())];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace faltakt::test
