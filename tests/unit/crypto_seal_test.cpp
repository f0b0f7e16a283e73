#include "core/crypto/aead.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

using namespace faltakt;
using base::ErrorCode;
using crypto::SecretBytes;

namespace {

base::ByteView view(std::string_view text) { return base::bytesOf(text); }

/// Gives out the same bytes again and again: shows that the nonce comes from the random source that was handed in.
class FixedRandom final : public base::Random {
public:
    explicit FixedRandom(base::Bytes bytes) : m_bytes(std::move(bytes)) {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = m_bytes[i % m_bytes.size()];
    }

private:
    base::Bytes m_bytes;
};

} // namespace

TEST_CASE("sealed bytes open with the same key and context")
{
    crypto::SystemRandom random;
    const auto key = SecretBytes::makeRandom(random, crypto::AeadKeySize);
    for (const std::size_t size : {0U, 1U, 31U, 100000U}) {
        base::Bytes content(size);
        random.fill(content);
        const auto sealed = crypto::seal(key, content, view("here"), random);
        REQUIRE(sealed);
        CHECK(sealed->size() == size + crypto::AeadOverhead);
        CHECK(crypto::open(key, *sealed, view("here")).value() == content);
        CHECK(crypto::openSecret(key, *sealed, view("here")).value() == SecretBytes::copyOf(content));
    }
}

TEST_CASE("the form of sealed bytes is version, algorithm, nonce, cipher text")
{
    FixedRandom random(base::Bytes(24, 0x42));
    const auto key = SecretBytes::copyOf(base::Bytes(32, 0x80));
    const auto sealed = crypto::seal(key, view("x"), {}, random);
    REQUIRE(sealed);
    CHECK(base::toHex(base::ByteView(*sealed).first(26))
          == "0101"
             "424242424242424242424242424242424242424242424242");
}

TEST_CASE("sealed bytes that were touched, or another key or context, do not open")
{
    crypto::SystemRandom random;
    const auto key = SecretBytes::makeRandom(random, 32);
    const auto sealed = crypto::seal(key, view("hemligt"), view("here"), random);
    REQUIRE(sealed);
    for (std::size_t i = 0; i < sealed->size(); ++i) {
        auto changed = *sealed;
        changed[i] ^= 0x10;
        const auto opened = crypto::open(key, changed, view("here"));
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code() == (i < 2 ? ErrorCode::Unsupported : ErrorCode::WrongKey));
        CHECK_FALSE(crypto::open(key, base::ByteView(*sealed).first(i), view("here")));
    }
    CHECK(crypto::open(key, *sealed, view("there")).error().code() == ErrorCode::WrongKey);
    CHECK(crypto::open(SecretBytes::makeRandom(random, 32), *sealed, view("here")).error().code()
          == ErrorCode::WrongKey);
    CHECK(crypto::open(key, {}, view("here")).error().code() == ErrorCode::Damaged);
    CHECK(crypto::open(SecretBytes::makeRandom(random, 31), *sealed, {}).error().code() == ErrorCode::InvalidInput);
    CHECK(crypto::seal(SecretBytes(), view("x"), {}, random).error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("a sealed box opens with its pair only")
{
    crypto::SystemRandom random;
    const auto pair = crypto::BoxKeyPair::make(random);
    const auto other = crypto::BoxKeyPair::make(random);
    const auto sealed = crypto::sealTo(pair.publicKey(), view("hemligt"));
    REQUIRE(sealed);
    CHECK(base::textOf(crypto::openWith(pair, *sealed).value()) == "hemligt");
    CHECK(base::textOf(crypto::openSecretWith(pair, *sealed)->view()) == "hemligt");
    CHECK(crypto::openWith(other, *sealed).error().code() == ErrorCode::WrongKey);
    for (std::size_t i = 0; i < sealed->size(); ++i) {
        auto changed = *sealed;
        changed[i] ^= 0x10;
        CHECK_FALSE(crypto::openWith(pair, changed));
        CHECK_FALSE(crypto::openWith(pair, base::ByteView(*sealed).first(i)));
    }
}

TEST_CASE("a box pair is rebuilt from its private half")
{
    crypto::SystemRandom random;
    const auto pair = crypto::BoxKeyPair::make(random);
    const auto again = crypto::BoxKeyPair::fromPrivate(pair.privateKey().clone());
    REQUIRE(again);
    CHECK(again->publicKey() == pair.publicKey());
    CHECK(crypto::BoxPublicKey::fromBase64Url(pair.publicKey().toBase64Url()).value() == pair.publicKey());
    CHECK_FALSE(crypto::BoxKeyPair::fromPrivate(SecretBytes::makeRandom(random, 31)));
    CHECK_FALSE(crypto::BoxPublicKey::fromBytes(base::Bytes(33, 1)));
    CHECK_FALSE(crypto::BoxPublicKey::fromBase64Url("AA"));
}

TEST_CASE("nothing is sealed to a public key of low order")
{
    const auto zero = crypto::BoxPublicKey::fromBytes(base::Bytes(32, 0));
    REQUIRE(zero);
    CHECK(crypto::sealTo(*zero, view("x")).error().code() == ErrorCode::InvalidInput);
}
