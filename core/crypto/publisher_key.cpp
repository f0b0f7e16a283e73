// The library that signs is libsodium; OpenSSL only reads and writes the PEM file, which other tools make as well.
#include "core/crypto/publisher_key.h"

#include "core/crypto/hash.h"
#include "core/crypto/openssl_owner.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t SeedSize = crypto_sign_SEEDBYTES;
constexpr std::size_t MaxPemSize = 4096;
constexpr std::string_view CodeLabel = "faltakt-publisher-1\n";
/// Crockford's base 32: nothing that is taken for something else when it is read from paper.
constexpr std::string_view CodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t CodeLength = 20;
constexpr std::size_t CodeGroup = 4;
constexpr int BitsOfLetter = 5;
static_assert(PublisherKey::Size == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);

using BioPointer = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;

/// An encrypted file is refused; without this the library would ask on the terminal.
int refusePassphrase(char *, int, int, void *) { return -1; }

/// As Crockford has it read: what was typed for a digit that looks like it.
char readLetter(char typed)
{
    const char letter = typed >= 'a' && typed <= 'z' ? char(typed - 'a' + 'A') : typed;
    if (letter == 'I' || letter == 'L')
        return '1';
    return letter == 'O' ? '0' : letter;
}

/// The letters of the code, without hyphens.
std::string lettersOf(ByteView key)
{
    const base::Hash hash = blake2b256(base::bytesOf(CodeLabel), key);
    std::string letters;
    unsigned held = 0;
    int bits = 0;
    for (std::size_t at = 0; letters.size() < CodeLength; ++at) {
        held = (held << 8U) | hash[at];
        for (bits += 8; bits >= BitsOfLetter && letters.size() < CodeLength; bits -= BitsOfLetter)
            letters += CodeLetters[(held >> unsigned(bits - BitsOfLetter)) & 31U];
    }
    return letters;
}

} // namespace

Result<PublisherKey> PublisherKey::fromBytes(ByteView bytes)
{
    std::array<std::uint8_t, Size> key{};
    if (bytes.size() != Size)
        return fail(ErrorCode::InvalidInput, "publisher key length");
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return PublisherKey(key);
}

Result<PublisherKey> PublisherKey::fromBase64Url(std::string_view text)
{
    TRY(const auto bytes, base::fromBase64Url(text));
    return fromBytes(bytes);
}

std::string PublisherKey::code() const
{
    std::string code;
    for (const char letter : lettersOf(m_bytes)) {
        if (code.size() % (CodeGroup + 1) == CodeGroup)
            code += '-';
        code += letter;
    }
    return code;
}

bool PublisherKey::hasCode(std::string_view typed) const
{
    std::string letters;
    for (const char letter : typed)
        if (letter != ' ' && letter != '-')
            letters += readLetter(letter);
    return letters == lettersOf(m_bytes);
}

bool PublisherKey::verify(ByteView message, const Signature &signature) const
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), m_bytes.data()) == 0;
}

PublisherSigningKey PublisherSigningKey::make(base::Random &random)
{
    return fromSeed(SecretBytes::makeRandom(random, SeedSize)).value();
}

Result<PublisherSigningKey> PublisherSigningKey::fromSeed(const SecretBytes &seed)
{
    if (seed.size() != SeedSize)
        return fail(ErrorCode::InvalidInput, "publisher key length");
    SecretBytes expanded = SecretBytes::ofSize(crypto_sign_SECRETKEYBYTES);
    std::array<std::uint8_t, PublisherKey::Size> publicKey{};
    if (crypto_sign_seed_keypair(publicKey.data(), expanded.writable().data(), seed.view().data()) != 0)
        return fail(ErrorCode::Internal, "publisher key");
    TRY(const PublisherKey key, PublisherKey::fromBytes(publicKey));
    return PublisherSigningKey(std::move(expanded), key);
}

Result<PublisherSigningKey> PublisherSigningKey::fromPem(const SecretBytes &pem)
{
    const ErrorQueueGuard guard;
    if (pem.empty() || pem.size() > MaxPemSize)
        return fail(ErrorCode::InvalidInput, "the file is no key in PEM");
    const BioPointer source(BIO_new_mem_buf(pem.view().data(), int(pem.size())));
    const KeyPointer key(source ? PEM_read_bio_PrivateKey(source.get(), nullptr, refusePassphrase, nullptr) : nullptr);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519)
        return fail(ErrorCode::InvalidInput, "the file is no Ed25519 key in PEM without a passphrase");
    SecretBytes seed = SecretBytes::ofSize(SeedSize);
    std::size_t size = SeedSize;
    if (EVP_PKEY_get_raw_private_key(key.get(), seed.writable().data(), &size) != 1 || size != SeedSize)
        return fail(ErrorCode::Internal, "publisher key");
    return fromSeed(seed);
}

Result<SecretBytes> PublisherSigningKey::toPem() const
{
    const ErrorQueueGuard guard;
    const KeyPointer key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, m_expanded.view().data(), SeedSize));
    // In the library's secure memory: what it wrote is wiped when it is given back.
    const BioPointer target(BIO_new(BIO_s_secmem()));
    if (!key || !target
        || PEM_write_bio_PKCS8PrivateKey(target.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(ErrorCode::Internal, "publisher key in PEM");
    char *text = nullptr;
    const long size = BIO_get_mem_data(target.get(), &text);
    return SecretBytes::copyOf({reinterpret_cast<const std::uint8_t *>(text), std::size_t(size)});
}

Signature PublisherSigningKey::sign(ByteView message) const
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_expanded.view().data());
    return signature;
}

} // namespace faltakt::crypto
