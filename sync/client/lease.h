#pragma once

#include "core/store/case_store.h"

namespace faltakt::client {

/// How long this device may still show people's files without having heard from its server. A value.
struct Lease {
    /// When reading stops; empty where no server has set an end.
    std::optional<base::Instant> until;
    /// What is left of it, by the clock that counts; zero once it has ended.
    base::Duration left{};
    /// Reading has stopped; writing and sending go on.
    bool ended = false;
};

/// A clock that was set back does not lengthen the lease: the server's time at the last contact counts then.
[[nodiscard]] Lease leaseOf(std::optional<base::Instant> until, std::optional<base::Instant> lastContact,
                            base::Instant now);
[[nodiscard]] Lease leaseOf(const store::SyncPosition &position, base::Instant now);

} // namespace faltakt::client
