#pragma once

#include "core/store/case_store.h"

namespace faltakt::client {

/// How long this device may still show people's files without having heard from its server. A value.
struct Lease {
    /// When reading stops, by the server's clock; empty where no server has set an end.
    std::optional<base::Instant> until;
    /// What is left of it; zero once it has ended.
    base::Duration left{};
    /// Reading has stopped; writing and sending go on.
    bool ended = false;
};

/// How much time has passed since the last contact: by the device's clock, and never less than was seen before. So a clock
/// that is set back does not lengthen a lease, and one that is wrong all the time does not shorten it.
[[nodiscard]] base::Duration passedSinceContact(const store::LeaseTerms &terms, base::Instant now);

/// The server's time now, as far as this device can tell: that of the last contact and what has passed since; the own clock where
/// there was no contact. Never earlier for a clock that is set back.
[[nodiscard]] base::Instant countedTime(const store::LeaseTerms &terms, base::Instant now);

[[nodiscard]] Lease leaseOf(const store::LeaseTerms &terms, base::Instant now);

} // namespace faltakt::client
