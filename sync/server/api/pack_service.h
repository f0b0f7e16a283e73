#pragma once

#include "core/base/clock.h"
#include "core/screening/content_pack.h"
#include "sync/protocol/pack.h"
#include "sync/server/api/session.h"

#include <string>
#include <vector>

namespace faltakt::server {

/// Content packs at the server: taken in from the administrator, told to devices, handed out. What a device does with one
/// rests on the publisher's signature and not on this. Thread-safe.
class PackService {
public:
    PackService(ServerStore &store, const base::Clock &clock) : m_store(&store), m_clock(&clock) {}

    /// A pack that is here, with what it says of itself.
    struct Held {
        StoredPack stored;
        screening::ContentPack pack;
        bool isNewest = false;
    };
    struct Added {
        screening::ContentPack pack;
        /// Its publisher was not known to the tenant before; devices that enrol from now on trust it.
        bool isNewPublisher = false;
    };

    /// Judges as a device does and keeps. The first pack's publisher becomes the tenant's; another one is taken where
    /// `code` is its code. Refused with plain words; AlreadyExists where it is here.
    [[nodiscard]] base::Result<Added> add(TenantId tenant, std::string bytes, const std::string &code);
    /// In the order of their adding.
    [[nodiscard]] base::Result<std::vector<Held>> list(TenantId tenant);
    /// GET /v1/pack. NotFound; Refused for a device that gets nothing any more.
    [[nodiscard]] base::Result<base::Bytes> read(const Session &session, const protocol::PackPlace &place);

private:
    ServerStore *m_store;
    const base::Clock *m_clock;
};

/// Every version of every pack, for a greeting: the newest first, and all packs' newest before any older one.
[[nodiscard]] base::Result<std::vector<protocol::PackNotice>> packNotices(PackReader &packs, TenantId tenant);

} // namespace faltakt::server
