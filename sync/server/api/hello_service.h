#pragma once

#include "core/base/clock.h"
#include "sync/protocol/messages.h"
#include "sync/server/api/letter_service.h"
#include "sync/server/api/server_policy.h"
#include "sync/server/api/session.h"

namespace faltakt::server {

/// POST /v1/hello without HTTP: where both sides stand. Thread-safe.
class HelloService {
public:
    /// Without `profiles` every municipality has the lease of the policy.
    HelloService(ServerStore &store, const base::Clock &clock, ServerPolicy policy, ProfileOfDay profiles = {})
        : m_store(&store), m_clock(&clock), m_policy(policy), m_profiles(std::move(profiles))
    {
    }

    /// `proofKey` is the key of the request's proof. Refused where device and key do not belong together.
    [[nodiscard]] base::Result<protocol::HelloAnswer> hello(const protocol::HelloRequest &request,
                                                            const crypto::PublicKey &proofKey);

private:
    [[nodiscard]] base::Result<std::chrono::hours> leaseOf(StoreTransaction &transaction, TenantId tenant) const;

    ServerStore *m_store;
    const base::Clock *m_clock;
    ServerPolicy m_policy;
    ProfileOfDay m_profiles;
};

/// The session of a device that has proven its key; Refused otherwise.
[[nodiscard]] base::Result<Caller> findDevice(IdentityReader &identity, DeviceId device,
                                              const crypto::PublicKey &proofKey);

} // namespace faltakt::server
