// Nonces, tokens, used proofs and rates.
#include "core/crypto/initialise.h"
#include "core/crypto/system_random.h"
#include "sync/server/auth/proof_gate.h"
#include "sync/server/http/rate_limiter.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace std::chrono_literals;
using protocol::Refusal;

namespace {

struct Gate {
    Gate()
        : clock(base::Instant()), bootKey(makeKey()), gate(bootKey, clock, random),
          device(crypto::SigningKey::make().value())
    {
    }

    static crypto::SecretBytes makeKey()
    {
        REQUIRE(crypto::initialise().has_value());
        crypto::SystemRandom random;
        return crypto::SecretBytes::makeRandom(random, 32);
    }
    std::string proof(const std::string &nonce, std::string_view token = {},
                      std::string_view url = "https://host/v1/push")
    {
        return protocol::makeProof(device, {.method = "POST", .url = url, .nonce = nonce, .token = token}, clock.now(),
                                   random)
            .value();
    }
    static ProofInput input(std::string_view proof, std::string_view authorization = {})
    {
        return {"POST", "host", "/v1/push", proof, authorization};
    }
    std::optional<Refusal> refusalOf(const ProofInput &in)
    {
        const auto checked = gate.checkProof(in);
        const auto *refusal = std::get_if<Refusal>(&checked);
        return refusal ? std::optional(*refusal) : std::nullopt;
    }
    std::optional<Refusal> tokenRefusal(const ProofInput &in)
    {
        const auto checked = gate.checkToken(in);
        const auto *refusal = std::get_if<Refusal>(&checked);
        return refusal ? std::optional(*refusal) : std::nullopt;
    }

    base::ManualClock clock;
    crypto::SystemRandom random;
    crypto::SecretBytes bootKey;
    ProofGate gate;
    crypto::SigningKey device;
};

} // namespace

TEST_CASE_METHOD(Gate, "a proof with a fresh nonce is let in once")
{
    const std::string text = proof(gate.makeNonce());
    CHECK_FALSE(refusalOf(input(text)));
    CHECK(refusalOf(input(text)) == Refusal::UseDpopNonce);
}

TEST_CASE_METHOD(Gate, "a proof without nonce, with an old one or with a foreign one is asked for again")
{
    CHECK(refusalOf(input({})) == Refusal::UseDpopNonce);
    CHECK(refusalOf(input(proof(""))) == Refusal::UseDpopNonce);
    CHECK(refusalOf(input(proof("AQFhYmM"))) == Refusal::UseDpopNonce);
    const std::string old = proof(gate.makeNonce());
    clock.advance(301s);
    CHECK(refusalOf(input(old)) == Refusal::UseDpopNonce);
}

TEST_CASE_METHOD(Gate, "a proof for another place, or no proof at all, is refused")
{
    CHECK(refusalOf(input(proof(gate.makeNonce(), {}, "https://host/v1/pull"))) == Refusal::Proof);
    CHECK(refusalOf(input(proof(gate.makeNonce(), {}, "https://other/v1/push"))) == Refusal::Proof);
    CHECK(refusalOf(input("no.proof.here")) == Refusal::Proof);
}

TEST_CASE_METHOD(Gate, "a token counts only with its own key's proof, and not for ever")
{
    const Session session{TenantId(), WorkerId(), DeviceId()};
    const std::string token = gate.tokens().make(session, device.publicKey().thumbprint()).value();
    const std::string header = "DPoP " + token;
    CHECK_FALSE(tokenRefusal(input(proof(gate.makeNonce(), token), header)));
    CHECK(tokenRefusal(input(proof(gate.makeNonce(), token))) == Refusal::Token);
    CHECK(tokenRefusal(input(proof(gate.makeNonce()), header)) == Refusal::Proof);
    const auto other = crypto::SigningKey::make().value();
    const std::string stolen = gate.tokens().make(session, other.publicKey().thumbprint()).value();
    CHECK(tokenRefusal(input(proof(gate.makeNonce(), stolen), "DPoP " + stolen)) == Refusal::Token);
    clock.advance(601s);
    CHECK(tokenRefusal(input(proof(gate.makeNonce(), token), header)) == Refusal::Token);
}

TEST_CASE_METHOD(Gate, "what was fresh when its head came is fresh however long the body took, and used only once")
{
    const Session session{TenantId(), WorkerId(), DeviceId()};
    const std::string token = gate.tokens().make(session, device.publicKey().thumbprint()).value();
    clock.advance(590s);
    const std::string text = proof(gate.makeNonce(), token);
    const std::string header = "DPoP " + token;
    clock.advance(290s);
    auto slow = input(text, header);
    CHECK(tokenRefusal(slow) == Refusal::Token);
    auto again = proof(gate.makeNonce(), token);
    clock.advance(20s);
    slow = input(again, header);
    slow.ago = 310s;
    CHECK_FALSE(tokenRefusal(slow));
    CHECK(tokenRefusal(slow) == Refusal::UseDpopNonce);
    // The body does not make an old nonce young.
    const std::string old = proof(gate.makeNonce());
    clock.advance(400s);
    slow = input(old);
    slow.ago = 90s;
    CHECK(refusalOf(slow) == Refusal::UseDpopNonce);
}

TEST_CASE_METHOD(Gate, "a nonce is no token and a token no nonce")
{
    const std::string nonce = gate.makeNonce();
    CHECK_FALSE(gate.tokens().open(nonce, device.publicKey().thumbprint()).has_value());
    const std::string token = gate.tokens().make({}, device.publicKey().thumbprint()).value();
    CHECK(refusalOf(input(proof(token))) == Refusal::UseDpopNonce);
}

TEST_CASE("forgetting used proofs never lets one in again")
{
    ReplayCache cache(3);
    for (int i = 0; i < 30; ++i)
        REQUIRE(cache.firstUse("key", "jti" + std::to_string(i), std::chrono::seconds(i)));
    for (int i = 0; i < 30; ++i)
        CHECK_FALSE(cache.firstUse("key", "jti" + std::to_string(i), std::chrono::seconds(i)));
    CHECK(cache.firstUse("other", "jti29", 30s));
}

TEST_CASE("a bucket gives its burst, then its rate")
{
    base::ManualClock clock{base::Instant()};
    RateLimiter limiter(clock, {.perSecond = 10, .burst = 3});
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(limiter.take("a"));
    const auto wait = limiter.take("a");
    REQUIRE(wait);
    CHECK_FALSE(limiter.take("b"));
    clock.advance(*wait);
    CHECK_FALSE(limiter.take("a"));
    CHECK(limiter.take("a"));
}

TEST_CASE("a flood of names costs no more than the bound, and quiet names make room")
{
    base::ManualClock clock{base::Instant()};
    RateLimiter limiter(clock, {.perSecond = 1, .burst = 2}, 2);
    CHECK_FALSE(limiter.take("a"));
    CHECK_FALSE(limiter.take("b"));
    CHECK(limiter.take("c"));
    clock.advance(2s);
    CHECK_FALSE(limiter.take("c"));
}
