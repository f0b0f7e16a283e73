#include "core/crypto/jwt.h"
#include "core/crypto/system_random.h"
#include "sync/protocol/dpop.h"
#include "sync/protocol/token_assertion.h"
#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;

namespace {

const base::Instant Now = base::instantFromMs(1'700'000'000'000);

const crypto::SigningKey &deviceKey()
{
    static const crypto::SigningKey Key = std::move(*crypto::SigningKey::make());
    return Key;
}

std::string proofFor(const ProofTarget &target)
{
    crypto::SystemRandom random;
    return makeProof(deviceKey(), target, Now, random).value();
}

/// A proof whose header and claims are the test's own.
std::string forged(base::json::Object header, const base::json::Object &claims)
{
    return crypto::encodeJwt(std::move(header), claims, deviceKey()).value();
}
base::json::Object goodHeader() { return {{"typ", "dpop+jwt"}, {"jwk", deviceKey().publicKey().toJwk()}}; }
base::json::Object goodClaims()
{
    return {
        {"jti", "one"}, {"htm", "POST"}, {"htu", "https://server.example:8443/v1/push"}, {"iat", 1}, {"nonce", "n"}};
}

const ProofTarget Push{"POST", "https://server.example:8443/v1/push", "nonce-1", "token-1"};
const ProofTarget PushWithoutToken{"POST", "https://server.example:8443/v1/push", "", ""};

} // namespace

TEST_CASE("a proof is accepted for what it was made for")
{
    const auto proof = checkProof(proofFor(Push), Push);
    REQUIRE(proof);
    CHECK(proof->key == deviceKey().publicKey());
    CHECK(proof->thumbprint == deviceKey().publicKey().thumbprint());
    CHECK(proof->nonce == "nonce-1");
    CHECK(proof->jti.size() == 22);
}

TEST_CASE("two proofs for the same request are not the same proof")
{
    CHECK(checkProof(proofFor(Push), Push)->jti != checkProof(proofFor(Push), Push)->jti);
}

TEST_CASE("query, fragment, case of the host and default port play no part")
{
    const ProofTarget long_{"GET", "https://Server.Example:443/v1/pull?cursor=x&wait=5#y", "", "t"};
    const ProofTarget short_{"GET", "https://server.example/v1/pull", "", "t"};
    CHECK(checkProof(proofFor(long_), short_));
    CHECK(checkProof(proofFor(short_), long_));
}

TEST_CASE("a proof for another method, address or token is refused")
{
    const std::string proof = proofFor(Push);
    const auto codeFor = [&](const ProofTarget &target) { return checkProof(proof, target).error().code(); };
    CHECK(codeFor({"GET", Push.url, "", Push.token}) == ErrorCode::Refused);
    CHECK(codeFor({"POST", "https://server.example:8443/v1/pull", "", Push.token}) == ErrorCode::Refused);
    CHECK(codeFor({"POST", "https://other.example:8443/v1/push", "", Push.token}) == ErrorCode::Refused);
    CHECK(codeFor({"POST", "http://server.example:8443/v1/push", "", Push.token}) == ErrorCode::Refused);
    CHECK(codeFor({"POST", Push.url, "", "token-2"}) == ErrorCode::Refused);
    CHECK(codeFor({"POST", Push.url, "", ""}) == ErrorCode::Refused);
    CHECK(checkProof(proofFor(PushWithoutToken), Push).error().code() == ErrorCode::Refused);
    CHECK(checkProof(proofFor(PushWithoutToken), PushWithoutToken)->nonce.empty());
}

TEST_CASE("a proof that was changed, or claims another key, is refused")
{
    std::string proof = proofFor(Push);
    std::string changed = proof;
    const auto at = changed.rfind('.') + 3;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    CHECK_FALSE(checkProof(changed, Push));
    const auto other = crypto::SigningKey::make();
    base::json::Object header = goodHeader();
    header.set("jwk", other->publicKey().toJwk());
    CHECK(checkProof(forged(header, goodClaims()), PushWithoutToken).error().code() == ErrorCode::Refused);
}

TEST_CASE("a proof with a wrong form is refused")
{
    REQUIRE(checkProof(forged(goodHeader(), goodClaims()), PushWithoutToken));
    for (const char *member : {"jti", "htm", "htu", "iat"}) {
        INFO(member);
        base::json::Object claims = goodClaims();
        claims.remove(member);
        CHECK_FALSE(checkProof(forged(goodHeader(), claims), PushWithoutToken));
    }
    base::json::Object claims = goodClaims();
    claims.set("jti", std::string(65, 'j'));
    CHECK_FALSE(checkProof(forged(goodHeader(), claims), PushWithoutToken));
    claims = goodClaims();
    claims.set("nonce", 5);
    CHECK_FALSE(checkProof(forged(goodHeader(), claims), PushWithoutToken));
    base::json::Object header = goodHeader();
    header.set("typ", "JWT");
    CHECK_FALSE(checkProof(forged(header, goodClaims()), PushWithoutToken));
    header = goodHeader();
    header.remove("jwk");
    CHECK_FALSE(checkProof(forged(header, goodClaims()), PushWithoutToken));
    CHECK_FALSE(checkProof("", PushWithoutToken));
    CHECK_FALSE(checkProof("a.b.c", PushWithoutToken));
}

TEST_CASE("only plain http addresses are targets")
{
    CHECK(normaliseTarget("HTTPS://Host/Path?x").value() == "https://host/Path");
    CHECK(normaliseTarget("https://host").value() == "https://host/");
    for (const char *url : {"", "host/path", "ftp://host/", "https://", "https://user@host/", "https:///path"})
        CHECK_FALSE(normaliseTarget(url));
}

TEST_CASE("a token assertion holds for its device, tenant and key alone")
{
    crypto::SystemRandom random;
    const auto device = test::id<base::DeviceId>(1);
    const auto tenant = test::id<base::TenantId>(2);
    const std::string assertion = makeTokenAssertion(deviceKey(), device, tenant, random).value();
    CHECK(checkTokenAssertion(assertion, deviceKey().publicKey(), device, tenant));
    const auto codeOf = [](const base::Result<void> &result) { return result.error().code(); };
    CHECK(codeOf(checkTokenAssertion(assertion, deviceKey().publicKey(), test::id<base::DeviceId>(3), tenant))
          == ErrorCode::Refused);
    CHECK(codeOf(checkTokenAssertion(assertion, deviceKey().publicKey(), device, test::id<base::TenantId>(3)))
          == ErrorCode::Refused);
    CHECK(codeOf(checkTokenAssertion(assertion, crypto::SigningKey::make()->publicKey(), device, tenant))
          == ErrorCode::Refused);
    CHECK(codeOf(checkTokenAssertion("x", deviceKey().publicKey(), device, tenant)) == ErrorCode::InvalidInput);
    CHECK_FALSE(checkTokenAssertion(forged({}, {{"iss", device.toString()}, {"aud", tenant.toString()}}),
                                    deviceKey().publicKey(), device, tenant));
}
