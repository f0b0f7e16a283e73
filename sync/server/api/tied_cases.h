#pragma once

#include "sync/server/store/server_store.h"

#include <map>
#include <set>

namespace faltakt::server {

/// Which cases of a tenant are tied to each other by `case.mergedInto`: by the workers' word these are files of one person.
/// Read in one walk over all cases, so for rare questions only. A value.
class TiedCases {
public:
    [[nodiscard]] static base::Result<TiedCases> read(LogReader &log, TenantId tenant);

    /// The case and all that are tied to it, whichever way the links lead and over however many.
    [[nodiscard]] std::set<CaseId> with(CaseId caseId) const;

private:
    TiedCases() = default;

    std::multimap<CaseId, CaseId> m_links; ///< Both ways.
};

} // namespace faltakt::server
