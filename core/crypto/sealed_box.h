#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

#include <array>
#include <string>
#include <string_view>

namespace faltakt::crypto {

/// The public half of an X25519 pair: anybody may seal to it.
class BoxPublicKey {
public:
    static constexpr std::size_t Size = 32;

    [[nodiscard]] static base::Result<BoxPublicKey> fromBytes(base::ByteView bytes);
    [[nodiscard]] static base::Result<BoxPublicKey> fromBase64Url(std::string_view text);

    [[nodiscard]] base::ByteView bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::string toBase64Url() const { return base::toBase64Url(m_bytes); }

    bool operator==(const BoxPublicKey &) const noexcept = default;

private:
    friend class BoxKeyPair;
    BoxPublicKey() = default;

    std::array<std::uint8_t, Size> m_bytes{};
};

/// An X25519 pair: the municipality's recovery key, the server's key for outboxes.
class BoxKeyPair {
public:
    [[nodiscard]] static BoxKeyPair make(base::Random &random);
    /// 32 bytes; the public half is worked out.
    [[nodiscard]] static base::Result<BoxKeyPair> fromPrivate(SecretBytes privateKey);

    [[nodiscard]] const BoxPublicKey &publicKey() const noexcept { return m_publicKey; }
    [[nodiscard]] const SecretBytes &privateKey() const noexcept { return m_privateKey; }

private:
    BoxKeyPair() = default;

    BoxPublicKey m_publicKey;
    SecretBytes m_privateKey;
};

/// Seals to a key whose private half is elsewhere; says nothing about who sealed. Form: version byte (1), algorithm byte
/// (2: X25519, XSalsa20-Poly1305), one-time public key of 32 bytes, cipher text with its tag. The one-time key is
/// the system's randomness always. InvalidInput on a public key of low order.
[[nodiscard]] base::Result<base::Bytes> sealTo(const BoxPublicKey &publicKey, base::ByteView content);

/// Damaged on bytes too short, Unsupported on another version or algorithm, WrongKey where pair and bytes do not match.
[[nodiscard]] base::Result<base::Bytes> openWith(const BoxKeyPair &pair, base::ByteView sealed);
[[nodiscard]] base::Result<SecretBytes> openSecretWith(const BoxKeyPair &pair, base::ByteView sealed);

} // namespace faltakt::crypto
