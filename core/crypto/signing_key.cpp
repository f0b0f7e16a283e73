#include "core/crypto/signing_key.h"

#include "core/crypto/hash.h"
#include "core/crypto/openssl_owner.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t CoordinateSize = 32;
constexpr std::size_t MaxPkcs8Size = 1024;
// An ECDSA signature in DER over P-256 has at most 72 bytes.
constexpr std::size_t MaxDerSize = 80;

using ContextPointer = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using KeyContextPointer = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using SignaturePointer = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Pkcs8Pointer = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;
using NumberPointer = std::unique_ptr<BIGNUM, Freed<BN_free>>;

Result<Signature> signatureFromDer(ByteView der)
{
    const unsigned char *position = der.data();
    const SignaturePointer parsed(d2i_ECDSA_SIG(nullptr, &position, long(der.size())));
    Signature signature{};
    if (!parsed || BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), signature.data(), CoordinateSize) < 0
        || BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), signature.data() + CoordinateSize, CoordinateSize) < 0)
        return fail(ErrorCode::Internal, "signature form");
    return signature;
}

/// The DER form; empty where memory is out.
base::Bytes derFromSignature(const Signature &signature)
{
    const SignaturePointer built(ECDSA_SIG_new());
    NumberPointer r(BN_bin2bn(signature.data(), CoordinateSize, nullptr));
    NumberPointer s(BN_bin2bn(signature.data() + CoordinateSize, CoordinateSize, nullptr));
    if (!built || !r || !s || ECDSA_SIG_set0(built.get(), r.get(), s.get()) != 1)
        return {};
    // Taken over by the signature only when set0 succeeded.
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    base::Bytes der(MaxDerSize);
    unsigned char *position = der.data();
    const int size = i2d_ECDSA_SIG(built.get(), &position);
    der.resize(size > 0 ? std::size_t(size) : 0);
    return der;
}

bool isP256(const EVP_PKEY *key)
{
    std::array<char, 32> group{};
    std::size_t length = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
           && EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1
           && std::string_view(group.data(), length) == "prime256v1";
}

Result<base::Bytes> coordinate(const base::json::Value &jwk, std::string_view name)
{
    TRY(const std::string text, jwk.requireString(name));
    auto bytes = base::fromBase64Url(text);
    if (!bytes || bytes->size() != CoordinateSize)
        return fail(ErrorCode::InvalidInput, "JWK " + std::string(name));
    return bytes;
}

} // namespace

Result<Signature> signatureFromBytes(ByteView bytes)
{
    Signature signature{};
    if (bytes.size() != signature.size())
        return fail(ErrorCode::InvalidInput, "signature length");
    std::copy(bytes.begin(), bytes.end(), signature.begin());
    return signature;
}

Result<Signature> signatureFromBase64Url(std::string_view text)
{
    TRY(const auto bytes, base::fromBase64Url(text));
    return signatureFromBytes(bytes);
}

