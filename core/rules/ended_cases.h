#pragma once

#include "core/store/case_store.h"

namespace faltakt::rules {

/// Takes those cases away in which this worker has stood in, and that were to leave with the last day, when that is over by
/// `counted`, the server's time as far as the device can tell: also without a network. What is unsent stays in the outbox.
[[nodiscard]] base::Result<void> leaveEndedCases(store::CaseStore &cases, base::Instant counted);

} // namespace faltakt::rules
