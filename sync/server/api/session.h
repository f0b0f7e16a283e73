#pragma once

#include "sync/server/store/server_store.h"

#include <optional>
#include <vector>

namespace faltakt::server {

/// Who is calling, as the token or the proof says. Rights are looked up at each call.
struct Session {
    TenantId tenant;
    WorkerId worker;
    DeviceId device;
};

/// What the store says about a session's holder at the moment of the call.
struct Caller {
    Session session;
    std::optional<TeamId> team;
    crypto::PublicKey key;
    PackageStart package; ///< Of the device.
    /// The device or its worker is revoked: may push into quarantine, nothing else.
    bool revoked = false;
    bool leadsTeam = false;

    /// Worker and team, whose rights add up.
    [[nodiscard]] std::vector<Grantee> grantees() const;
};

/// A device that is to be wiped gets nothing more, whether or not it has heard of it yet.
[[nodiscard]] base::Result<bool> isToBeWiped(IdentityReader &identity, const Session &session);

/// True where an order to lock or to wipe itself lies open for the device.
[[nodiscard]] base::Result<bool> hasOrders(IdentityReader &identity, const Session &session);

/// Refused where worker or device are not there or do not belong together.
[[nodiscard]] base::Result<Caller> findCaller(IdentityReader &identity, const Session &session);

} // namespace faltakt::server
