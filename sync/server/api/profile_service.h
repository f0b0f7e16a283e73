#pragma once

#include "core/base/clock.h"
#include "core/rules/profile.h"
#include "sync/protocol/profile.h"
#include "sync/server/api/key_vault.h"
#include "sync/server/api/session.h"

#include <string>
#include <vector>

namespace faltakt::server {

/// Profiles at the server: taken in from the administrator, signed by the tenant's key, told to devices, handed out.
/// Thread-safe.
class ProfileService {
public:
    ProfileService(ServerStore &store, KeyVault &keys, const base::Clock &clock)
        : m_store(&store), m_keys(&keys), m_clock(&clock)
    {
    }

    /// A file as the administrator gives it.
    struct Order {
        std::string fileName; ///< For messages.
        std::string text;
        std::string by; ///< Who adds it.
    };
    struct Held {
        StoredProfile stored;
        rules::Profile profile; ///< As it stands in the file.
        bool isInForce = false; ///< Of its id, today.
    };

    /// Reads the file as `profile check` does, over the program's profiles and the tenant's, and keeps it. Refused with the
    /// place in the file; where a version as high is known, or the former one would have no last day; AlreadyExists where it
    /// is here.
    [[nodiscard]] base::Result<rules::Profile> add(TenantId tenant, const Order &order);
    /// In the order of their adding.
    [[nodiscard]] base::Result<std::vector<Held>> list(TenantId tenant);
    /// GET /v1/profile. NotFound; Refused for a device that gets nothing any more.
    [[nodiscard]] base::Result<protocol::SignedProfile> read(const Session &session, const base::Hash &hash);

private:
    ServerStore *m_store;
    KeyVault *m_keys;
    const base::Clock *m_clock;
};

/// Every version of every profile that was added, for a greeting: the last one first.
[[nodiscard]] base::Result<std::vector<protocol::ProfileNotice>> profileNotices(ProfileReader &profiles,
                                                                                TenantId tenant);

} // namespace faltakt::server
