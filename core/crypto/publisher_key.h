#pragma once

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"
#include "core/crypto/signing_key.h"

#include <array>
#include <string>

namespace faltakt::crypto {

/// An Ed25519 public key (RFC 8032): who publishes content packs. A value.
class PublisherKey {
public:
    static constexpr std::size_t Size = 32;

    /// InvalidInput where there are not exactly 32 bytes.
    [[nodiscard]] static base::Result<PublisherKey> fromBytes(base::ByteView bytes);
    [[nodiscard]] static base::Result<PublisherKey> fromBase64Url(std::string_view text);

    [[nodiscard]] base::ByteView bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::string toBase64Url() const { return base::toBase64Url(m_bytes); }

    /// What a publisher prints in a letter and people type in or compare: 100 bits of BLAKE2b over the key as
    /// "7KQ2-…", five groups of four letters and digits without I, L, O and U.
    [[nodiscard]] std::string code() const;
    /// True where the text is this key's code; case, spaces and hyphens do not matter, and I, L and O are
    /// read as the digits that they are taken for.
    [[nodiscard]] bool hasCode(std::string_view typed) const;

    /// True where the signature is by this key over exactly this message.
    [[nodiscard]] bool verify(base::ByteView message, const Signature &signature) const;

    auto operator<=>(const PublisherKey &) const = default;

private:
    explicit PublisherKey(const std::array<std::uint8_t, Size> &bytes) : m_bytes(bytes) {}

    std::array<std::uint8_t, Size> m_bytes;
};

/// The private half. Moves, does not copy; one thread at a time.
class PublisherSigningKey {
public:
    [[nodiscard]] static PublisherSigningKey make(base::Random &random);
    /// From the 32 bytes that RFC 8032 calls the private key.
    [[nodiscard]] static base::Result<PublisherSigningKey> fromSeed(const SecretBytes &seed);
    /// PKCS #8 in PEM without a passphrase, as toPem() and "openssl genpkey -algorithm ed25519" write it. InvalidInput
    /// for anything else.
    [[nodiscard]] static base::Result<PublisherSigningKey> fromPem(const SecretBytes &pem);
    [[nodiscard]] base::Result<SecretBytes> toPem() const;

    [[nodiscard]] const PublisherKey &publicKey() const noexcept { return m_publicKey; }
    [[nodiscard]] Signature sign(base::ByteView message) const;

private:
    PublisherSigningKey(SecretBytes expanded, const PublisherKey &publicKey)
        : m_expanded(std::move(expanded)), m_publicKey(publicKey)
    {
    }

    SecretBytes m_expanded; ///< Seed and public key, as the library wants them.
    PublisherKey m_publicKey;
};

} // namespace faltakt::crypto
