#include "sync/server/store/embedded/embedded_profiles.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<std::vector<StoredProfile>> EmbeddedProfiles::profiles(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT profile, version, hash, size, signature, added,"
                                            " added_by FROM profile_file WHERE tenant = ? ORDER BY number"));
    statement.bind(1, number);
    std::vector<StoredProfile> all;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return all;
        StoredProfile profile{.profile = std::string(statement.text(0)),
                              .version = statement.integer(1),
                              .hash = statement.hash(2),
                              .size = statement.integer(3),
                              .added = statement.instant(5),
                              .addedBy = std::string(statement.text(6))};
        TRY(profile.signature, crypto::signatureFromBytes(statement.blob(4)));
        all.push_back(std::move(profile));
    }
}

Result<std::string> EmbeddedProfiles::profileText(TenantId tenant, const base::Hash &hash)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT content FROM profile_file WHERE tenant = ? AND hash = ?"));
    TRY(const bool row, statement.bind(1, number).bind(2, hash).step());
    if (!row)
        return fail(ErrorCode::NotFound, "no such profile");
    return std::string(statement.text(0));
}

Result<void> EmbeddedProfiles::addProfile(TenantId tenant, const StoredProfile &profile, std::string_view text)
{
    TRY(const auto all, profiles(tenant));
    if (std::ranges::find(all, profile.hash, &StoredProfile::hash) != all.end())
        return fail(ErrorCode::AlreadyExists, "this profile is here already");
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO profile_file (tenant, profile, version, hash, size, content, signature,"
                            " added, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, profile.profile).bind(3, profile.version).bind(4, profile.hash);
    statement.bind(5, profile.size).bind(6, text).bind(7, base::ByteView(profile.signature));
    return statement.bind(8, profile.added).bind(9, profile.addedBy).run();
}

} // namespace faltakt::server
