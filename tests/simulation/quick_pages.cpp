#include "tests/simulation/quick_pages.h"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

// SQLCipher's interface for other makers of its cryptography, which its header does not show.
extern "C" {
struct sqlcipher_provider {
    int (*init)();
    void (*shutdown)();
    const char *(*providerName)(void *context);
    int (*addRandom)(void *context, const void *buffer, int length);
    int (*random)(void *context, void *buffer, int length);
    int (*hmac)(void *context, int algorithm, const unsigned char *key, int keySize, const unsigned char *in,
                int inSize, const unsigned char *more, int moreSize, unsigned char *out);
    int (*kdf)(void *context, int algorithm, const unsigned char *pass, int passSize, const unsigned char *salt,
               int saltSize, int work, int keySize, unsigned char *key);
    int (*cipher)(void *context, int mode, const unsigned char *key, int keySize, const unsigned char *iv,
                  const unsigned char *in, int inSize, unsigned char *out);
    const char *(*cipherName)(void *context);
    int (*keySize)(void *context);
    int (*ivSize)(void *context);
    int (*blockSize)(void *context);
    int (*hmacSize)(void *context, int algorithm);
    int (*contextInit)(void **context);
    int (*contextFree)(void **context);
    int (*fipsStatus)(void *context);
    const char *(*providerVersion)(void *context);
    sqlcipher_provider *next;
};
int sqlcipher_register_provider(sqlcipher_provider *provider);
sqlcipher_provider *sqlcipher_get_provider();
void *sqlcipher_malloc(sqlite3_uint64 size);
}

namespace faltakt::simulation {

namespace {

constexpr std::size_t SumSize = 64;

std::uint64_t mixed(std::uint64_t sum, std::uint64_t word)
{
    const std::uint64_t product = (sum ^ word) * 0x9e37'79b9'7f4a'7c15U;
    return product ^ (product >> 32U);
}

/// Four sums side by side, so that the processor need not wait for each.
std::uint64_t sumOf(std::uint64_t sum, const unsigned char *bytes, int size)
{
    constexpr int Width = 4 * int(sizeof sum);
    std::array<std::uint64_t, 4> lanes{sum, sum + 1, sum + 2, sum + std::uint64_t(size)};
    int at = 0;
    for (; at + Width <= size; at += Width)
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + at + lane * sizeof word, sizeof word);
            lanes[lane] = mixed(lanes[lane] + 1, word);
        }
    for (; at < size; ++at)
        lanes[0] = mixed(lanes[0] + 1, bytes[at]);
    return mixed(mixed(lanes[0], lanes[1]) + 1, mixed(lanes[2], lanes[3]));
}

int quickSum(void *, int, const unsigned char *key, int keySize, const unsigned char *in, int inSize,
             const unsigned char *more, int moreSize, unsigned char *out)
{
    const std::uint64_t sum = sumOf(sumOf(sumOf(1, key, keySize), in, inSize), more, more ? moreSize : 0);
    for (std::size_t at = 0; at < SumSize; at += sizeof sum)
        std::memcpy(out + at, &sum, sizeof sum);
    return SQLITE_OK;
}

int leaveOpen(void *, int, const unsigned char *, int, const unsigned char *, const unsigned char *in, int inSize,
              unsigned char *out)
{
    std::memcpy(out, in, std::size_t(inSize));
    return SQLITE_OK;
}

/// Which bytes fill a page's spare room plays no part.
int noRandom(void *, void *buffer, int length)
{
    std::memset(buffer, 0x5a, std::size_t(length));
    return SQLITE_OK;
}

} // namespace

void sealPagesQuickly()
{
    sqlite3_initialize();
    // SQLCipher frees it by its own measure when the process ends.
    auto *quick = static_cast<sqlcipher_provider *>(sqlcipher_malloc(sizeof(sqlcipher_provider)));
    *quick = *sqlcipher_get_provider();
    quick->init = nullptr;
    quick->random = noRandom;
    quick->hmac = quickSum;
    quick->cipher = leaveOpen;
    sqlcipher_register_provider(quick);
}

} // namespace faltakt::simulation
