#pragma once

#include "core/casework/demo_caseload.h"
#include "core/changelog/exchange.h"

namespace faltakt::casework {

/// What of a caseload is sent.
struct DemoDelivery {
    /// The cases for which this worker is responsible, as a server would grant them; all cases where it is nil.
    base::WorkerId worker = {};
    /// Nothing is received later than this; the moment at which the caseload is made.
    base::Instant now = {};
    /// About how many lines one page has; a case is never torn apart.
    std::size_t linesPerPage = 1000;
};

/// The caseload as a server would send it to a new device: case by case, the grant first, then every change in a line of
/// its own with a receipt from a few minutes after it was made. A store that takes the pages holds everything as
/// received, and has nothing to send. `random` gives the changes their ids; the same state of it gives the same pages.
[[nodiscard]] std::vector<changelog::PullPage> makeDemoPages(const DemoCaseload &caseload, const DemoDelivery &delivery,
                                                             base::Random &random);

} // namespace faltakt::casework
