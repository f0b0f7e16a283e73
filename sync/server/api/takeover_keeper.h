#pragma once

#include "sync/server/api/session.h"

#include <map>

namespace faltakt::server {

/// What a push does to a question to take over. Rights follow each of these once: whatever else is written in such a record,
/// then or years later, moves none, and so brings nothing back that was taken away meanwhile.
struct TakeoverTurn {
    bool isAsked = false;
    bool isAnswered = false;
    bool isClosed = false; ///< The asker has read the answer.

    void note(const changelog::RecordSet &set, bool isNew);
};

/// Gives and takes the rights that a question to take over a matter brings: who is asked sees the card and the question;
/// who takes over gets the file; who says no has what was there before. Who has handed over keeps of what was given by name
/// the card with the answer, until that is read; what the team holds stays the team's.
[[nodiscard]] base::Result<void> keepTakeover(StoreTransaction &transaction, TenantId tenant,
                                              const changelog::RecordState &state, const TakeoverTurn &turn,
                                              base::Instant now);

/// What of a change is against the rules of handing over, as the field; empty where nothing is. Only who holds the whole
/// file asks, and only somebody of the same team, or all of it; only who is asked answers, once, and says yes
/// only while who asked holds the file still; and the responsibility of a
/// case that is there goes to nobody but to whom the same change says takes over. `rights`: the author's; `madeHere`: records
/// that the same push has made, of which the store has no state yet, are among them.
[[nodiscard]] base::Result<std::string> takeoverFault(StoreTransaction &transaction, const Caller &caller,
                                                      const changelog::Change &change, changelog::CompartmentSet rights,
                                                      const std::map<RecordId, RecordHome> &madeHere);

} // namespace faltakt::server
