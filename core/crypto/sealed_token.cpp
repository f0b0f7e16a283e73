#include "core/crypto/sealed_token.h"

#include "core/crypto/aead.h"

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxTokenSize = 8 * 1024;

std::string contextOf(std::string_view purpose) { return "faltakt-token-1 " + std::string(purpose); }

} // namespace

Result<std::string> sealToken(const SecretBytes &key, std::string_view purpose, const base::json::Value &content,
                              base::Random &random)
{
    const std::string plain = base::json::serialise(content);
    TRY(const auto sealed, seal(key, base::bytesOf(plain), base::bytesOf(contextOf(purpose)), random));
    std::string token = base::toBase64Url(sealed);
    if (token.size() > MaxTokenSize)
        return fail(ErrorCode::TooLarge, "token");
    return token;
}

Result<base::json::Value> openToken(const SecretBytes &key, std::string_view purpose, std::string_view token)
{
    if (token.size() > MaxTokenSize)
        return fail(ErrorCode::TooLarge, "token");
    const auto sealed = base::fromBase64Url(token);
    if (!sealed)
        return fail(ErrorCode::Refused, "token");
    const auto plain = open(key, *sealed, base::bytesOf(contextOf(purpose)));
    if (!plain)
        return fail(ErrorCode::Refused, "token");
    auto content = base::json::parse(base::textOf(*plain));
    if (!content)
        return fail(ErrorCode::Refused, "token");
    return content;
}

} // namespace faltakt::crypto
