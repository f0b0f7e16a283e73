#pragma once

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"

#include <array>
#include <concepts>
#include <cstddef>
#include <initializer_list>

namespace faltakt::crypto {

/// Incremental BLAKE2b-256; with a key of 16 to 64 bytes a MAC. One use: after finish() the value is spent.
class Hasher {
public:
    Hasher();
    explicit Hasher(const SecretBytes &key);

    Hasher &add(base::ByteView bytes);
    [[nodiscard]] base::Hash finish();

private:
    // The library's state, kept opaque so that its header stays inside this folder; size checked in the source.
    alignas(64) std::array<std::byte, 384> m_state;
};

/// BLAKE2b-256 of the parts one after the other, without a border between them.
[[nodiscard]] base::Hash blake2b256OfParts(std::initializer_list<base::ByteView> parts);

template <std::convertible_to<base::ByteView>... Views>
requires(sizeof...(Views) > 0) [[nodiscard]] base::Hash blake2b256(const Views &...views)
{
    return blake2b256OfParts({base::ByteView(views)...});
}

/// Keyed BLAKE2b-256; the key has 16 to 64 bytes.
[[nodiscard]] base::Hash mac(const SecretBytes &key, base::ByteView bytes);

/// A key of 32 bytes for one purpose, made from a key of 16 to 64 bytes; different labels give unrelated keys.
[[nodiscard]] SecretBytes deriveSubkey(const SecretBytes &key, std::string_view label, base::ByteView context = {});

/// For what foreign standards fix: certificates, JWK thumbprints, DPoP.
[[nodiscard]] base::Hash sha256(base::ByteView bytes);

} // namespace faltakt::crypto
