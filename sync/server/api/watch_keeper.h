#pragma once

#include "sync/server/api/session.h"

#include <chrono>
#include <map>

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

/// What of a set is against the rules of a visit, as the field; empty where nothing is. A visit is its worker's own, from the
/// check-in to the check-out: nobody else may say that it is over or takes longer, since that keeps the alarm back. A
/// colleague writes `care` alone, in the own name. `madeHere`: records that the same push has made are among them.
[[nodiscard]] base::Result<std::string> watchFault(LogReader &log, const Caller &caller,
                                                   const changelog::RecordSet &set,
                                                   const std::map<RecordId, RecordHome> &madeHere);

} // namespace faltakt::server