Result<PublicKey> PublicKey::fromBytes(ByteView bytes)
{
    const ErrorQueueGuard guard;
    Point point{};
    if (bytes.size() != point.size() || bytes[0] != 0x04)
        return fail(ErrorCode::InvalidInput, "public key form");
    std::copy(bytes.begin(), bytes.end(), point.begin());

    std::string group = "prime256v1";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end(),
    };
    EVP_PKEY *raw = nullptr;
    const KeyContextPointer maker(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    if (!maker || EVP_PKEY_fromdata_init(maker.get()) != 1
        || EVP_PKEY_fromdata(maker.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return fail(ErrorCode::InvalidInput, "public key is no point of the curve");
    std::shared_ptr<EVP_PKEY> key(raw, EVP_PKEY_free);
    // The curve's cofactor is 1: a point on the curve, not at infinity, is a good key.
    const KeyContextPointer checker(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (!checker || EVP_PKEY_public_check_quick(checker.get()) != 1)
        return fail(ErrorCode::InvalidInput, "public key is no point of the curve");
    return PublicKey(point, std::move(key));
}

Result<PublicKey> PublicKey::fromJwk(const base::json::Value &jwk)
{
    TRY(const std::string type, jwk.requireString("kty"));
    TRY(const std::string curve, jwk.requireString("crv"));
    if (type != "EC" || curve != "P-256")
        return fail(ErrorCode::InvalidInput, "JWK is no P-256 key");
    if (jwk.find("d"))
        return fail(ErrorCode::InvalidInput, "JWK holds a private key");
    TRY(const auto x, coordinate(jwk, "x"));
    TRY(const auto y, coordinate(jwk, "y"));
    Point point{0x04};
    std::copy(x.begin(), x.end(), point.begin() + 1);
    std::copy(y.begin(), y.end(), point.begin() + 1 + CoordinateSize);
    return fromBytes(point);
}

base::json::Object PublicKey::toJwk() const
{
    const ByteView point = m_point;
    // In the order of RFC 7638, so that the thumbprint hashes exactly this object's text.
    return {{"crv", "P-256"},
            {"kty", "EC"},
            {"x", base::toBase64Url(point.subspan(1, CoordinateSize))},
            {"y", base::toBase64Url(point.subspan(1 + CoordinateSize))}};
}

std::string PublicKey::thumbprint() const
{
    return base::toBase64Url(sha256(base::bytesOf(base::json::serialise(toJwk()))));
}

bool PublicKey::verify(ByteView message, const Signature &signature) const
{
    const ErrorQueueGuard guard;
    const base::Bytes der = derFromSignature(signature);
    const ContextPointer context(EVP_MD_CTX_new());
    return !der.empty() && context
           && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
           && EVP_DigestVerify(context.get(), der.data(), der.size(), message.data(), message.size()) == 1;
}

void SigningKey::Free::operator()(evp_pkey_st *key) const noexcept { EVP_PKEY_free(key); }

Result<SigningKey> SigningKey::wrap(KeyPointer key)
{
    std::array<std::uint8_t, 65> point{};
    std::size_t size = 0;
    if (EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, point.data(), point.size(),
                                        &size)
            != 1
        || size != point.size())
        return fail(ErrorCode::InvalidInput, "key without a plain public part");
    TRY(auto publicKey, PublicKey::fromBytes(point));
    return SigningKey(std::move(key), std::move(publicKey));
}

Result<SigningKey> SigningKey::make()
{
    const ErrorQueueGuard guard;
    KeyPointer key(EVP_EC_gen("P-256"));
    if (!key)
        return fail(ErrorCode::Internal, "no signing key could be made");
    return wrap(std::move(key));
}

Result<SigningKey> SigningKey::fromPrivate(const SecretBytes &pkcs8)
{
    const ErrorQueueGuard guard;
    if (pkcs8.empty() || pkcs8.size() > MaxPkcs8Size)
        return fail(ErrorCode::InvalidInput, "private key length");
    const unsigned char *position = pkcs8.view().data();
    const Pkcs8Pointer parsed(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, long(pkcs8.size())));
    if (!parsed || position != pkcs8.view().data() + pkcs8.size())
        return fail(ErrorCode::InvalidInput, "private key form");
    KeyPointer key(EVP_PKCS82PKEY(parsed.get()));
    if (!key || !isP256(key.get()))
        return fail(ErrorCode::InvalidInput, "private key is no P-256 key");
    const KeyContextPointer checker(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (!checker || EVP_PKEY_pairwise_check(checker.get()) != 1)
        return fail(ErrorCode::InvalidInput, "private and public part do not match");
    return wrap(std::move(key));
}

Result<SecretBytes> SigningKey::privateBytes() const
{
    const ErrorQueueGuard guard;
    const Pkcs8Pointer form(EVP_PKEY2PKCS8(m_key.get()));
    const int size = form ? i2d_PKCS8_PRIV_KEY_INFO(form.get(), nullptr) : 0;
    if (size <= 0)
        return fail(ErrorCode::Internal, "private key form");
    SecretBytes bytes = SecretBytes::ofSize(std::size_t(size));
    unsigned char *position = bytes.writable().data();
    if (i2d_PKCS8_PRIV_KEY_INFO(form.get(), &position) != size)
        return fail(ErrorCode::Internal, "private key form");
    return bytes;
}

Result<Signature> SigningKey::sign(ByteView message) const
{
    const ErrorQueueGuard guard;
    std::array<std::uint8_t, MaxDerSize> der{};
    std::size_t size = der.size();
    const ContextPointer context(EVP_MD_CTX_new());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) != 1)
        return fail(ErrorCode::Internal, "signing failed");
    return signatureFromDer(ByteView(der).first(size));
}

} // namespace faltakt::crypto
