#pragma once

#include "core/base/bytes.h"

#include <array>

namespace faltakt::server {

/// A sum of hashes as a database can add to it: eight numbers of 32 bits, the highest first, that may grow beyond that.
using SumLimbs = std::array<std::int64_t, 8>;

[[nodiscard]] inline SumLimbs limbsOf(const base::Hash &sum)
{
    SumLimbs limbs{};
    for (std::size_t i = 0; i < sum.size(); ++i)
        limbs[i / 4] = (limbs[i / 4] << 8) | sum[i];
    return limbs;
}

/// Modulo 2^256.
[[nodiscard]] inline base::Hash sumOf(const SumLimbs &limbs)
{
    base::Hash sum{};
    std::int64_t carry = 0;
    for (std::size_t limb = limbs.size(); limb-- > 0;) {
        carry += limbs[limb];
        for (std::size_t byte = 4; byte-- > 0; carry >>= 8)
            sum[limb * 4 + byte] = std::uint8_t(carry & 0xff);
    }
    return sum;
}

} // namespace faltakt::server
