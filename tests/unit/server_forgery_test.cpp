// Proofs and tokens that somebody else made, altered, or used before: each is turned away with the right code, over real TLS.
#include "tests/unit/server_served.h"

#include "core/crypto/hash.h"

#include <functional>

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
namespace protocol = faltakt::protocol;
namespace json = faltakt::base::json;

namespace {

std::string part(const json::Object &object) { return base::toBase64Url(base::bytesOf(json::serialise(object))); }

using Sign = std::function<std::string(const std::string &)>;

/// A proof that is right in all its parts, for a test to spoil one of them.
struct Draft {
    json::Object header;
    json::Object payload;
    Sign sign;

    [[nodiscard]] std::string text() const
    {
        const std::string input = part(header) + '.' + part(payload);
        return input + '.' + sign(input);
    }
};

struct Forger : Served {
    Forger() : thief(need(crypto::SigningKey::make())) {}

    Sign by(const crypto::SigningKey &key) const
    {
        return [&key](const std::string &input) { return base::toBase64Url(need(key.sign(base::bytesOf(input)))); };
    }
    Draft draft(const std::string &nonce, const std::string &held)
    {
        Draft made;
        made.header = {{"typ", "dpop+jwt"}, {"alg", "ES256"}, {"jwk", device->key.publicKey().toJwk()}};
        made.payload = {{"jti", ids.makeId<CaseId>().toString()},
                        {"htm", "GET"},
                        {"htu", "https://localhost/v1/pull"},
                        {"iat", 1},
                        {"nonce", nonce},
                        {"ath", base::toBase64Url(crypto::sha256(base::bytesOf(held)))}};
        made.sign = by(device->key);
        return made;
    }
    RawAnswer pullWith(TlsClient &through, const std::string &proofText, const std::string &held)
    {
        return through.ask("GET", "/v1/pull", {}, "DPoP: " + proofText + "\r\nAuthorization: DPoP " + held + "\r\n");
    }
    static std::string codeOf(const RawAnswer &answer)
    {
        return answer.status == 200
                   ? "let in"
                   : std::string(protocol::refusalName(need(protocol::decodeErrorAnswer(answer.body)).error));
    }

    crypto::SigningKey thief;
};

} // namespace

