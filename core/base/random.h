#pragma once

#include <cstdint>
#include <span>

namespace faltakt::base {

/// A source of random bytes. The real one (crypto::SystemRandom) is fit for keys; SeededRandom is not.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    /// Eight random bytes as a number.
    [[nodiscard]] std::uint64_t next();
    /// Uniform in [0, bound); bound must be above zero.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1).
    [[nodiscard]] double unit();
};

/// A repeatable stream (xoshiro256**) for demo data, tests and the simulation. Never for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed);
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t step();
    std::uint64_t m_state[4];
};

} // namespace faltakt::base
