#pragma once

#include "sync/server/api/session.h"

#include <map>

namespace faltakt::server {

/// So long what a deputy wrote in time may still come in when the right is over: devices are without a network for days.
inline constexpr std::chrono::hours DeputyLateness{14 * 24};

/// Minds what a record of a deputy says: from when to when a right is to be given. Gives and takes nothing by itself; that is
/// DeputyService's.
[[nodiscard]] base::Result<void> keepDeputy(StoreTransaction &transaction, TenantId tenant,
                                            const changelog::RecordState &state, base::Instant now);

/// What of a change is against the rules of naming a deputy, as the field; empty where nothing is. Only who holds the whole
/// file, and not as a deputy, names one, of the same team, for days that are in order; somebody with protected identity is
/// not among all cases at once. What was named stands; it is ended early by who named, who was named, and who is
/// responsible now. `rights` and `madeHere` as for a takeover.
[[nodiscard]] base::Result<std::string> deputyFault(StoreTransaction &transaction, const Caller &caller,
                                                    const changelog::Change &change, changelog::CompartmentSet rights,
                                                    const std::map<RecordId, RecordHome> &madeHere);

/// Takes back what a term had given; what the worker held by name before stays, and what another term gives.
[[nodiscard]] base::Result<void> takeBack(StoreTransaction &transaction, TenantId tenant, DeputyTerm term,
                                          base::Instant now);
/// Somebody in the case is protected now: who was named for all cases at once has no right to it any more.
[[nodiscard]] base::Result<void> endBroadDeputies(StoreTransaction &transaction, TenantId tenant, CaseId caseId,
                                                  base::Instant now);
/// The worker's right does not end with the days any more: the case was assigned, or taken over.
[[nodiscard]] base::Result<void> keepForGood(StoreTransaction &transaction, TenantId tenant, CaseId caseId,
                                             WorkerId worker);
/// The case is closed: nobody stands in any more.
[[nodiscard]] base::Result<void> dropDeputies(StoreTransaction &transaction, TenantId tenant, CaseId caseId);

/// Whether the worker could write this at that moment as a deputy whose right is over by now.
[[nodiscard]] base::Result<bool> wroteAsDeputy(StoreTransaction &transaction, const Session &session,
                                               const changelog::Change &change);

} // namespace faltakt::server
