#pragma once

#include "core/base/random.h"

namespace faltakt::crypto {

/// The operating system's randomness, fit for keys. Thread-safe.
class SystemRandom final : public base::Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace faltakt::crypto
