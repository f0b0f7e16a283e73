#include "core/casework/file_links.h"

#include <algorithm>
#include <set>

namespace faltakt::casework {

using base::CaseId;

namespace {

using Links = std::map<CaseId, CaseId>;

/// Where the links lead to from here.
CaseId follow(const Links &links, CaseId from)
{
    std::vector<CaseId> path{from};
    for (auto next = links.find(from); next != links.end(); next = links.find(path.back())) {
        const auto met = std::ranges::find(path, next->second);
        // A circle: everybody in it gives the same answer, whatever the order of looking.
        if (met != path.end())
            return *std::min_element(met, path.end());
        path.push_back(next->second);
    }
    return path.back();
}

} // namespace

FileLinks::FileLinks(const std::vector<store::CaseRow> &cards)
{
    Links links;
    for (const store::CaseRow &row : cards)
        if (const auto other = CaseId::parse(row.card.mergedInto); other && *other != row.caseId)
            links.emplace(row.caseId, *other);
    if (links.empty())
        return;
    std::set<CaseId> open;
    for (const store::CaseRow &row : cards)
        if (!row.card.isProtected)
            open.insert(row.caseId);
    std::erase_if(links, [&](const auto &link) { return !open.contains(link.first) || !open.contains(link.second); });
    for (const auto &[caseId, other] : links)
        if (const CaseId main = follow(links, caseId); main != caseId)
            m_main.emplace(caseId, main);
}

CaseId FileLinks::mainOf(CaseId caseId) const
{
    const auto found = m_main.find(caseId);
    return found == m_main.end() ? caseId : found->second;
}

std::vector<CaseId> FileLinks::tiedTo(CaseId caseId) const
{
    std::vector<CaseId> tied;
    for (const auto &[one, main] : m_main)
        if (main == caseId)
            tied.push_back(one);
    return tied;
}

} // namespace faltakt::casework
