#include "core/crypto/aead.h"

#include <sodium.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::uint8_t Version = 1;
constexpr std::uint8_t XChaCha20Poly1305 = 1;
constexpr std::size_t NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t PrefixSize = 2;
static_assert(AeadOverhead == PrefixSize + NonceSize + TagSize);
static_assert(AeadKeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

base::Bytes authenticated(ByteView context)
{
    base::Bytes bytes{Version, XChaCha20Poly1305};
    bytes.insert(bytes.end(), context.begin(), context.end());
    return bytes;
}

Result<void> checkForm(const SecretBytes &key, ByteView sealed)
{
    if (key.size() != AeadKeySize)
        return fail(ErrorCode::InvalidInput, "key length");
    if (sealed.size() < AeadOverhead)
        return fail(ErrorCode::Damaged, "sealed bytes too short");
    if (sealed[0] != Version || sealed[1] != XChaCha20Poly1305)
        return fail(ErrorCode::Unsupported, "sealed in another form");
    return {};
}

/// Opens into `content`, which has room for exactly the plain text.
Result<void> openInto(std::span<std::uint8_t> content, const SecretBytes &key, ByteView sealed, ByteView context)
{
    const ByteView nonce = sealed.subspan(PrefixSize, NonceSize);
    const ByteView cipherText = sealed.subspan(PrefixSize + NonceSize);
    const base::Bytes header = authenticated(context);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(content.data(), nullptr, nullptr, cipherText.data(),
                                                   cipherText.size(), header.data(), header.size(), nonce.data(),
                                                   key.view().data())
        != 0)
        return fail(ErrorCode::WrongKey, "sealed bytes do not open");
    return {};
}

} // namespace

Result<base::Bytes> seal(const SecretBytes &key, ByteView content, ByteView context, base::Random &random)
{
    if (key.size() != AeadKeySize)
        return fail(ErrorCode::InvalidInput, "key length");
    base::Bytes sealed(AeadOverhead + content.size());
    sealed[0] = Version;
    sealed[1] = XChaCha20Poly1305;
    const std::span<std::uint8_t> nonce = std::span(sealed).subspan(PrefixSize, NonceSize);
    random.fill(nonce);
    const base::Bytes header = authenticated(context);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + PrefixSize + NonceSize, nullptr, content.data(),
                                               content.size(), header.data(), header.size(), nullptr, nonce.data(),
                                               key.view().data());
    return sealed;
}

Result<base::Bytes> open(const SecretBytes &key, ByteView sealed, ByteView context)
{
    TRY_VOID(checkForm(key, sealed));
    base::Bytes content(sealed.size() - AeadOverhead);
    TRY_VOID(openInto(content, key, sealed, context));
    return content;
}

Result<SecretBytes> openSecret(const SecretBytes &key, ByteView sealed, ByteView context)
{
    TRY_VOID(checkForm(key, sealed));
    SecretBytes content = SecretBytes::ofSize(sealed.size() - AeadOverhead);
    TRY_VOID(openInto(content.writable(), key, sealed, context));
    return content;
}

} // namespace faltakt::crypto
