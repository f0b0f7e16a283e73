#include "sync/protocol/blob.h"

#include "core/crypto/sealed_blob.h"
#include "sync/protocol/member_reader.h"

#include <algorithm>
#include <charconv>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

static_assert(Limits::BlobBytes == crypto::BlobForm::MaxBytes);
static_assert(Limits::BlobChunkBytes == crypto::BlobForm::ChunkBytes);

/// What stands behind "NAME=" at the front, taken off with the '&' behind it.
Result<std::string_view> takeMember(std::string_view &query, std::string_view name)
{
    if (!query.starts_with(name) || query.substr(name.size(), 1) != "=")
        return fail(ErrorCode::InvalidInput, "query: " + std::string(name));
    query.remove_prefix(name.size() + 1);
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view value = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    return value;
}

Result<std::int64_t> readPlace(std::string_view text)
{
    std::int64_t at = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), at);
    if (fault != std::errc() || end != text.data() + text.size() || at < 0 || at >= std::int64_t(Limits::BlobBytes)
        || at % std::int64_t(Limits::BlobChunkBytes) != 0)
        return fail(ErrorCode::InvalidInput, "query: at");
    return at;
}

} // namespace

std::string encode(const BlobAnnouncement &message)
{
    return json::serialise(json::Object{
        {"case", message.caseId.toString()}, {"name", base::toBase64Url(message.name)}, {"size", message.size}});
}

Result<BlobAnnouncement> decodeBlobAnnouncement(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    BlobAnnouncement message;
    TRY(message.caseId, requireId<base::CaseId>(value, "case"));
    TRY(message.name, requireHash(value, "name"));
    TRY(message.size, requireCount(value, "size", 1));
    if (message.size > std::int64_t(Limits::BlobBytes))
        return fail(ErrorCode::TooLarge, "size");
    if (!crypto::BlobForm::isSize(message.size))
        return fail(ErrorCode::InvalidInput, "size");
    return message;
}

std::string encode(const BlobHeld &message) { return json::serialise(json::Object{{"held", message.held}}); }

Result<BlobHeld> decodeBlobHeld(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    BlobHeld message;
    TRY(message.held, requireCount(value, "held"));
    return message;
}

std::string encodeBlobQuery(const BlobPlace &place)
{
    return "case=" + place.caseId.toString() + "&name=" + base::toBase64Url(place.name)
           + "&at=" + std::to_string(place.at);
}

Result<BlobPlace> decodeBlobQuery(std::string_view query)
{
    const std::string_view whole = query;
    TRY(const auto caseText, takeMember(query, "case"));
    TRY(const auto nameText, takeMember(query, "name"));
    TRY(const auto atText, takeMember(query, "at"));
    // A separator with nothing behind it would have been taken off unseen.
    const bool hasTail = !query.empty() || !whole.ends_with(atText);
    const auto caseId = base::CaseId::parse(caseText);
    const auto name = base::hashFromBase64Url(nameText);
    if (!caseId || !name || hasTail)
        return fail(ErrorCode::InvalidInput, "query");
    TRY(const std::int64_t at, readPlace(atText));
    return BlobPlace{*caseId, *name, at};
}

} // namespace faltakt::protocol
