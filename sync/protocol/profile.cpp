#include "sync/protocol/profile.h"

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "sync/protocol/member_reader.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view NameMember = "name=";
constexpr std::string_view Statement = "faltakt-profile-1\n";

Result<ProfileNotice> readNotice(const json::Value &object)
{
    ProfileNotice notice;
    TRY(notice.profile, requireText(object, "id", Limits::ProfileNameBytes));
    TRY(notice.version, requireCount(object, "version", 1));
    TRY(notice.hash, requireHash(object, "hash"));
    TRY(notice.size, requireCount(object, "size", 1));
    if (notice.profile.empty())
        return fail(ErrorCode::InvalidInput, "profiles must have an id");
    if (notice.size > std::int64_t(Limits::ProfileBytes))
        return fail(ErrorCode::TooLarge, "profiles: size");
    return notice;
}

} // namespace

json::Array encodeProfileNotices(const std::vector<ProfileNotice> &notices)
{
    json::Array items;
    for (const ProfileNotice &notice : notices)
        items.emplace_back(json::Object{{"id", notice.profile},
                                        {"version", notice.version},
                                        {"hash", base::toBase64Url(notice.hash)},
                                        {"size", notice.size}});
    return items;
}

Result<std::vector<ProfileNotice>> readProfileNotices(const json::Value &object)
{
    return readList<ProfileNotice>(object, "profiles", Limits::ProfileVersions, readNotice);
}

std::string encodeProfileQuery(const base::Hash &hash) { return std::string(NameMember) + base::toBase64Url(hash); }

Result<base::Hash> decodeProfileQuery(std::string_view query)
{
    if (!query.starts_with(NameMember))
        return fail(ErrorCode::InvalidInput, "query");
    const auto hash = base::hashFromBase64Url(query.substr(NameMember.size()));
    if (!hash)
        return fail(ErrorCode::InvalidInput, "query: name");
    return *hash;
}

std::string encode(const SignedProfile &profile)
{
    return base::toBase64Url(base::ByteView(profile.signature)) + '\n' + profile.text;
}

Result<SignedProfile> decodeSignedProfile(std::string_view body)
{
    const std::size_t end = body.find('\n');
    if (end == std::string_view::npos || end + 1 == body.size())
        return fail(ErrorCode::InvalidInput, "a signed profile has two parts");
    if (body.size() - end - 1 > Limits::ProfileBytes)
        return fail(ErrorCode::TooLarge, "profile");
    SignedProfile profile;
    TRY(profile.signature, crypto::signatureFromBase64Url(body.substr(0, end)));
    profile.text = body.substr(end + 1);
    return profile;
}

std::string profileStatement(base::TenantId tenant, const base::Hash &hash)
{
    return std::string(Statement) + tenant.toString() + '\n' + base::toBase64Url(hash);
}

bool isProven(const SignedProfile &profile, const base::Hash &hash, base::TenantId tenant,
              const crypto::PublicKey &tenantKey)
{
    return crypto::blake2b256(base::bytesOf(profile.text)) == hash
           && tenantKey.verify(base::bytesOf(profileStatement(tenant, hash)), profile.signature);
}

} // namespace faltakt::protocol
