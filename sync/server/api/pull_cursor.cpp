#include "sync/server/api/pull_cursor.h"

#include "core/base/bytes.h"
#include "core/base/json.h"

#include <algorithm>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxBytes = 1024;
constexpr std::int64_t Version = 1;
constexpr std::size_t IdBytes = 16;

Result<std::vector<base::CaseId>> parseCases(const std::string &text)
{
    TRY(const base::Bytes bytes, base::fromBase64Url(text));
    if (bytes.size() % IdBytes != 0 || bytes.size() / IdBytes > PullCursor::MostAhead)
        return fail(ErrorCode::InvalidInput, "cursor");
    std::vector<base::CaseId> cases;
    for (std::size_t at = 0; at < bytes.size(); at += IdBytes) {
        TRY(const auto one, base::CaseId::fromBytes(base::ByteView(bytes).subspan(at, IdBytes)));
        cases.push_back(one);
    }
    return cases;
}

std::string writeCases(const std::vector<base::CaseId> &cases)
{
    base::Bytes bytes;
    for (const base::CaseId &one : cases)
        bytes.insert(bytes.end(), one.bytes().begin(), one.bytes().end());
    return base::toBase64Url(bytes);
}

/// While such a case is walked, `s` is the place from which all others are: a process of an older version, which knows of no
/// cases ahead, then walks everything from there, and loses nothing. The place within the case has members of its own.
Result<void> parseAhead(const json::Value &value, PullCursor &cursor)
{
    if (!value.find("t"))
        return {};
    PullCursor::Ahead ahead{.to = value.integerAt("t"), .from = value.integerAt("f")};
    TRY(ahead.cases, parseCases(value.stringAt("c")));
    const std::int64_t done = value.integerAt("d");
    if (done < 0 || done > std::int64_t(ahead.cases.size()))
        return fail(ErrorCode::InvalidInput, "cursor");
    ahead.done = std::size_t(done);
    if (ahead.isUnderWay()) {
        if (cursor.grant != 0 || cursor.seq != ahead.from)
            return fail(ErrorCode::InvalidInput, "cursor");
        cursor.seq = value.integerAt("p", -1);
        cursor.grant = value.integerAt("q");
        cursor.brought = value.integerAt("r");
    }
    if (ahead.from < 0 || ahead.from > cursor.seq || cursor.seq > ahead.to)
        return fail(ErrorCode::InvalidInput, "cursor");
    cursor.ahead = std::move(ahead);
    return {};
}

void writeAhead(const PullCursor &cursor, json::Object &object)
{
    const PullCursor::Ahead &ahead = *cursor.ahead;
    object.append("t", ahead.to);
    object.append("f", ahead.from);
    object.append("c", writeCases(ahead.cases));
    object.append("d", std::int64_t(ahead.done));
    if (!ahead.isUnderWay())
        return;
    object.append("p", cursor.seq);
    if (cursor.grant != 0) {
        object.append("q", cursor.grant);
        object.append("r", cursor.brought);
    }
}

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
    if (value->find("n"))
        cursor.recount = std::max<std::int64_t>(0, value->integerAt("n"));
    TRY_VOID(parseAhead(*value, cursor));
    if (const json::Value *again = value->find("a")) {
        const auto caseId = again->string() ? base::CaseId::parse(*again->string()) : fail(ErrorCode::InvalidInput);
        if (!caseId || cursor.grant != 0 || cursor.ahead)
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
    const bool isAhead = ahead && ahead->isUnderWay();
    json::Object object{{"v", Version}, {"l", logId}, {"s", isAhead ? ahead->from : seq}};
    if (grant != 0 && !isAhead) {
        object.append("g", grant);
        object.append("b", brought);
    } else if (again) {
        object.append("a", again->toString());
        object.append("b", brought);
    }
    if (recount)
        object.append("n", *recount);
    if (ahead)
        writeAhead(*this, object);
    return base::toBase64Url(base::bytesOf(json::serialise(std::move(object))));
}

} // namespace faltakt::server
