#include "core/crypto/passphrase_kdf.h"

#include <sodium.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;

static_assert(KdfSaltSize == crypto_pwhash_argon2id_SALTBYTES);

Result<void> checkKdfCost(const KdfCost &cost, const KdfCost &floor)
{
    if (cost.passes < floor.passes || cost.memoryKiB < floor.memoryKiB)
        return fail(ErrorCode::InvalidInput, "passphrase cost below the floor");
    if (cost.passes > KdfCost::ceiling().passes || cost.memoryKiB > KdfCost::ceiling().memoryKiB)
        return fail(ErrorCode::TooLarge, "passphrase cost above the ceiling");
    return {};
}

Result<SecretBytes> deriveKey(const SecretBytes &passphrase, const KdfSalt &salt, const KdfCost &cost)
{
    TRY_VOID(checkKdfCost(cost, KdfCost::forTests()));
    SecretBytes key = SecretBytes::ofSize(KdfKeySize);
    // The library wants an address also for an empty passphrase.
    const std::uint8_t none = 0;
    const auto *text = reinterpret_cast<const char *>(passphrase.empty() ? &none : passphrase.view().data());
    if (crypto_pwhash_argon2id(key.writable().data(), key.size(), text, passphrase.size(), salt.data(), cost.passes,
                               std::size_t(cost.memoryKiB) * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13)
        != 0)
        return fail(ErrorCode::TooLarge, "no memory for the passphrase function");
    return key;
}

Result<KdfCost> tuneKdf(const base::MonotonicClock &clock, std::chrono::milliseconds target)
{
    constexpr KdfCost Floor = KdfCost::floor();
    constexpr KdfCost Ceiling = KdfCost::ceiling();
    const SecretBytes passphrase = SecretBytes::copyOf(base::bytesOf("a passphrase to measure with"));
    const KdfSalt salt{};

    // The first run also touches the pages for the first time; the faster of two is what an unlock will take at best.
    auto shortest = std::chrono::nanoseconds::max();
    for (int run = 0; run < 2; ++run) {
        const auto start = clock.elapsed();
        TRY_VOID(deriveKey(passphrase, salt, Floor));
        shortest = std::min(shortest, clock.elapsed() - start);
    }
    const double floorWork = double(Floor.passes) * Floor.memoryKiB;
    // A clock that stands still means "too fast to measure".
    const double seconds = std::max(std::chrono::duration<double>(shortest).count(), 1e-6);
    const double work = floorWork * std::chrono::duration<double>(target).count() / seconds;

    constexpr std::uint32_t Step = 1024;
    const double wantedMemory = std::clamp(work / Floor.passes, double(Floor.memoryKiB), double(Ceiling.memoryKiB));
    const auto memoryKiB = std::uint32_t(wantedMemory) / Step * Step;
    const double wantedPasses = std::clamp(work / memoryKiB, double(Floor.passes), double(Ceiling.passes));
    return KdfCost{std::uint32_t(wantedPasses), memoryKiB};
}

} // namespace faltakt::crypto
