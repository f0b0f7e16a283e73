#include "sync/server/api/tied_cases.h"

#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <vector>

namespace faltakt::server {

using base::Result;

namespace {

/// So many cases in one question to the store; a case has one record of its own, more where devices made it apart.
constexpr std::size_t CasesAtOnce = 200;
constexpr int RecordsOfCase = 8;

} // namespace

Result<TiedCases> TiedCases::read(LogReader &log, TenantId tenant)
{
    TRY(const auto files, log.cases(tenant));
    std::set<CaseId> own;
    for (const CaseFile &file : files)
        own.insert(file.id);
    const RecordReader reader(log, tenant);
    TiedCases tied;
    for (std::size_t from = 0; from < files.size(); from += CasesAtOnce) {
        std::vector<CaseId> some;
        for (std::size_t index = from; index < std::min(from + CasesAtOnce, files.size()); ++index)
            some.push_back(files[index].id);
        TRY(const auto states, log.recordStatesOf(tenant, some, {"case"}, RecordsOfCase));
        for (const changelog::RecordState &state : states) {
            const auto other = CaseId::parse(reader.text(state, "mergedInto"));
            if (!other || !own.contains(*other))
                continue;
            tied.m_links.emplace(state.caseId(), *other);
            tied.m_links.emplace(*other, state.caseId());
        }
    }
    return tied;
}

std::set<CaseId> TiedCases::with(CaseId caseId) const
{
    std::set<CaseId> all{caseId};
    std::vector<CaseId> open{caseId};
    while (!open.empty()) {
        const auto [first, last] = m_links.equal_range(open.back());
        open.pop_back();
        for (auto link = first; link != last; ++link)
            if (all.insert(link->second).second)
                open.push_back(link->second);
    }
    return all;
}

} // namespace faltakt::server
