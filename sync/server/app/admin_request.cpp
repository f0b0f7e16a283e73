#include "sync/server/app/admin_request.h"

#include "core/base/bytes.h"
#include "core/base/json.h"

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr json::Limits MessageLimits{.maxBytes = 64 * 1024 * 1024, .maxDepth = 4};

/// Text from outside may hold what JSON strings may not.
Result<std::string> textAt(const json::Value &object, std::string_view name)
{
    TRY(const std::string encoded, object.requireString(name));
    TRY(const auto bytes, base::fromBase64Url(encoded));
    return std::string(base::textOf(bytes));
}

std::string encoded(const std::string &text) { return base::toBase64Url(base::bytesOf(text)); }

} // namespace

std::string AdminRequest::option(const std::string &name) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::string() : found->second;
}

std::string encode(const AdminRequest &request)
{
    json::Array words;
    for (const std::string &word : request.words)
        words.emplace_back(encoded(word));
    json::Object options;
    for (const auto &[name, value] : request.options)
        options.append(name, encoded(value));
    return json::serialise(json::Object{
        {"words", std::move(words)}, {"options", std::move(options)}, {"content", encoded(request.content)}});
}

Result<AdminRequest> decodeAdminRequest(std::string_view text)
{
    TRY(const auto object, json::parse(text, MessageLimits));
    AdminRequest request;
    TRY(const auto *words, object.requireArray("words"));
    for (const json::Value &word : *words) {
        if (!word.string())
            return fail(ErrorCode::InvalidInput, "words");
        TRY(const auto bytes, base::fromBase64Url(*word.string()));
        request.words.emplace_back(base::textOf(bytes));
    }
    TRY(const auto *options, object.requireObject("options"));
    for (const auto &[name, value] : *options) {
        if (!value.string())
            return fail(ErrorCode::InvalidInput, "options");
        TRY(const auto bytes, base::fromBase64Url(*value.string()));
        request.options.emplace(name, base::textOf(bytes));
    }
    TRY(request.content, textAt(object, "content"));
    return request;
}

std::string encode(const AdminAnswer &answer)
{
    return json::serialise(
        json::Object{{"exit", answer.exitCode}, {"out", encoded(answer.out)}, {"err", encoded(answer.err)}});
}

Result<AdminAnswer> decodeAdminAnswer(std::string_view text)
{
    TRY(const auto object, json::parse(text, MessageLimits));
    AdminAnswer answer;
    TRY(const std::int64_t exitCode, object.requireInteger("exit"));
    answer.exitCode = int(exitCode);
    TRY(answer.out, textAt(object, "out"));
    TRY(answer.err, textAt(object, "err"));
    return answer;
}

} // namespace faltakt::server
