#pragma once

#include "sync/server/store/server_store.h"

#include <map>

namespace faltakt::server {

/// Gathers what the changes of one transaction add to the sums of their cases. Lives within the transaction.
class CaseSumKeeper {
public:
    void add(CaseId caseId, changelog::Compartment compartment, const base::Hash &lineHash)
    {
        m_added[{caseId, compartment}].add(lineHash);
    }
    [[nodiscard]] base::Result<void> flush(LogWriter &log, TenantId tenant)
    {
        if (m_added.empty())
            return {};
        std::vector<CompartmentSum> sums;
        sums.reserve(m_added.size());
        for (const auto &[key, lines] : m_added)
            sums.push_back({key.first, key.second, lines});
        m_added.clear();
        return log.addToCaseSums(tenant, sums);
    }

private:
    std::map<std::pair<CaseId, changelog::Compartment>, changelog::LineSum> m_added;
};

} // namespace faltakt::server