TEST_CASE_METHOD(Forger, "a proof with one part that is not right is turned away")
{
    TlsClient one = client();
    const std::string held = token(one);
    const std::string nonce = freshNonce(one);
    REQUIRE(codeOf(pullWith(one, draft(nonce, held).text(), held)) == "let in");
    using Spoil = std::function<void(Draft &)>;
    const auto set = [](const char *name, json::Value value) -> Spoil {
        return [=](Draft &draft) { draft.payload.set(name, value); };
    };
    const auto without = [](const char *name) -> Spoil { return [=](Draft &draft) { draft.payload.remove(name); }; };
    const auto head = [](const char *name, json::Value value) -> Spoil {
        return [=](Draft &draft) { draft.header.set(name, value); };
    };
    json::Object privateJwk = device->key.publicKey().toJwk();
    privateJwk.set("d", base::toBase64Url(base::Bytes(32, 1)));
    json::Object otherCurve = device->key.publicKey().toJwk();
    otherCurve.set("crv", "P-384");
    json::Object offCurve = device->key.publicKey().toJwk();
    offCurve.set("y", base::toBase64Url(base::Bytes(32, 1)));
    const Sign zeros = [](const std::string &) { return base::toBase64Url(base::Bytes(64, 0)); };
    const Sign nothing = [](const std::string &) { return std::string(); };
    const Sign hmac = [&](const std::string &input) {
        // The public key taken for a secret, as HS256 would have it.
        const auto secret = crypto::SecretBytes::copyOf(base::bytesOf(device->key.publicKey().thumbprint()));
        return base::toBase64Url(crypto::mac(secret, base::bytesOf(input)));
    };
    const std::vector<std::tuple<const char *, Spoil, const char *>> cases{
        {"another method", set("htm", "POST"), "proof"},
        {"a method in small letters", set("htm", "get"), "proof"},
        {"no method", without("htm"), "proof"},
        {"another path", set("htu", "https://localhost/v1/push"), "proof"},
        {"a longer path", set("htu", "https://localhost/v1/pull/x"), "proof"},
        {"another host", set("htu", "https://evil.example/v1/pull"), "proof"},
        {"another port", set("htu", "https://localhost:444/v1/pull"), "proof"},
        {"another scheme", set("htu", "http://localhost/v1/pull"), "proof"},
        {"a user in the host", set("htu", "https://a@localhost/v1/pull"), "proof"},
        {"no URL", without("htu"), "proof"},
        {"a URL that is a number", set("htu", 7), "proof"},
        {"no jti", without("jti"), "proof"},
        {"an empty jti", set("jti", ""), "proof"},
        {"a jti that is too long", set("jti", std::string(65, 'a')), "proof"},
        {"no iat", without("iat"), "proof"},
        {"an iat in words", set("iat", "now"), "proof"},
        {"no ath", without("ath"), "proof"},
        {"the ath of another token", set("ath", base::toBase64Url(crypto::sha256(base::bytesOf("x")))), "proof"},
        {"no nonce", without("nonce"), "use_dpop_nonce"},
        {"an empty nonce", set("nonce", ""), "use_dpop_nonce"},
        {"a nonce that somebody made", set("nonce", base::toBase64Url(base::Bytes(48, 3))), "use_dpop_nonce"},
        {"a nonce that was altered", set("nonce", nonce.substr(0, nonce.size() - 2) + "AA"), "use_dpop_nonce"},
        {"a nonce that is much too long", set("nonce", std::string(2000, 'a')), "proof"},
        {"alg none", head("alg", "none"), "proof"},
        {"alg none without a signature",
         [&](Draft &d) {
             d.header.set("alg", "none");
             d.sign = nothing;
         },
         "proof"},
        {"alg HS256",
         [&](Draft &d) {
             d.header.set("alg", "HS256");
             d.sign = hmac;
         },
         "proof"},
        {"a MAC as ES256", [&](Draft &d) { d.sign = hmac; }, "proof"},
        {"alg in small letters", head("alg", "es256"), "proof"},
        {"another type", head("typ", "JWT"), "proof"},
        {"a critical extension", head("crit", json::Array{json::Value("b64")}), "proof"},
        {"a signature of zeros", [&](Draft &d) { d.sign = zeros; }, "proof"},
        {"no signature", [&](Draft &d) { d.sign = nothing; }, "proof"},
        {"another's signature under the own key", [&](Draft &d) { d.sign = by(thief); }, "proof"},
        {"another's key and signature",
         [&](Draft &d) {
             d.header.set("jwk", thief.publicKey().toJwk());
             d.sign = by(thief);
         },
         "token"},
        {"no key", [&](Draft &d) { d.header.remove("jwk"); }, "proof"},
        {"a private key", head("jwk", privateJwk), "proof"},
        {"a key of another curve", head("jwk", otherCurve), "proof"},
        {"a key beside the curve", head("jwk", offCurve), "proof"},
        {"a key in words", head("jwk", "device"), "proof"},
    };
    for (const auto &[name, spoil, code] : cases) {
        INFO(name);
        Draft spoilt = draft(freshNonce(one), held);
        spoil(spoilt);
        CHECK(codeOf(pullWith(one, spoilt.text(), held)) == code);
    }
    std::printf("forged proofs: %zu kinds, none let in\n", cases.size());
}

TEST_CASE_METHOD(Forger, "a proof counts once, whatever it is used for the second time")
{
    TlsClient one = client();
    const std::string held = token(one);
    const std::string used = draft(freshNonce(one), held).text();
    REQUIRE(codeOf(pullWith(one, used, held)) == "let in");
    CHECK(codeOf(pullWith(one, used, held)) == "use_dpop_nonce");
    // The jti again under a fresh nonce, with everything signed anew: still used.
    Draft first = draft(freshNonce(one), held);
    REQUIRE(codeOf(pullWith(one, first.text(), held)) == "let in");
    first.payload.set("nonce", freshNonce(one));
    CHECK(codeOf(pullWith(one, first.text(), held)) == "use_dpop_nonce");
    // Two proofs, one of them good.
    TlsClient other = client();
    const auto answer = other.ask("GET", "/v1/pull", {},
                                  "DPoP: " + draft(freshNonce(one), held).text() + "\r\nDPoP: " + used
                                      + "\r\nAuthorization: DPoP " + held + "\r\n");
    CHECK(answer.status == 401);
}

TEST_CASE_METHOD(Forger, "a token is its device's, and no part of it can be altered")
{
    TlsClient one = client();
    const std::string held = token(one);
    for (std::size_t at = 0; at < held.size(); at += 7) {
        std::string altered = held;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        INFO(at);
        CHECK(codeOf(pullWith(one, draft(freshNonce(one), altered).text(), altered)) == "token");
    }
    const std::string cut = held.substr(0, held.size() / 2);
    CHECK(codeOf(pullWith(one, draft(freshNonce(one), cut).text(), cut)) == "token");
    // Sealed by the same server, for another purpose: a nonce is no token.
    const std::string nonce = freshNonce(one);
    CHECK(codeOf(pullWith(one, draft(nonce, nonce).text(), nonce)) == "token");
    // Sealed by another server with the very same content.
    const auto otherBoot = crypto::SecretBytes::makeRandom(systemRandom, 32);
    ProofGate other(otherBoot, monotonic, systemRandom);
    const std::string foreign = need(other.tokens().make(device->session, device->key.publicKey().thumbprint()));
    CHECK(codeOf(pullWith(one, draft(freshNonce(one), foreign).text(), foreign)) == "token");
}

