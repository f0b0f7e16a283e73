#include "sync/server/api/tenant_profiles.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;

Result<std::vector<rules::ProfileFile>> ownProfileFiles(ProfileReader &profiles, TenantId tenant)
{
    TRY(const auto stored, profiles.profiles(tenant));
    std::vector<rules::ProfileFile> files;
    for (const StoredProfile &each : stored) {
        TRY(std::string text, profiles.profileText(tenant, each.hash));
        files.push_back({each.profile + " version " + std::to_string(each.version), std::move(text)});
    }
    return files;
}

Result<std::shared_ptr<const rules::ProfileCatalogue>> TenantProfiles::of(ProfileReader &profiles, TenantId tenant)
{
    TRY(const auto stored, profiles.profiles(tenant));
    std::vector<base::Hash> names;
    std::ranges::transform(stored, std::back_inserter(names), &StoredProfile::hash);
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(tenant);
        if (known != m_known.end() && known->second.names == names)
            return known->second.catalogue;
    }
    TRY(const rules::ProfileCatalogue shipped, rules::shippedProfiles());
    TRY(const auto files, ownProfileFiles(profiles, tenant));
    auto catalogue = std::make_shared<const rules::ProfileCatalogue>(rules::layProfiles(shipped, files).catalogue);
    const std::lock_guard lock(m_mutex);
    m_known[tenant] = {std::move(names), catalogue};
    return catalogue;
}

} // namespace faltakt::server
