#include "core/crypto/jwt.h"
#include "core/crypto/sealed_token.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

using namespace faltakt;
using base::ErrorCode;
namespace json = base::json;

namespace {

std::string part(std::string_view text) { return base::toBase64Url(base::bytesOf(text)); }

std::string tokenOf(std::string_view header, std::string_view payload)
{
    return part(header) + '.' + part(payload) + '.' + base::toBase64Url(crypto::Signature{});
}

} // namespace

TEST_CASE("a signed token is read back and verifies under its key only")
{
    const auto key = crypto::SigningKey::make();
    const auto other = crypto::SigningKey::make();
    REQUIRE(key);
    REQUIRE(other);
    const json::Object payload{{"iss", "dev"}, {"iat", 17}};
    const auto text = crypto::encodeJwt({{"typ", "dpop+jwt"}, {"jwk", key->publicKey().toJwk()}}, payload, *key);
    REQUIRE(text);
    const auto jwt = crypto::decodeJwt(*text);
    REQUIRE(jwt);
    CHECK(jwt->payload == json::Value(payload));
    CHECK(jwt->header.stringAt("alg") == "ES256");
    CHECK(jwt->header.stringAt("typ") == "dpop+jwt");
    CHECK(jwt->verify(key->publicKey()));
    CHECK_FALSE(jwt->verify(other->publicKey()));
}

TEST_CASE("no changed character of a signed token verifies")
{
    const auto key = crypto::SigningKey::make();
    REQUIRE(key);
    const auto text = crypto::encodeJwt({}, {{"a", 1}}, *key);
    REQUIRE(text);
    for (std::size_t i = 0; i < text->size(); ++i) {
        std::string changed = *text;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        const auto jwt = crypto::decodeJwt(changed);
        CHECK((!jwt || !jwt->verify(key->publicKey())));
    }
}

TEST_CASE("a token of another form is refused")
{
    const auto codeOf = [](const std::string &text) {
        const auto jwt = crypto::decodeJwt(text);
        REQUIRE_FALSE(jwt);
        return jwt.error().code();
    };
    REQUIRE(crypto::decodeJwt(tokenOf(R"({"alg":"ES256"})", "{}")));
    CHECK(codeOf(tokenOf(R"({"alg":"none"})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"HS256"})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"es256"})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":["ES256"]})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"ES256","alg":"none"})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"([])", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"ES256"})", "1")) == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"ES256","crit":["b64"],"b64":false})", "{}")) == ErrorCode::Unsupported);
    CHECK(codeOf("") == ErrorCode::InvalidInput);
    CHECK(codeOf("..") == ErrorCode::InvalidInput);
    CHECK(codeOf(part(R"({"alg":"ES256"})") + ".e30") == ErrorCode::InvalidInput);
    CHECK(codeOf(part(R"({"alg":"ES256"})") + ".e30.") == ErrorCode::InvalidInput);
    CHECK(codeOf(tokenOf(R"({"alg":"ES256"})", "{}") + ".e30") == ErrorCode::InvalidInput);
    CHECK(codeOf(' ' + tokenOf(R"({"alg":"ES256"})", "{}")) == ErrorCode::InvalidInput);
    CHECK(codeOf(std::string(crypto::MaxJwtSize + 1, 'A')) == ErrorCode::TooLarge);
}

TEST_CASE("a token too long to be read is not made")
{
    const auto key = crypto::SigningKey::make();
    REQUIRE(key);
    const auto text = crypto::encodeJwt({}, {{"a", std::string(crypto::MaxJwtSize, 'x')}}, *key);
    REQUIRE_FALSE(text);
    CHECK(text.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a sealed token opens for its key and purpose only")
{
    crypto::SystemRandom random;
    const auto key = crypto::SecretBytes::makeRandom(random, 32);
    const json::Value content = json::Object{{"device", "d"}, {"expires", 12}};
    const auto token = crypto::sealToken(key, "access", content, random);
    REQUIRE(token);
    const auto opened = crypto::openToken(key, "access", *token);
    REQUIRE(opened);
    CHECK(*opened == content);

    const auto refused = [](const base::Result<json::Value> &result) {
        return !result && result.error().code() == ErrorCode::Refused;
    };
    CHECK(refused(crypto::openToken(key, "nonce", *token)));
    CHECK(refused(crypto::openToken(crypto::SecretBytes::makeRandom(random, 32), "access", *token)));
    CHECK(refused(crypto::openToken(key, "access", "")));
    CHECK(refused(crypto::openToken(key, "access", "AAAA")));
    for (std::size_t i = 0; i < token->size(); ++i) {
        std::string changed = *token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK(refused(crypto::openToken(key, "access", changed)));
    }
    CHECK(crypto::openToken(key, "access", std::string(9000, 'A')).error().code() == ErrorCode::TooLarge);
    CHECK(crypto::sealToken(key, "access", std::string(9000, 'A'), random).error().code() == ErrorCode::TooLarge);
}
