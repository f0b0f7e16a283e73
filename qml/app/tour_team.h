#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "sync/protocol/quarantine.h"

namespace faltakt::app {

/// What a team's leader is told on the tour: of colleagues' changes to that file some that were not taken, for different reasons.
[[nodiscard]] protocol::QuarantinePage teamReturnsOf(base::CaseId caseId, const base::Clock &clock,
                                                     base::Random &random);

} // namespace faltakt::app
