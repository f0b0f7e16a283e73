#include "sync/server/api/case_access.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using changelog::Compartment;
using changelog::CompartmentSet;

namespace {

CompartmentSet unionOf(const std::map<Grantee, CompartmentSet> &held)
{
    CompartmentSet all;
    for (const auto &[grantee, compartments] : held)
        all = all | compartments;
    // What others opened and read is pushed, never pulled, whatever a grant says.
    return all.without({Compartment::Reading});
}

} // namespace

CaseAccess::CaseAccess(const std::vector<AccessEntry> &entries)
{
    std::map<Grantee, CompartmentSet> held;
    for (const AccessEntry &entry : entries) {
        held[entry.grantee] = entry.compartments;
        const CompartmentSet now = unionOf(held);
        const CompartmentSet opened = now.without(m_effective);
        if (!m_effective.without(now).empty())
            m_closings.push_back(entry.seq);
        for (int i = 0; i < changelog::CompartmentCount; ++i)
            if (opened.contains(Compartment(i)))
                m_opened[std::size_t(i)] = {entry.seq, entry.since};
        m_effective = now;
        m_ever = m_ever | now;
    }
}

bool CaseAccess::closedBetween(std::int64_t after, std::int64_t to) const
{
    return std::any_of(m_closings.begin(), m_closings.end(),
                       [=](std::int64_t closing) { return closing > after && closing <= to; });
}

CaseAccess::Step CaseAccess::stepAt(std::int64_t seq) const
{
    Step step;
    step.closed = std::find(m_closings.begin(), m_closings.end(), seq) != m_closings.end();
    for (int i = 0; i < changelog::CompartmentCount; ++i) {
        const auto compartment = Compartment(i);
        if (!m_effective.contains(compartment))
            continue;
        const std::int64_t since = m_opened[std::size_t(i)].seq;
        if (since == seq)
            step.opened = step.opened | CompartmentSet{compartment};
        else if (since < seq)
            step.remaining = step.remaining | CompartmentSet{compartment};
    }
    return step;
}

} // namespace faltakt::server
