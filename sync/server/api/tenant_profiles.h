#pragma once

#include "core/rules/profile_catalogue.h"
#include "sync/server/store/server_store.h"

#include <map>
#include <memory>
#include <mutex>

namespace faltakt::server {

/// The profiles that hold for a tenant: those of the program, and over them what its administrator has added. Kept as they
/// were read for as long as the store tells of the same files, whichever process added to them. Thread-safe.
class TenantProfiles {
public:
    /// What does not fit this program is left out, as on a device.
    [[nodiscard]] base::Result<std::shared_ptr<const rules::ProfileCatalogue>> of(ProfileReader &profiles,
                                                                                  TenantId tenant);

private:
    struct Known {
        std::vector<base::Hash> names; ///< Of the files, in the order of their adding.
        std::shared_ptr<const rules::ProfileCatalogue> catalogue;
    };
    std::mutex m_mutex;
    std::map<TenantId, Known> m_known;
};

/// The tenant's own files. Their names are for messages.
[[nodiscard]] base::Result<std::vector<rules::ProfileFile>> ownProfileFiles(ProfileReader &profiles, TenantId tenant);

} // namespace faltakt::server
