#pragma once

#include "core/base/bytes.h"
#include "core/base/json.h"
#include "core/crypto/secret_bytes.h"

#include <array>
#include <memory>
#include <string>

struct evp_pkey_st;

namespace faltakt::crypto {

/// An ES256 signature as JOSE writes it (RFC 7518 section 3.4): r and s, 32 bytes each, big-endian.
using Signature = std::array<std::uint8_t, 64>;

/// Exactly 64 bytes.
[[nodiscard]] base::Result<Signature> signatureFromBytes(base::ByteView bytes);
[[nodiscard]] base::Result<Signature> signatureFromBase64Url(std::string_view text);

/// A P-256 public key that lies on the curve. A value: copies share one unchanging key object of the library, and may be
/// used from several threads.
class PublicKey {
public:
    /// A JWK (RFC 7517) with kty EC, crv P-256, x and y; other members are passed over, a private part is refused.
    /// InvalidInput where it is no such key or the point is not on the curve.
    [[nodiscard]] static base::Result<PublicKey> fromJwk(const base::json::Value &jwk);
    /// 65 bytes: 0x04, x, y.
    [[nodiscard]] static base::Result<PublicKey> fromBytes(base::ByteView bytes);

    [[nodiscard]] base::json::Object toJwk() const;
    [[nodiscard]] base::ByteView bytes() const noexcept { return m_point; }

    /// RFC 7638 with SHA-256, in base64url: the name of the key in tokens.
    [[nodiscard]] std::string thumbprint() const;

    /// True where the signature is by this key over exactly this message.
    [[nodiscard]] bool verify(base::ByteView message, const Signature &signature) const;

    bool operator==(const PublicKey &other) const noexcept { return m_point == other.m_point; }

private:
    using Point = std::array<std::uint8_t, 65>;
    PublicKey(const Point &point, std::shared_ptr<evp_pkey_st> key) : m_point(point), m_key(std::move(key)) {}

    Point m_point;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// A P-256 key pair that signs by ES256: the key of a device, of the server's tenant. Moves, does not copy. Signing is
/// safe from several threads.
class SigningKey {
public:
    [[nodiscard]] static base::Result<SigningKey> make();
    /// PKCS #8 in DER, as privateBytes() gives it; InvalidInput where it is anything but a sound P-256 key.
    [[nodiscard]] static base::Result<SigningKey> fromPrivate(const SecretBytes &pkcs8);

    [[nodiscard]] base::Result<SecretBytes> privateBytes() const;
    [[nodiscard]] const PublicKey &publicKey() const noexcept { return m_publicKey; }
    [[nodiscard]] base::Result<Signature> sign(base::ByteView message) const;

private:
    struct Free {
        void operator()(evp_pkey_st *key) const noexcept;
    };
    using KeyPointer = std::unique_ptr<evp_pkey_st, Free>;

    SigningKey(KeyPointer key, PublicKey publicKey) : m_key(std::move(key)), m_publicKey(std::move(publicKey)) {}
    [[nodiscard]] static base::Result<SigningKey> wrap(KeyPointer key);

    KeyPointer m_key;
    PublicKey m_publicKey;
};

} // namespace faltakt::crypto
