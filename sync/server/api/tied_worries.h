#pragma once

#include "core/changelog/change.h"
#include "sync/server/store/server_store.h"

#include <map>
#include <vector>

namespace faltakt::server {

/// Worries about children in the further files of a person, tied by `case.mergedInto`: what one file does not say may stand in
/// another. Reads whole cases, so for what happens to a case once. `let`: what was let in of this push and is not in the log
/// yet, by case. Lives within one transaction.
class TiedWorries {
public:
    using LetIn = std::map<CaseId, std::vector<changelog::Change>>;

    TiedWorries(LogReader &log, TenantId tenant, const LetIn &let) : m_log(&log), m_tenant(tenant), m_let(&let) {}

    /// A worry without a step in any other file of this person.
    [[nodiscard]] base::Result<bool> areBeside(CaseId caseId) const;
    /// To tie the file to the other one would bring a worry without a step to rest in a closed matter.
    [[nodiscard]] base::Result<bool> wouldRest(CaseId caseId, CaseId other) const;

private:
    [[nodiscard]] base::Result<bool> hasWorry(CaseId caseId) const;
    [[nodiscard]] base::Result<bool> isClosed(CaseId caseId) const;

    LogReader *m_log;
    TenantId m_tenant;
    const LetIn *m_let;
};

} // namespace faltakt::server
