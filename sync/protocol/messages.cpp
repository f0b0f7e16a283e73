// Enrolment, tokens and errors; hello.cpp has the rest of the calls with one object.
#include "sync/protocol/messages.h"

#include "sync/protocol/member_reader.h"

#include <array>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::size_t BoxKeyBytes = 32;
constexpr std::size_t PackKeyBytes = 32; // Ed25519
constexpr std::size_t TokenBytes = 8 * 1024;

struct RefusalEntry {
    Refusal refusal;
    std::string_view name;
    int status;
};
constexpr std::array<RefusalEntry, 12> Refusals = {{
    {Refusal::Invalid, "invalid", 400},
    {Refusal::UseDpopNonce, "use_dpop_nonce", 401},
    {Refusal::Proof, "proof", 401},
    {Refusal::Token, "token", 401},
    {Refusal::Refused, "refused", 403},
    {Refusal::NotFound, "notFound", 404},
    {Refusal::CodeUsed, "codeUsed", 409},
    {Refusal::TooLarge, "tooLarge", 413},
    {Refusal::TooMany, "tooMany", 429},
    {Refusal::Failed, "failed", 500},
    {Refusal::Busy, "busy", 503},
    {Refusal::Full, "full", 507},
}};

} // namespace

std::string_view refusalName(Refusal refusal) noexcept { return Refusals[std::size_t(refusal)].name; }

int httpStatusOf(Refusal refusal) noexcept { return Refusals[std::size_t(refusal)].status; }

std::optional<Refusal> refusalFromName(std::string_view name) noexcept
{
    for (const RefusalEntry &entry : Refusals)
        if (entry.name == name)
            return entry.refusal;
    return std::nullopt;
}

std::optional<Refusal> refusalFromStatus(int status) noexcept
{
    if (status >= 200 && status < 300)
        return std::nullopt;
    if (status == 401)
        return Refusal::Token;
    for (const RefusalEntry &entry : Refusals)
        if (entry.status == status)
            return entry.refusal;
    if (status == 408 || status == 502 || status == 504)
        return Refusal::Busy;
    return status >= 500 ? Refusal::Failed : Refusal::Refused;
}

std::string encode(const EnrolRequest &message)
{
    return json::serialise(json::Object{{"secret", base::toBase64Url(message.secret)},
                                        {"key", message.key.toJwk()},
                                        {"name", message.name},
                                        {"app", message.app}});
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(const base::Bytes bytes, requireBytes(value, "secret", EnrolmentSecret().size()));
    EnrolmentSecret secret{};
    std::copy(bytes.begin(), bytes.end(), secret.begin());
    TRY(crypto::PublicKey key, requireKey(value, "key"));
    TRY(std::string name, requireText(value, "name", Limits::TextBytes));
    TRY(std::string app, requireText(value, "app", Limits::TextBytes));
    return EnrolRequest{secret, std::move(key), std::move(name), std::move(app)};
}

std::string encode(const EnrolAnswer &message)
{
    json::Object object{{"device", message.device.toString()},
                        {"worker", message.worker.toString()},
                        {"workerName", message.workerName},
                        {"tenant", message.tenant.toString()},
                        {"tenantName", message.tenantName},
                        {"logId", message.logId},
                        {"recoveryKey", base::toBase64Url(message.recoveryKey)},
                        {"outboxKey", base::toBase64Url(message.outboxKey)},
                        {"tenantKey", message.tenantKey.toJwk()},
                        {"profile", message.profile},
                        {"policy", message.policy}};
    if (!message.packKeys.empty()) {
        json::Array keys;
        for (const base::Bytes &key : message.packKeys)
            keys.emplace_back(base::toBase64Url(key));
        object.append("packKeys", std::move(keys));
    }
    return json::serialise(std::move(object));
}

namespace {

Result<std::vector<base::Bytes>> readPackKeys(const json::Value &value)
{
    std::vector<base::Bytes> keys;
    if (!value.find("packKeys"))
        return keys;
    TRY(const json::Array *items, value.requireArray("packKeys"));
    if (items->size() > Limits::PackPublishers)
        return fail(ErrorCode::TooLarge, "packKeys has too many items");
    for (const json::Value &item : *items) {
        auto key = item.string() ? base::fromBase64Url(*item.string()) : fail(ErrorCode::InvalidInput);
        if (!key || key->size() != PackKeyBytes)
            return fail(ErrorCode::InvalidInput, "packKeys must hold keys");
        keys.push_back(std::move(*key));
    }
    return keys;
}

} // namespace

Result<EnrolAnswer> decodeEnrolAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(const auto device, requireId<base::DeviceId>(value, "device"));
    TRY(const auto worker, requireId<base::WorkerId>(value, "worker"));
    TRY(std::string workerName, requireText(value, "workerName", Limits::TextBytes));
    TRY(const auto tenant, requireId<base::TenantId>(value, "tenant"));
    TRY(std::string tenantName, requireText(value, "tenantName", Limits::TextBytes));
    TRY(std::string logId, requireText(value, "logId", Limits::TextBytes));
    TRY(base::Bytes recoveryKey, requireBytes(value, "recoveryKey", BoxKeyBytes));
    TRY(base::Bytes outboxKey, requireBytes(value, "outboxKey", BoxKeyBytes));
    TRY(crypto::PublicKey tenantKey, requireKey(value, "tenantKey"));
    TRY(std::string profile, requireText(value, "profile", Limits::TextBytes));
    TRY(const json::Object *policy, value.requireObject("policy"));
    TRY(auto packKeys, readPackKeys(value));
    return EnrolAnswer{device,
                       worker,
                       std::move(workerName),
                       tenant,
                       std::move(tenantName),
                       std::move(logId),
                       std::move(recoveryKey),
                       std::move(outboxKey),
                       std::move(tenantKey),
                       std::move(profile),
                       *policy,
                       std::move(packKeys)};
}

std::string encode(const TokenRequest &message)
{
    return json::serialise(json::Object{{"device", message.device.toString()}, {"assertion", message.assertion}});
}

Result<TokenRequest> decodeTokenRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(const auto device, requireId<base::DeviceId>(value, "device"));
    TRY(std::string assertion, requireText(value, "assertion", TokenBytes));
    return TokenRequest{device, std::move(assertion)};
}

std::string encode(const TokenAnswer &message)
{
    return json::serialise(
        json::Object{{"token", message.token}, {"expiresIn", std::int64_t(message.expiresIn.count())}});
}

Result<TokenAnswer> decodeTokenAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(std::string token, requireText(value, "token", TokenBytes));
    if (token.empty())
        return fail(ErrorCode::InvalidInput, "token is empty");
    TRY(const std::int64_t seconds, requireCount(value, "expiresIn"));
    return TokenAnswer{std::move(token), std::chrono::seconds(seconds)};
}

std::string encode(const ErrorAnswer &message)
{
    return json::serialise(json::Object{{"error", refusalName(message.error)}, {"detail", message.detail}});
}

Result<ErrorAnswer> decodeErrorAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(const std::string name, value.requireString("error"));
    const auto refusal = refusalFromName(name);
    if (!refusal)
        return fail(ErrorCode::NotFound, "error code of another version");
    return ErrorAnswer{*refusal, value.stringAt("detail")};
}

} // namespace faltakt::protocol
