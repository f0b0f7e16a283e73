#include "core/crypto/hash.h"

#include <openssl/sha.h>
#include <sodium.h>

#include <cassert>

namespace faltakt::crypto {

namespace {

crypto_generichash_state *stateOf(std::array<std::byte, 384> &storage)
{
    static_assert(sizeof(crypto_generichash_state) <= sizeof storage);
    return reinterpret_cast<crypto_generichash_state *>(storage.data());
}

} // namespace

Hasher::Hasher() { crypto_generichash_init(stateOf(m_state), nullptr, 0, base::Hash{}.size()); }

Hasher::Hasher(const SecretBytes &key)
{
    assert(key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX);
    crypto_generichash_init(stateOf(m_state), key.view().data(), key.size(), base::Hash{}.size());
}

Hasher &Hasher::add(base::ByteView bytes)
{
    crypto_generichash_update(stateOf(m_state), bytes.data(), bytes.size());
    return *this;
}

base::Hash Hasher::finish()
{
    base::Hash hash{};
    crypto_generichash_final(stateOf(m_state), hash.data(), hash.size());
    sodium_memzero(m_state.data(), m_state.size());
    return hash;
}

base::Hash blake2b256OfParts(std::initializer_list<base::ByteView> parts)
{
    Hasher hasher;
    for (const auto part : parts)
        hasher.add(part);
    return hasher.finish();
}

base::Hash mac(const SecretBytes &key, base::ByteView bytes) { return Hasher(key).add(bytes).finish(); }

SecretBytes deriveSubkey(const SecretBytes &key, std::string_view label, base::ByteView context)
{
    // The label's length goes first, so that label and context cannot be shifted into each other.
    assert(label.size() < 256);
    const std::uint8_t length = static_cast<std::uint8_t>(label.size());
    base::Hash hash = Hasher(key).add({&length, 1}).add(base::bytesOf(label)).add(context).finish();
    SecretBytes subkey = SecretBytes::copyOf(hash);
    wipeMemory(hash);
    return subkey;
}

base::Hash sha256(base::ByteView bytes)
{
    base::Hash hash{};
    SHA256(bytes.data(), bytes.size(), hash.data());
    return hash;
}

} // namespace faltakt::crypto
