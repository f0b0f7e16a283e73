#include "core/crypto/jwt.h"

namespace faltakt::crypto {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<json::Value> decodePart(std::string_view part, const char *name)
{
    auto bytes = base::fromBase64Url(part);
    if (!bytes)
        return fail(bytes.error().withContext(name));
    auto value = json::parse(base::textOf(*bytes), {.maxBytes = MaxJwtSize, .maxDepth = 8});
    if (!value)
        return fail(value.error().withContext(name));
    if (!value->isObject())
        return fail(ErrorCode::InvalidInput, std::string(name) + " is no object");
    return value;
}

} // namespace

Result<std::string> encodeJwt(json::Object header, const json::Object &payload, const SigningKey &key)
{
    header.set("alg", "ES256");
    std::string text = base::toBase64Url(base::bytesOf(json::serialise(std::move(header)))) + '.'
                       + base::toBase64Url(base::bytesOf(json::serialise(payload)));
    TRY(const Signature signature, key.sign(base::bytesOf(text)));
    text += '.' + base::toBase64Url(signature);
    if (text.size() > MaxJwtSize)
        return fail(ErrorCode::TooLarge, "token");
    return text;
}

Result<Jwt> decodeJwt(std::string_view text)
{
    if (text.size() > MaxJwtSize)
        return fail(ErrorCode::TooLarge, "token");
    const auto firstDot = text.find('.');
    const auto secondDot = firstDot == std::string_view::npos ? firstDot : text.find('.', firstDot + 1);
    if (secondDot == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "token has not three parts");
    Jwt jwt;
    TRY(jwt.header, decodePart(text.substr(0, firstDot), "token header"));
    if (jwt.header.stringAt("alg") != "ES256")
        return fail(ErrorCode::InvalidInput, "token algorithm");
    if (jwt.header.find("crit"))
        return fail(ErrorCode::Unsupported, "token with critical extensions");
    TRY(jwt.payload, decodePart(text.substr(firstDot + 1, secondDot - firstDot - 1), "token payload"));
    // A fourth part would hold a dot, which is no base64url character.
    TRY(jwt.signature, signatureFromBase64Url(text.substr(secondDot + 1)));
    jwt.signingInput = text.substr(0, secondDot);
    return jwt;
}

} // namespace faltakt::crypto
