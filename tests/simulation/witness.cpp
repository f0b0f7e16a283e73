#include "tests/simulation/witness.h"

#include "tests/simulation/people.h"

namespace faltakt::simulation {

using changelog::Compartment;
using changelog::VerdictKind;

namespace {

int deviceNumber(base::DeviceId id)
{
    for (int device = 0; device < DeviceCount; ++device)
        if (deviceId(device) == id)
            return device;
    return -1;
}

std::string nameOf(ChangeId change) { return change.toString(); }

} // namespace

CompartmentSet Witness::rightsOf(int worker, CaseId caseId) const
{
    const auto rights = m_rights.find(caseId);
    if (rights == m_rights.end())
        return {};
    CompartmentSet all;
    const auto add = [&](const base::Uuid &grantee) {
        if (const auto entry = rights->second.find(grantee); entry != rights->second.end())
            all = all | entry->second;
    };
    add(workerId(worker).uuid());
    if (isInTeam(worker))
        add(teamId().uuid());
    return all.without({Compartment::Reading});
}

void Witness::sawAccess(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments)
{
    m_rights[caseId][grantee] = compartments;
    if (!compartments.empty())
        m_granted.emplace(grantee, caseId);
    for (int worker = 0; worker < WorkerCount; ++worker)
        if (!rightsOf(worker, caseId).empty())
            m_everHeld.emplace(worker, caseId);
}

void Witness::sawEntry(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments)
{
    // A new case hands out its first rights right before its first change, which is judged with them.
    if (!m_rights.contains(caseId))
        return;
    const auto known = m_rights[caseId].find(grantee);
    const bool fresh = known == m_rights[caseId].end() || known->second != compartments;
    if (fresh && !m_given.contains({caseId, grantee, compartments.bits()})
        && !m_heldFormerly.contains({grantee, caseId}))
        m_findings->unauthorised.push_back("a right that nobody gave: case " + caseId.toString());
    sawAccess(caseId, grantee, compartments);
}

void Witness::goBackTo(const Witness &earlier)
{
    auto taken = std::move(m_takenFormerly);
    auto held = std::move(m_heldFormerly);
    for (const SeenChange &seen : m_order)
        taken[seen.line.hash].insert(seen.received);
    held.insert(m_granted.begin(), m_granted.end());
    // What somebody held through the team comes back as one's own.
    for (const auto &[worker, caseId] : m_everHeld)
        held.emplace(workerId(worker).uuid(), caseId);
    auto given = std::move(m_given);
    *this = earlier;
    m_takenFormerly = std::move(taken);
    m_heldFormerly = std::move(held);
    m_given = std::move(given);
}

void Witness::judgeBroughtBack(const SeenChange &change)
{
    const auto formerly = m_takenFormerly.find(change.line.hash);
    if (formerly == m_takenFormerly.end())
        m_findings->unauthorised.push_back("brought back, and never taken: " + nameOf(change.line.change.id));
    else if (!formerly->second.contains(change.received))
        m_findings->diverged.push_back("brought back with another time: " + nameOf(change.line.change.id));
}

void Witness::judgeAuthor(const SeenChange &change, bool opensCase)
{
    const int device = deviceNumber(change.device);
    if (device < 0)
        return;
    const int worker = workerOf(device);
    const CaseId caseId = change.line.change.caseId;
    bool allowed = change.line.change.by == workerId(worker) && !m_revoked.contains(device);
    if (change.compartment == Compartment::Reading)
        allowed = allowed && !opensCase && m_everHeld.contains({worker, caseId});
    else
        allowed = allowed && rightsOf(worker, caseId).contains(change.compartment);
    if (!allowed)
        m_findings->unauthorised.push_back("accepted without a right: " + nameOf(change.line.change.id));
}

void Witness::sawChange(SeenChange change)
{
    const ChangeId id = change.line.change.id;
    const CaseId caseId = change.line.change.caseId;
    if (m_byId.contains(id))
        m_findings->duplicated.push_back("twice in the order: " + nameOf(id));
    if (!m_order.empty() && change.seq <= m_order.back().seq)
        m_findings->duplicated.push_back("the order went back at " + nameOf(id));
    const bool opensCase = !m_rights.contains(caseId);
    if (opensCase) {
        m_rights[caseId];
        if (const int device = deviceNumber(change.device); device >= 0 && !change.broughtBack) {
            const int worker = workerOf(device);
            sawAccess(caseId, workerId(worker).uuid(), CompartmentSet::ofCaseworker());
            if (isInTeam(worker))
                sawAccess(caseId, teamId().uuid(), CompartmentSet::ofCaseworker());
        }
    }
    if (change.broughtBack)
        judgeBroughtBack(change);
    else
        judgeAuthor(change, opensCase);
    m_byId.emplace(id, m_order.size());
    m_bySeq.emplace(change.seq, m_order.size());
    m_order.push_back(std::move(change));
}

void Witness::sawDelivery(int device, const changelog::PullPage &page)
{
    if (m_revoked.contains(device))
        m_findings->unauthorised.push_back("a page for a revoked device");
    for (const changelog::PullItem &item : page.items) {
        const auto *delivered = std::get_if<changelog::DeliveredChange>(&item);
        if (!delivered)
            continue;
        const auto place = m_bySeq.find(delivered->receipt.seq);
        if (place == m_bySeq.end()) {
            m_findings->unauthorised.push_back("a line that is not in the order");
            continue;
        }
        const SeenChange &seen = m_order[place->second];
        if (!rightsOf(workerOf(device), seen.line.change.caseId).contains(seen.compartment))
            m_findings->unauthorised.push_back("delivered without a right: " + nameOf(seen.line.change.id));
        if (delivered->line.line != seen.line.line)
            m_findings->diverged.push_back("a line was altered: " + nameOf(seen.line.change.id));
    }
}

void Witness::sawVerdict(int device, std::int64_t epoch, const changelog::Verdict &verdict)
{
    const auto [known, fresh] = m_verdicts.try_emplace({device, epoch, verdict.n}, verdict);
    if (fresh)
        return;
    const changelog::Verdict &first = known->second;
    const bool same = first.kind == verdict.kind && first.reason == verdict.reason
                      && first.receipt.has_value() == verdict.receipt.has_value()
                      && (!first.receipt || first.receipt->seq == verdict.receipt->seq);
    if (!same)
        m_findings->diverged.push_back("two verdicts for one position: device " + std::to_string(device) + " n "
                                       + std::to_string(verdict.n));
}

std::vector<CaseId> Witness::cases() const
{
    std::vector<CaseId> ids;
    for (const auto &[caseId, rights] : m_rights)
        ids.push_back(caseId);
    return ids;
}

} // namespace faltakt::simulation
