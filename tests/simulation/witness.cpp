#include "tests/simulation/witness.h"

#include "tests/simulation/people.h"

#include <algorithm>
#include <array>

namespace faltakt::simulation {

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

CompartmentSet Witness::ownRight(CaseId caseId, const base::Uuid &grantee) const
{
    const auto rights = m_rights.find(caseId);
    if (rights == m_rights.end())
        return {};
    const auto entry = rights->second.find(grantee);
    return entry == rights->second.end() ? CompartmentSet() : entry->second;
}

bool Witness::wasGivenToAnybody(CaseId caseId) const
{
    const auto rights = m_rights.find(caseId);
    return rights != m_rights.end() && !rights->second.empty();
}

changelog::ChangeMeta Witness::metaOf(ChangeId change) const
{
    const auto known = m_byId.find(change);
    if (known == m_byId.end())
        return {};
    const SeenChange &seen = m_order[known->second];
    return {seen.line.change.by, seen.line.change.at, seen.received};
}

bool Witness::Ageing::isInForce() const
{
    const auto &deletions = state.heads("deleted");
    const bool isDeleted = !deletions.empty() && std::all_of(deletions.begin(), deletions.end(), [](const auto &head) {
        return head.value == base::json::Value(true);
    });
    const auto &ends = state.heads("endedAt");
    const bool hasEnded = !ends.empty() && std::all_of(ends.begin(), ends.end(), [](const auto &head) {
        return head.value.string() != nullptr;
    });
    return always || (state.kind() == "lobReport" && !isDeleted)
           || (state.kind() == "visitWatch" && !isDeleted && !hasEnded);
}

bool Witness::staysBehind(int device, base::RecordId record) const
{
    const auto found = m_ageing.find(record);
    if (found == m_ageing.end() || found->second.isInForce())
        return false;
    const Ageing &ageing = found->second;
    const CaseId caseId = ageing.state.caseId();
    const int worker = workerOf(device);
    if (!rightsOf(worker, caseId).contains(ageing.compartment))
        return false;
    const auto opened = m_opened.find({worker, caseId, int(ageing.compartment)});
    const server::PackageStart start = opened == m_opened.end() ? server::PackageStart() : opened->second;
    base::Instant since = start.since;
    if (const auto fetches = m_fetches.find({device, caseId}); fetches != m_fetches.end())
        for (const server::PackageFetch &fetch : fetches->second)
            if (fetch.seq > start.seq)
                since = std::min(since, fetch.since);
    return ageing.last <= start.seq && ageing.touched < since;
}

std::int64_t Witness::countBehind(int device, CaseId caseId) const
{
    return std::count_if(m_ageing.begin(), m_ageing.end(), [&](const auto &ageing) {
        return ageing.second.state.caseId() == caseId && staysBehind(device, ageing.first);
    });
}

void Witness::followAgeing(const SeenChange &change)
{
    const auto &sets = change.line.change.sets;
    for (const changelog::RecordSet &set : sets) {
        const bool isVisit = set.kind == "visitWatch";
        if (set.kind != "note" && set.kind != "attachment" && set.kind != "lobReport" && !isVisit)
            continue;
        const auto home = set.kind == "lobReport" ? Compartment::Lob : isVisit ? Compartment::Card : Compartment::File;
        Ageing &ageing = m_ageing.try_emplace(set.record).first->second;
        if (ageing.state.kind().empty()) {
            ageing.compartment = home;
            ageing.state = changelog::RecordState(set.record, change.line.change.caseId, set.kind);
        }
        ageing.state.apply(change.line.change.id, set, [this](ChangeId id) { return m_byId.contains(id); });
        ageing.last = change.seq;
        ageing.touched = std::max(ageing.touched, change.received);
        ageing.always = ageing.always || sets.size() > 1 || change.compartment != home;
    }
}

void Witness::sawAccess(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments,
                        const server::PackageStart &start)
{
    std::array<CompartmentSet, WorkerCount> before;
    for (int worker = 0; worker < WorkerCount; ++worker)
        before[std::size_t(worker)] = rightsOf(worker, caseId);
    m_rights[caseId][grantee] = compartments;
    for (int worker = 0; worker < WorkerCount; ++worker)
        for (int i = 0; i < changelog::CompartmentCount; ++i)
            if (rightsOf(worker, caseId).without(before[std::size_t(worker)]).contains(Compartment(i)))
                m_opened[{worker, caseId, i}] = start;
    if (!compartments.empty())
        m_granted.emplace(grantee, caseId);
    for (int worker = 0; worker < WorkerCount; ++worker)
        if (const CompartmentSet rights = rightsOf(worker, caseId); !rights.empty())
            m_everHeld[{worker, caseId}] = everHeld(worker, caseId) | rights;
}

void Witness::sawEntry(const server::AccessEntry &entry)
{
    const auto &[caseId, grantee, compartments] = std::tie(entry.caseId, entry.grantee, entry.compartments);
    // A new case hands out its first rights right before its first change, which is judged with them.
    if (!m_rights.contains(caseId))
        return;
    const auto known = m_rights[caseId].find(grantee);
    const bool fresh = known == m_rights[caseId].end() || known->second != compartments;
    if (fresh && !m_given.contains({caseId, grantee, compartments.bits()})
        && !m_heldFormerly.contains({grantee, caseId}) && !m_teamwork.callsFor(entry, *this))
        m_findings->unauthorised.push_back("a right that nobody gave: case " + caseId.toString());
    sawAccess(caseId, grantee, compartments, {entry.seq, entry.since});
}

void Witness::goBackTo(const Witness &earlier)
{
    auto taken = std::move(m_takenFormerly);
    auto held = std::move(m_heldFormerly);
    for (const SeenChange &seen : m_order)
        taken[seen.line.hash].insert(seen.received);
    held.insert(m_granted.begin(), m_granted.end());
    // What somebody held through the team comes back as one's own.
    for (const auto &[ofWorker, rights] : m_everHeld)
        held.emplace(workerId(ofWorker.first).uuid(), ofWorker.second);
    auto given = std::move(m_given);
    *this = earlier;
    m_takenFormerly = std::move(taken);
    m_heldFormerly = std::move(held);
    m_given = std::move(given);
    m_wentBack = true;
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
        allowed = allowed && !opensCase && !everHeld(worker, caseId).empty();
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
    if (!change.broughtBack) {
        const int device = deviceNumber(change.device);
        m_teamwork.judge(change, device < 0 ? -1 : workerOf(device), *this, *m_findings);
    }
    followAgeing(change);
    m_byId.emplace(id, m_order.size());
    m_bySeq.emplace(change.seq, m_order.size());
    m_order.push_back(std::move(change));
    m_teamwork.follow(m_order.back(), *this);
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
        const auto &sets = seen.line.change.sets;
        if (std::all_of(sets.begin(), sets.end(),
                        [&](const changelog::RecordSet &set) { return staysBehind(device, set.record); }))
            m_findings->unauthorised.push_back("delivered from outside the package: " + nameOf(seen.line.change.id));
        if (delivered->line.line != seen.line.line)
            m_findings->diverged.push_back("a line was altered: " + nameOf(seen.line.change.id));
    }
}

void Witness::sawChunk(int device, CaseId caseId)
{
    if (m_revoked.contains(device) || !rightsOf(workerOf(device), caseId).contains(Compartment::File))
        m_findings->unauthorised.push_back("an attachment without a right: case " + caseId.toString());
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
    ids.reserve(m_rights.size());
    for (const auto &[caseId, rights] : m_rights)
        ids.push_back(caseId);
    return ids;
}

} // namespace faltakt::simulation