TEST_CASE_METHOD(Forger, "nonces and tokens grow old")
{
    base::ManualClock time(Start);
    ProofGate aging(bootKey, time, systemRandom);
    const auto session = device->session;
    const auto held = need(aging.tokens().make(session, device->key.publicKey().thumbprint()));
    const auto enter = [&](const std::string &nonce) {
        const std::string made = draft(nonce, held).text();
        const std::string authorization = "DPoP " + held;
        const auto outcome = aging.checkToken({"GET", "localhost", "/v1/pull", made, authorization});
        const auto *refusal = std::get_if<protocol::Refusal>(&outcome);
        return refusal ? std::string(protocol::refusalName(*refusal)) : std::string("let in");
    };
    const std::string nonce = aging.makeNonce();
    CHECK(enter(nonce) == "let in");
    time.advance(protocol::Limits::NonceLife);
    CHECK(enter(nonce) == "let in");
    time.advance(std::chrono::milliseconds(1));
    CHECK(enter(nonce) == "use_dpop_nonce");
    time.advance(protocol::Limits::TokenLife);
    CHECK(enter(aging.makeNonce()) == "token");
}

TEST_CASE_METHOD(Forger, "a device cannot speak for another, in its own tenant or in a foreign one")
{
    TlsClient one = client();
    const std::string held = token(one);
    TestDevice colleague(*this, addWorker("Bo", team));
    const TenantId otherTenant = addTenant("Flen");
    TestDevice stranger(*this, need(core->administration().addWorker(otherTenant, {}, "Cia", "caseworker")));
    const auto line = device->note(ids.makeId<CaseId>());
    const auto batch = device->append({line.line});
    const auto pushAs = [&](TenantId inTenant, DeviceId as, const crypto::SigningKey &signer) {
        const std::string body = protocol::encodePush(need(protocol::signPush(batch, inTenant, as, signer)));
        return codeOf(one.ask("POST", "/v1/push", body, credentials(one, "POST", "/v1/push", held)));
    };
    CHECK(pushAs(tenant, colleague.session.device, device->key) == "refused");
    CHECK(pushAs(tenant, colleague.session.device, colleague.key) == "refused");
    CHECK(pushAs(otherTenant, stranger.session.device, stranger.key) == "refused");
    CHECK(pushAs(otherTenant, device->session.device, device->key) == "invalid");
    CHECK(pushAs(tenant, device->session.device, thief) == "invalid");
    CHECK(pushAs(tenant, device->session.device, device->key) == "let in");
    // A token for somebody else's device: with the own key, and with an assertion about another device or tenant.
    const auto tokenAs = [&](DeviceId as, DeviceId issuer, TenantId audience, const crypto::SigningKey &signer,
                             const crypto::SigningKey &prover) {
        const auto assertion = need(protocol::makeTokenAssertion(signer, issuer, audience, systemRandom));
        return codeOf(one.ask("POST", "/v1/token", protocol::encode(protocol::TokenRequest{as, assertion}),
                              proof("POST", "/v1/token", freshNonce(one), {}, &prover)));
    };
    const auto own = device->session.device;
    const auto &key = device->key;
    CHECK(tokenAs(colleague.session.device, colleague.session.device, tenant, key, key) == "refused");
    CHECK(tokenAs(stranger.session.device, stranger.session.device, otherTenant, key, key) == "refused");
    CHECK(tokenAs(own, colleague.session.device, tenant, key, key) == "refused");
    CHECK(tokenAs(own, own, otherTenant, key, key) == "refused");
    CHECK(tokenAs(own, own, tenant, thief, key) == "refused");
    CHECK(tokenAs(own, own, tenant, key, thief) == "refused");
    CHECK(tokenAs(own, own, tenant, key, key) == "let in");
    // A greeting in another's name.
    protocol::HelloRequest greeting;
    greeting.device = colleague.session.device;
    greeting.app = "test";
    CHECK(codeOf(one.ask("POST", "/v1/hello", protocol::encode(greeting), proof("POST", "/v1/hello", freshNonce(one))))
          == "refused");
}
