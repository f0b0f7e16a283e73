#include "core/crypto/sealed_box.h"

#include <sodium.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::uint8_t Version = 1;
constexpr std::uint8_t X25519XSalsa20Poly1305 = 2;
constexpr std::size_t PrefixSize = 2;
constexpr std::size_t Overhead = PrefixSize + crypto_box_SEALBYTES;
static_assert(BoxPublicKey::Size == crypto_box_PUBLICKEYBYTES && BoxPublicKey::Size == crypto_box_SECRETKEYBYTES);

Result<void> checkForm(ByteView sealed)
{
    if (sealed.size() < Overhead)
        return fail(ErrorCode::Damaged, "sealed box too short");
    if (sealed[0] != Version || sealed[1] != X25519XSalsa20Poly1305)
        return fail(ErrorCode::Unsupported, "sealed box in another form");
    return {};
}

/// Opens into `content`, which has room for exactly the plain text.
Result<void> openInto(std::span<std::uint8_t> content, const BoxKeyPair &pair, ByteView sealed)
{
    const ByteView box = sealed.subspan(PrefixSize);
    if (crypto_box_seal_open(content.data(), box.data(), box.size(), pair.publicKey().bytes().data(),
                             pair.privateKey().view().data())
        != 0)
        return fail(ErrorCode::WrongKey, "sealed box does not open");
    return {};
}

} // namespace

Result<BoxPublicKey> BoxPublicKey::fromBytes(ByteView bytes)
{
    BoxPublicKey key;
    if (bytes.size() != Size)
        return fail(ErrorCode::InvalidInput, "box key length");
    std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
    return key;
}

Result<BoxPublicKey> BoxPublicKey::fromBase64Url(std::string_view text)
{
    TRY(const auto bytes, base::fromBase64Url(text));
    return fromBytes(bytes);
}

BoxKeyPair BoxKeyPair::make(base::Random &random)
{
    BoxKeyPair pair;
    pair.m_privateKey = SecretBytes::makeRandom(random, BoxPublicKey::Size);
    crypto_scalarmult_base(pair.m_publicKey.m_bytes.data(), pair.m_privateKey.view().data());
    return pair;
}

Result<BoxKeyPair> BoxKeyPair::fromPrivate(SecretBytes privateKey)
{
    if (privateKey.size() != BoxPublicKey::Size)
        return fail(ErrorCode::InvalidInput, "box key length");
    BoxKeyPair pair;
    pair.m_privateKey = std::move(privateKey);
    crypto_scalarmult_base(pair.m_publicKey.m_bytes.data(), pair.m_privateKey.view().data());
    return pair;
}

Result<base::Bytes> sealTo(const BoxPublicKey &publicKey, ByteView content)
{
    base::Bytes sealed(Overhead + content.size());
    sealed[0] = Version;
    sealed[1] = X25519XSalsa20Poly1305;
    if (crypto_box_seal(sealed.data() + PrefixSize, content.data(), content.size(), publicKey.bytes().data()) != 0)
        return fail(ErrorCode::InvalidInput, "box key of low order");
    return sealed;
}

Result<base::Bytes> openWith(const BoxKeyPair &pair, ByteView sealed)
{
    TRY_VOID(checkForm(sealed));
    base::Bytes content(sealed.size() - Overhead);
    TRY_VOID(openInto(content, pair, sealed));
    return content;
}

Result<SecretBytes> openSecretWith(const BoxKeyPair &pair, ByteView sealed)
{
    TRY_VOID(checkForm(sealed));
    SecretBytes content = SecretBytes::ofSize(sealed.size() - Overhead);
    TRY_VOID(openInto(content.writable(), pair, sealed));
    return content;
}

} // namespace faltakt::crypto
