#pragma once

#include "sync/server/store/server_store.h"

#include <chrono>

namespace faltakt::server {

/// No visit is longer: what names a later end is minded as if it said this one.
inline constexpr std::chrono::hours LongestWatch{24};

/// Puts what a visit's record says now among those that the server minds, or takes it away from them. It is over where every
/// version says so; otherwise the earliest planned end counts, and no clock of a device can put it off: a device whose
/// clock is ahead is minded by the time it gave itself.
[[nodiscard]] base::Result<void> keepWatch(StoreTransaction &transaction, TenantId tenant,
                                           const changelog::RecordState &state);

/// The planned end that is minded, as its author wrote it; empty where none can be read.
[[nodiscard]] std::optional<base::Instant> plannedEndOf(const changelog::RecordState &state);

/// True where a set writes what the server alone may write: who belongs to a team, which case is a team's, and that nobody
/// checked out.
[[nodiscard]] bool writesServersOwn(const changelog::RecordSet &set);

} // namespace faltakt::server
