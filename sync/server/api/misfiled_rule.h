#pragma once

#include "sync/server/api/session.h"

namespace faltakt::server {

/// What of a change is against the rules for what was written in the wrong person's file, as the reason for which it is
/// returned; empty where nothing is. An act names a record of its own case; and only who has written something in that
/// record or in what it hangs on, or leads a team, says of it that it stands there wrongly. `homes`: records that the same push has made are
/// among them, which are the author's own.
[[nodiscard]] base::Result<std::string> misfiledFault(StoreTransaction &transaction, const Caller &caller,
                                                      const changelog::Change &change,
                                                      const std::map<RecordId, RecordHome> &homes);

} // namespace faltakt::server
