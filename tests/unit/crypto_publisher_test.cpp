#include "core/crypto/publisher_key.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <utility>

using namespace faltakt;
using crypto::PublisherKey;
using crypto::PublisherSigningKey;

namespace {

crypto::SecretBytes secret(std::string text) { return crypto::SecretBytes::takeFrom(text); }

} // namespace

TEST_CASE("a publisher's key signs as the third test of RFC 8032 says")
{
    const auto seed = base::fromHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7").value();
    const auto key = PublisherSigningKey::fromSeed(crypto::SecretBytes::copyOf(seed)).value();
    CHECK(base::toHex(key.publicKey().bytes()) == "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    const auto message = base::fromHex("af82").value();
    const crypto::Signature signature = key.sign(message);
    CHECK(base::toHex(signature)
          == "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
             "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    CHECK(key.publicKey().verify(message, signature));
}

TEST_CASE("a signature over anything else, or by anybody else, is none")
{
    crypto::SystemRandom random;
    const auto key = PublisherSigningKey::make(random);
    const crypto::Signature signature = key.sign(base::bytesOf("pack"));
    CHECK_FALSE(key.publicKey().verify(base::bytesOf("Pack"), signature));
    CHECK_FALSE(PublisherSigningKey::make(random).publicKey().verify(base::bytesOf("pack"), signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        crypto::Signature changed = signature;
        changed[i] ^= 1U;
        CHECK_FALSE(key.publicKey().verify(base::bytesOf("pack"), changed));
    }
    // The neutral element as a key would let one signature stand for every message.
    std::array<std::uint8_t, 32> neutral{1};
    CHECK_FALSE(PublisherKey::fromBytes(neutral).value().verify(base::bytesOf("pack"), crypto::Signature{1}));
}

TEST_CASE("a publisher's key file is read back, and one by openssl as well")
{
    crypto::SystemRandom random;
    const auto key = PublisherSigningKey::make(random);
    const auto pem = key.toPem().value();
    CHECK(base::textOf(pem.view()).starts_with("-----BEGIN PRIVATE KEY-----\n"));
    CHECK(PublisherSigningKey::fromPem(pem).value().publicKey() == key.publicKey());
    // "openssl genpkey -algorithm ed25519", with the seed of RFC 8032's first test put in.
    const auto foreign = PublisherSigningKey::fromPem(
        secret("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
               "-----END PRIVATE KEY-----\n"));
    REQUIRE(foreign);
    CHECK(base::toHex(foreign->publicKey().bytes())
          == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}

TEST_CASE("what is no key of a publisher is refused")
{
    for (const char *text : {"", "key", "-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n"})
        CHECK(PublisherSigningKey::fromPem(secret(text)).error().code() == base::ErrorCode::InvalidInput);
    CHECK(PublisherKey::fromBase64Url("AAAA").error().code() == base::ErrorCode::InvalidInput);
}

TEST_CASE("a publisher's code is told by its key alone and may be typed as people type")
{
    crypto::SystemRandom random;
    const PublisherKey key = PublisherSigningKey::make(random).publicKey();
    const std::string code = key.code();
    CHECK(code.size() == 24);
    CHECK(code[4] == '-');
    CHECK(key.hasCode(code));
    std::string typed;
    for (const char letter : code)
        typed += letter == '-' ? ' ' : letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
    CHECK(key.hasCode(typed));
    // Letters that are typed for the digits that they look like; no code has them.
    const auto hasBoth = [](const std::string &text) {
        return text.find('0') != std::string::npos && text.find('1') != std::string::npos;
    };
    PublisherKey other = key;
    while (!hasBoth(other.code()))
        other = PublisherSigningKey::make(random).publicKey();
    for (const auto &[digit, letters] : {std::pair('1', "iIlL"), std::pair('0', "oO")})
        for (const char *letter = letters; *letter != '\0'; ++letter) {
            std::string mistaken = other.code();
            std::ranges::replace(mistaken, digit, *letter);
            CHECK(other.hasCode(mistaken));
            CHECK_FALSE(other.hasCode(mistaken + *letter));
        }
    CHECK_FALSE(key.hasCode(code.substr(0, 19)));
    CHECK_FALSE(key.hasCode(""));
    CHECK_FALSE(PublisherSigningKey::make(random).publicKey().hasCode(code));
}
