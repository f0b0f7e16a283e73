#include "sync/server/api/pull_cursor.h"

#include "core/base/bytes.h"
#include "core/base/json.h"

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxBytes = 1024;
constexpr std::int64_t Version = 1;

} // namespace

Result<PullCursor> PullCursor::parse(std::string_view text)
{
    PullCursor cursor;
    if (text.empty())
        return cursor;
    if (text.size() > MaxBytes)
        return fail(ErrorCode::TooLarge, "cursor");
    const auto bytes = base::fromBase64Url(text);
    if (!bytes)
        return fail(ErrorCode::InvalidInput, "cursor");
    const auto value = json::parse(base::textOf(*bytes), {.maxBytes = MaxBytes, .maxDepth = 2});
    if (!value || value->integerAt("v") != Version)
        return fail(ErrorCode::InvalidInput, "cursor");
    cursor.logId = value->stringAt("l");
    cursor.seq = value->integerAt("s", -1);
    cursor.grant = value->integerAt("g");
    cursor.brought = value->integerAt("b");
    if (const json::Value *again = value->find("a")) {
        const auto caseId = again->string() ? base::CaseId::parse(*again->string()) : fail(ErrorCode::InvalidInput);
        if (!caseId || cursor.grant != 0)
            return fail(ErrorCode::InvalidInput, "cursor");
        cursor.again = *caseId;
    }
    const bool grantInOrder =
        cursor.grant == 0 ? cursor.brought == 0 || cursor.again.has_value() : cursor.grant > cursor.seq;
    if (cursor.seq < 0 || cursor.grant < 0 || cursor.brought < 0 || !grantInOrder)
        return fail(ErrorCode::InvalidInput, "cursor");
    return cursor;
}

std::string PullCursor::toString() const
{
    json::Object object{{"v", Version}, {"l", logId}, {"s", seq}};
    if (grant != 0) {
        object.append("g", grant);
        object.append("b", brought);
    } else if (again) {
        object.append("a", again->toString());
        object.append("b", brought);
    }
    return base::toBase64Url(base::bytesOf(json::serialise(std::move(object))));
}

} // namespace faltakt::server
