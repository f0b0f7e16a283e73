#include "core/crypto/secret_bytes.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace faltakt::crypto {

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() { wipe(); }

SecretBytes SecretBytes::ofSize(std::size_t size)
{
    SecretBytes secret;
    if (size == 0)
        return secret;
    // The allocator needs the library's page size and canary; initialising twice does nothing.
    if (sodium_init() < 0)
        std::abort();
    secret.m_bytes = static_cast<std::uint8_t *>(sodium_malloc(size));
    if (!secret.m_bytes)
        std::abort();
    secret.m_size = size;
    sodium_memzero(secret.m_bytes, size);
    return secret;
}

SecretBytes SecretBytes::copyOf(base::ByteView bytes)
{
    SecretBytes secret = ofSize(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.writable().begin());
    return secret;
}

SecretBytes SecretBytes::takeFrom(std::string &text)
{
    SecretBytes secret = copyOf(base::bytesOf(text));
    wipeMemory(text);
    return secret;
}

SecretBytes SecretBytes::makeRandom(base::Random &random, std::size_t size)
{
    SecretBytes secret = ofSize(size);
    random.fill(secret.writable());
    return secret;
}

bool SecretBytes::operator==(const SecretBytes &other) const noexcept
{
    return constantTimeEqual(view(), other.view());
}

void SecretBytes::wipe() noexcept
{
    // sodium_free checks the canary, zeroes and unlocks.
    sodium_free(m_bytes);
    m_bytes = nullptr;
    m_size = 0;
}

void wipeMemory(std::span<std::uint8_t> bytes) noexcept
{
    if (!bytes.empty())
        sodium_memzero(bytes.data(), bytes.size());
}

void wipeMemory(std::string &text) noexcept
{
    // Also what lies behind the end, left over from a longer content.
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

bool constantTimeEqual(base::ByteView a, base::ByteView b) noexcept
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace faltakt::crypto
