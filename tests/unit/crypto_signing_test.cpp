#include "core/crypto/signing_key.h"
#include "tests/support/catch.h"

using namespace faltakt;
using base::ErrorCode;
using crypto::PublicKey;
using crypto::SigningKey;
namespace json = base::json;

namespace {

// The key of RFC 7515 appendix A.3.
json::Object rfcKey()
{
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
            {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}};
}

} // namespace

TEST_CASE("a signature of the published ES256 example verifies")
{
    const auto key = PublicKey::fromJwk(rfcKey());
    REQUIRE(key);
    const std::string_view input =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
        "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const auto signature = crypto::signatureFromBase64Url(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    REQUIRE(signature);
    CHECK(key->verify(base::bytesOf(input), *signature));
    CHECK_FALSE(key->verify(base::bytesOf(input.substr(1)), *signature));
}

TEST_CASE("a thumbprint is that of the published DPoP example")
{
    const auto key = PublicKey::fromJwk(json::Object{{"kty", "EC"},
                                                     {"x", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs"},
                                                     {"y", "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"},
                                                     {"crv", "P-256"}});
    REQUIRE(key);
    CHECK(key->thumbprint() == "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
}

TEST_CASE("what a key signs, its public half verifies and no other")
{
    const auto key = SigningKey::make();
    const auto other = SigningKey::make();
    REQUIRE(key);
    REQUIRE(other);
    for (const std::string_view message : {"", "en rad", "en annan rad"}) {
        const auto signature = key->sign(base::bytesOf(message));
        REQUIRE(signature);
        CHECK(key->publicKey().verify(base::bytesOf(message), *signature));
        CHECK_FALSE(other->publicKey().verify(base::bytesOf(message), *signature));
        CHECK_FALSE(key->publicKey().verify(base::bytesOf("något annat"), *signature));
        for (std::size_t i = 0; i < signature->size(); ++i) {
            auto changed = *signature;
            changed[i] ^= 0x01;
            CHECK_FALSE(key->publicKey().verify(base::bytesOf(message), changed));
        }
    }
}

TEST_CASE("signatures of zeros and of numbers beyond the order do not verify")
{
    const auto key = SigningKey::make();
    REQUIRE(key);
    crypto::Signature signature{};
    CHECK_FALSE(key->publicKey().verify(base::bytesOf("x"), signature));
    signature.fill(0xff);
    CHECK_FALSE(key->publicKey().verify(base::bytesOf("x"), signature));
}

TEST_CASE("a private key survives being written and read")
{
    const auto key = SigningKey::make();
    REQUIRE(key);
    const auto bytes = key->privateBytes();
    REQUIRE(bytes);
    const auto again = SigningKey::fromPrivate(*bytes);
    REQUIRE(again);
    CHECK(again->publicKey() == key->publicKey());
    const auto signature = again->sign(base::bytesOf("x"));
    REQUIRE(signature);
    CHECK(key->publicKey().verify(base::bytesOf("x"), *signature));
}

TEST_CASE("a private key with a changed byte, cut or with something behind it never becomes another key silently")
{
    const auto key = SigningKey::make();
    REQUIRE(key);
    const auto bytes = key->privateBytes();
    REQUIRE(bytes);
    for (std::size_t i = 0; i < bytes->size(); ++i) {
        auto changed = bytes->clone();
        changed.writable()[i] ^= 0x01;
        const auto read = SigningKey::fromPrivate(changed);
        CHECK((!read || read->publicKey() == key->publicKey()));
        CHECK_FALSE(SigningKey::fromPrivate(crypto::SecretBytes::copyOf(bytes->view().first(i))));
    }
    base::Bytes longer(bytes->view().begin(), bytes->view().end());
    longer.push_back(0);
    CHECK_FALSE(SigningKey::fromPrivate(crypto::SecretBytes::copyOf(longer)));
    CHECK_FALSE(SigningKey::fromPrivate(crypto::SecretBytes::copyOf(base::Bytes(5000, 0x30))));
}

TEST_CASE("a public key survives JWK and bytes")
{
    const auto key = SigningKey::make();
    REQUIRE(key);
    const auto fromJwk = PublicKey::fromJwk(key->publicKey().toJwk());
    REQUIRE(fromJwk);
    CHECK(*fromJwk == key->publicKey());
    const auto fromBytes = PublicKey::fromBytes(key->publicKey().bytes());
    REQUIRE(fromBytes);
    CHECK(*fromBytes == key->publicKey());
}

TEST_CASE("a JWK that is no plain P-256 public key is refused")
{
    const auto refusedWith = [](std::string_view name, json::Value value) {
        json::Object jwk = rfcKey();
        jwk.set(std::string(name), std::move(value));
        const auto key = PublicKey::fromJwk(jwk);
        return !key && key.error().code() == ErrorCode::InvalidInput;
    };
    CHECK(refusedWith("kty", "RSA"));
    CHECK(refusedWith("kty", 1));
    CHECK(refusedWith("crv", "P-384"));
    CHECK(refusedWith("x", ""));
    CHECK(refusedWith("x", nullptr));
    CHECK(refusedWith("x", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")); // Not on the curve.
    CHECK(refusedWith("y", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    CHECK(refusedWith("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0="));
    CHECK(refusedWith("d", "secret"));
    for (const char *name : {"kty", "crv", "x", "y"}) {
        json::Object jwk = rfcKey();
        jwk.remove(name);
        CHECK_FALSE(PublicKey::fromJwk(jwk));
    }
    CHECK_FALSE(PublicKey::fromJwk(json::Value("text")));
    base::Bytes point(65, 0);
    CHECK_FALSE(PublicKey::fromBytes(point));
    point[0] = 4;
    CHECK_FALSE(PublicKey::fromBytes(point));
    std::fill(point.begin() + 1, point.end(), std::uint8_t(0xff));
    CHECK_FALSE(PublicKey::fromBytes(point));
    CHECK_FALSE(PublicKey::fromBytes({}));
}
