#include "sync/server/store/postgres/postgres_profiles.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char ReadProfiles[] = "SELECT profile, version, hash, size, signature, added, added_by"
                                " FROM profile_file WHERE tenant = $1 ORDER BY number";
constexpr char ReadProfileText[] = "SELECT content FROM profile_file WHERE tenant = $1 AND hash = $2";
constexpr char AddProfile[] = "INSERT INTO profile_file (tenant, profile, version, hash, size, content, signature,"
                              " added, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

} // namespace

Result<std::vector<StoredProfile>> PostgresProfiles::profiles(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadProfiles, PostgresParameters().add(tenant)));
    std::vector<StoredProfile> all;
    for (int index = 0; index < rows.count(); ++index) {
        const PostgresRow row = rows.row(index);
        StoredProfile profile{.profile = std::string(row.text(0)),
                              .version = row.integer(1),
                              .hash = row.hash(2),
                              .size = row.integer(3),
                              .added = row.instant(5),
                              .addedBy = std::string(row.text(6))};
        TRY(profile.signature, crypto::signatureFromBytes(row.bytes(4)));
        all.push_back(std::move(profile));
    }
    return all;
}

Result<std::string> PostgresProfiles::profileText(TenantId tenant, const base::Hash &hash)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadProfileText, PostgresParameters().add(tenant).add(hash)));
    if (rows.empty())
        return fail(ErrorCode::NotFound, "no such profile");
    return std::string(rows.front().text(0));
}

Result<void> PostgresProfiles::addProfile(TenantId tenant, const StoredProfile &profile, std::string_view text)
{
    TRY(const auto all, profiles(tenant));
    if (std::ranges::find(all, profile.hash, &StoredProfile::hash) != all.end())
        return fail(ErrorCode::AlreadyExists, "this profile is here already");
    PostgresParameters parameters;
    parameters.add(tenant).add(profile.profile).add(profile.version).add(profile.hash);
    parameters.add(profile.size)
        .add(text)
        .add(base::ByteView(profile.signature))
        .add(profile.added)
        .add(profile.addedBy);
    m_session->queue(AddProfile, parameters);
    return {};
}

} // namespace faltakt::server
