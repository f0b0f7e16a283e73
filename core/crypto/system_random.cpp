#include "core/crypto/system_random.h"

#include <sodium.h>

#include <cstdlib>

namespace faltakt::crypto {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    if (sodium_init() < 0)
        std::abort();
    if (bytes.empty())
        return;
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace faltakt::crypto
