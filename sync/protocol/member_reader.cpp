#include "sync/protocol/member_reader.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

base::Error wrong(std::string_view name, std::string_view words)
{
    return base::Error(ErrorCode::InvalidInput, std::string(name) + " must be " + std::string(words));
}

} // namespace

Result<json::Value> readObject(std::string_view body, std::size_t maxBytes)
{
    TRY(json::Value value, json::parse(body, {.maxBytes = maxBytes, .maxDepth = 16}));
    if (!value.isObject())
        return fail(ErrorCode::InvalidInput, "the body must be an object");
    return value;
}

Result<std::int64_t> requireCount(const json::Value &object, std::string_view name, std::int64_t minimum)
{
    TRY(const std::int64_t number, object.requireInteger(name));
    if (number < minimum)
        return fail(wrong(name, "at least " + std::to_string(minimum)));
    return number;
}

Result<base::Instant> requireInstant(const json::Value &object, std::string_view name)
{
    TRY(const std::int64_t number, object.requireInteger(name));
    return base::instantFromMs(number);
}

Result<base::Hash> requireHash(const json::Value &object, std::string_view name)
{
    TRY(const std::string text, object.requireString(name));
    const auto hash = base::hashFromBase64Url(text);
    if (!hash)
        return fail(wrong(name, "a hash"));
    return *hash;
}

Result<base::Bytes> requireBytes(const json::Value &object, std::string_view name, std::size_t size)
{
    TRY(const std::string text, object.requireString(name));
    auto bytes = base::fromBase64Url(text);
    if (!bytes || bytes->size() != size)
        return fail(wrong(name, std::to_string(size) + " bytes in base64url"));
    return std::move(*bytes);
}

Result<crypto::Signature> requireSignature(const json::Value &object, std::string_view name)
{
    TRY(const std::string text, object.requireString(name));
    const auto signature = crypto::signatureFromBase64Url(text);
    if (!signature)
        return fail(wrong(name, "a signature"));
    return *signature;
}

Result<crypto::PublicKey> requireKey(const json::Value &object, std::string_view name)
{
    const json::Value *member = object.find(name);
    if (!member)
        return fail(wrong(name, "a key"));
    auto key = crypto::PublicKey::fromJwk(*member);
    if (!key)
        return fail(key.error().withContext(name));
    return std::move(*key);
}

Result<std::string> requireText(const json::Value &object, std::string_view name, std::size_t maxBytes)
{
    TRY(std::string text, object.requireString(name));
    if (text.size() > maxBytes)
        return fail(ErrorCode::TooLarge, std::string(name) + " is too long");
    return text;
}

} // namespace faltakt::protocol
