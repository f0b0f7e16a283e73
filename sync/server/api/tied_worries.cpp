#include "sync/server/api/tied_worries.h"

#include "core/rules/case_facts.h"
#include "sync/server/api/folded_case.h"
#include "sync/server/api/tied_cases.h"

namespace faltakt::server {

using base::Result;

namespace {

Result<FoldedCase> foldedWith(LogReader &log, TenantId tenant, CaseId caseId, const TiedWorries::LetIn &let)
{
    TRY(FoldedCase folded, FoldedCase::read(log, tenant, caseId));
    if (const auto more = let.find(caseId); more != let.end())
        for (const changelog::Change &change : more->second)
            folded.add(change, std::nullopt);
    return folded;
}

} // namespace

Result<bool> TiedWorries::hasWorry(CaseId caseId) const
{
    TRY(const FoldedCase folded, foldedWith(*m_log, m_tenant, caseId, *m_let));
    TRY(const rules::CaseFacts facts, rules::readCaseFacts(caseId, folded));
    return !rules::openWorries(facts).empty();
}

Result<bool> TiedWorries::isClosed(CaseId caseId) const
{
    TRY(const FoldedCase folded, foldedWith(*m_log, m_tenant, caseId, *m_let));
    TRY(const rules::CaseFacts facts, rules::readCaseFacts(caseId, folded));
    return facts.stage == "closed";
}

Result<bool> TiedWorries::areBeside(CaseId caseId) const
{
    TRY(const TiedCases tied, TiedCases::read(*m_log, m_tenant));
    for (const CaseId other : tied.with(caseId)) {
        if (other == caseId)
            continue;
        TRY(const bool isWorry, hasWorry(other));
        if (isWorry)
            return true;
    }
    return false;
}

Result<bool> TiedWorries::wouldRest(CaseId caseId, CaseId other) const
{
    TRY(const bool comesToClosed, isClosed(other));
    if (!comesToClosed)
        return false;
    TRY(const bool isOwn, hasWorry(caseId));
    return isOwn ? Result<bool>(true) : areBeside(caseId);
}

} // namespace faltakt::server
