#include "sync/protocol/pack.h"

#include "sync/protocol/member_reader.h"

#include <charconv>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view NameMember = "name=";
constexpr std::string_view PlaceMember = "&at=";
constexpr std::size_t HashLength = 43; // 32 bytes in base64url

Result<PackNotice> readNotice(const json::Value &object)
{
    PackNotice notice;
    TRY(notice.pack, requireText(object, "id", Limits::PackNameBytes));
    TRY(notice.version, requireText(object, "version", Limits::PackNameBytes));
    TRY(notice.hash, requireHash(object, "hash"));
    TRY(notice.size, requireCount(object, "size", 1));
    if (notice.pack.empty() || notice.version.empty())
        return fail(ErrorCode::InvalidInput, "packs must have id and version");
    if (notice.size > std::int64_t(Limits::PackBytes))
        return fail(ErrorCode::TooLarge, "packs: size");
    return notice;
}

} // namespace

json::Array encodePackNotices(const std::vector<PackNotice> &notices)
{
    json::Array items;
    for (const PackNotice &notice : notices)
        items.emplace_back(json::Object{{"id", notice.pack},
                                        {"version", notice.version},
                                        {"hash", base::toBase64Url(notice.hash)},
                                        {"size", notice.size}});
    return items;
}

Result<std::vector<PackNotice>> readPackNotices(const json::Value &object)
{
    return readList<PackNotice>(object, "packs", Limits::PackVersions, readNotice);
}

std::string encodePackQuery(const PackPlace &place)
{
    return std::string(NameMember) + base::toBase64Url(place.hash) + std::string(PlaceMember)
           + std::to_string(place.at);
}

Result<PackPlace> decodePackQuery(std::string_view query)
{
    const std::size_t head = NameMember.size() + HashLength;
    if (!query.starts_with(NameMember) || query.size() <= head || !query.substr(head).starts_with(PlaceMember))
        return fail(ErrorCode::InvalidInput, "query");
    const auto hash = base::hashFromBase64Url(query.substr(NameMember.size(), HashLength));
    if (!hash)
        return fail(ErrorCode::InvalidInput, "query: name");
    const std::string_view number = query.substr(head + PlaceMember.size());
    PackPlace place{*hash, -1};
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), place.at);
    if (fault != std::errc() || end != number.data() + number.size() || place.at < 0
        || place.at >= std::int64_t(Limits::PackBytes) || place.at % std::int64_t(Limits::PackChunkBytes) != 0)
        return fail(ErrorCode::InvalidInput, "query: at");
    return place;
}

} // namespace faltakt::protocol
