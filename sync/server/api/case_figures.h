#pragma once

#include "core/rules/follow_up_statistics.h"
#include "core/rules/lob_statistics.h"
#include "core/rules/screening_statistics.h"
#include "sync/server/store/server_store.h"

#include <map>

namespace faltakt::server {

/// Police reports by the day on which they count.
using ReportsByDay = std::multimap<base::Date, rules::CountedReport>;

/// What is to be read: what cannot have come due is not looked for.
struct WantedFigures {
    bool reports = true;
    bool screenings = true;
    bool followUps = true;
};

/// What a municipality's files give to figures: codes and days, nobody's name. A value.
struct CaseFigures {
    ReportsByDay reports;
    std::vector<rules::CountedScreening> screenings;
    std::vector<rules::CountedFollowUp> followUps;
};

/// Reads the files of a tenant, and for reports the office's own list. A sheet that was typed in and came by file too is one
/// report, on its first day. Nothing of people with protected identity. Days are counted by `profile`; without one it is not known
/// what was in time.
[[nodiscard]] base::Result<CaseFigures> readCaseFigures(StoreSnapshot &snapshot, TenantId tenant, WantedFigures wanted,
                                                        const std::optional<rules::Profile> &profile);

} // namespace faltakt::server
