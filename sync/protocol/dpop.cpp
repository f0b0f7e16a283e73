#include "sync/protocol/dpop.h"

#include "core/crypto/hash.h"
#include "core/crypto/jwt.h"

#include <algorithm>
#include <array>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view ProofType = "dpop+jwt";
constexpr std::size_t LongestJti = 64;
constexpr std::size_t LongestNonce = 1024;
constexpr std::size_t LongestUrl = 2048;

std::string tokenHash(std::string_view token) { return base::toBase64Url(crypto::sha256(base::bytesOf(token))); }

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return result;
}

Result<void> checkTokenHash(const json::Value &payload, std::string_view token)
{
    const json::Value *hash = payload.find("ath");
    if (token.empty())
        return hash ? Result<void>(fail(ErrorCode::Refused, "proof: ath without a token")) : Result<void>();
    if (!hash || !hash->string() || *hash->string() != tokenHash(token))
        return fail(ErrorCode::Refused, "proof: ath is not that of the token");
    return {};
}

} // namespace

Result<std::string> normaliseTarget(std::string_view url)
{
    if (url.size() > LongestUrl)
        return fail(ErrorCode::TooLarge, "URL");
    url = url.substr(0, url.find_first_of("?#"));
    const auto schemeEnd = url.find("://");
    if (schemeEnd == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "URL without scheme");
    const std::string scheme = lowered(url.substr(0, schemeEnd));
    if (scheme != "https" && scheme != "http")
        return fail(ErrorCode::InvalidInput, "URL of a foreign scheme");
    const std::string_view rest = url.substr(schemeEnd + 3);
    const auto pathBegin = std::min(rest.find('/'), rest.size());
    std::string authority = lowered(rest.substr(0, pathBegin));
    if (authority.empty() || authority.find('@') != std::string::npos)
        return fail(ErrorCode::InvalidInput, "URL without a plain host");
    const std::string_view defaultPort = scheme == "https" ? ":443" : ":80";
    if (authority.ends_with(defaultPort))
        authority.resize(authority.size() - defaultPort.size());
    const std::string_view path = rest.substr(pathBegin);
    return scheme + "://" + authority + (path.empty() ? "/" : std::string(path));
}

Result<std::string> makeProof(const crypto::SigningKey &key, const ProofTarget &target, base::Instant now,
                              base::Random &random)
{
    TRY(std::string url, normaliseTarget(target.url));
    std::array<std::uint8_t, 16> jti{};
    random.fill(jti);
    json::Object payload{
        {"jti", base::toBase64Url(jti)},
        {"htm", target.method},
        {"htu", std::move(url)},
        {"iat", std::int64_t(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count())}};
    if (!target.nonce.empty())
        payload.append("nonce", target.nonce);
    if (!target.token.empty())
        payload.append("ath", tokenHash(target.token));
    return crypto::encodeJwt({{"typ", ProofType}, {"jwk", key.publicKey().toJwk()}}, payload, key);
}

Result<Proof> checkProof(std::string_view text, const ProofTarget &expected)
{
    TRY(const crypto::Jwt jwt, crypto::decodeJwt(text));
    if (jwt.header.stringAt("typ") != ProofType)
        return fail(ErrorCode::InvalidInput, "proof: typ");
    const json::Value *jwk = jwt.header.find("jwk");
    if (!jwk)
        return fail(ErrorCode::InvalidInput, "proof: jwk is missing");
    TRY(crypto::PublicKey key, crypto::PublicKey::fromJwk(*jwk));
    if (!jwt.verify(key))
        return fail(ErrorCode::Refused, "proof: signature");
    TRY(std::string jti, jwt.payload.requireString("jti"));
    if (jti.empty() || jti.size() > LongestJti)
        return fail(ErrorCode::InvalidInput, "proof: jti has a wrong length");
    TRY_VOID(jwt.payload.requireInteger("iat"));
    TRY(const std::string method, jwt.payload.requireString("htm"));
    if (method != expected.method)
        return fail(ErrorCode::Refused, "proof: htm is another method");
    TRY(const std::string url, jwt.payload.requireString("htu"));
    TRY(const std::string target, normaliseTarget(url));
    TRY(const std::string expectedTarget, normaliseTarget(expected.url));
    if (target != expectedTarget)
        return fail(ErrorCode::Refused, "proof: htu is another address");
    TRY_VOID(checkTokenHash(jwt.payload, expected.token));
    std::string nonce;
    if (jwt.payload.find("nonce")) {
        TRY(nonce, jwt.payload.requireString("nonce"));
        if (nonce.size() > LongestNonce)
            return fail(ErrorCode::TooLarge, "proof: nonce");
    }
    std::string thumbprint = key.thumbprint();
    return Proof{std::move(key), std::move(thumbprint), std::move(jti), std::move(nonce)};
}

} // namespace faltakt::protocol
