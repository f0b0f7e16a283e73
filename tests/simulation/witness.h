#pragma once

#include "core/changelog/exchange.h"
#include "core/changelog/record_state.h"
#include "sync/server/store/server_records.h"
#include "tests/simulation/teamwork_witness.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace faltakt::simulation {

using base::CaseId;
using base::ChangeId;
using changelog::Compartment;
using changelog::CompartmentSet;

/// A change in the tenant's order as it was seen there, read by itself.
struct SeenChange {
    std::int64_t seq = 0;
    changelog::Compartment compartment = changelog::Compartment::File;
    base::DeviceId device;
    base::Instant received;
    changelog::ChangeLine line;
    bool broughtBack = false; ///< By somebody who held it, to a server that had lost it.
};

/// What went wrong in a run, in words, by kind.
struct Findings {
    std::vector<std::string> lost, duplicated, diverged, unauthorised, stalled;

    [[nodiscard]] bool any() const
    {
        return !lost.empty() || !duplicated.empty() || !diverged.empty() || !unauthorised.empty() || !stalled.empty();
    }
};

/// An onlooker with a simple mind: keeps rights and the order of changes by its own rules, beside the server's code, and
/// says where the two differ.
class Witness {
public:
    explicit Witness(Findings &findings) : m_findings(&findings) {}

    /// A change was seen in the order. Opens its case where it is the first, and judges the author's right.
    void sawChange(SeenChange change);
    /// An entry was seen in the order; one that no administrator gave must be that of a case's first change, or bring back a
    /// right that was there some time before the server was restored.
    void sawEntry(const server::AccessEntry &entry);
    /// Somebody's request for older notes was seen in the order.
    void sawFetch(int device, const server::PackageFetch &fetch) { m_fetches[{device, fetch.caseId}].push_back(fetch); }
    void expectEntry(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments)
    {
        m_given.insert({caseId, grantee, compartments.bits()});
    }
    /// All that one write of the server's brought was seen.
    void sawAll() { m_teamwork.conclude(*this, *m_findings); }
    /// The server has just looked for visits that are over, at this time of its clock.
    void sawAlarmsRaised(base::Instant now) const { m_teamwork.checkAlarms(now, *this, *m_findings); }
    /// The server went back to an earlier day. What it had taken since may be brought back, and nothing else.
    void goBackTo(const Witness &earlier);
    void sawAccess(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments,
                   const server::PackageStart &start = {});
    void sawRevocation(int device) { m_revoked.insert(device); }
    /// Something is about to leave for a device.
    void sawDelivery(int device, const changelog::PullPage &page);
    /// A chunk of an attachment is about to leave for a device.
    void sawChunk(int device, CaseId caseId);
    /// A device was told a verdict; the same position must never be told two.
    void sawVerdict(int device, std::int64_t epoch, const changelog::Verdict &verdict);

    [[nodiscard]] CompartmentSet rightsOf(int worker, CaseId caseId) const;
    /// What the worker or team itself was given, and has.
    [[nodiscard]] CompartmentSet ownRight(CaseId caseId, const base::Uuid &grantee) const;
    [[nodiscard]] bool isKnown(CaseId caseId) const { return m_rights.contains(caseId); }
    /// False in a case that a restored server has back and nobody may see yet.
    [[nodiscard]] bool wasGivenToAnybody(CaseId caseId) const;
    /// Empty where the change was not seen.
    [[nodiscard]] changelog::ChangeMeta metaOf(ChangeId change) const;
    /// True once the server was restored.
    [[nodiscard]] bool wentBack() const { return m_wentBack; }
    /// Also where the right was taken away since.
    [[nodiscard]] CompartmentSet everHeld(int worker, CaseId caseId) const
    {
        const auto held = m_everHeld.find({worker, caseId});
        return held == m_everHeld.end() ? CompartmentSet() : held->second;
    }
    /// True where the device's worker may see the record, and it stays at the server all the same: it is not in force, and was
    /// not touched since the right to its case was given, nor in the time before that which came with it.
    [[nodiscard]] bool staysBehind(int device, base::RecordId record) const;
    [[nodiscard]] std::int64_t countBehind(int device, CaseId caseId) const;
    [[nodiscard]] const std::vector<SeenChange> &order() const { return m_order; }
    [[nodiscard]] std::int64_t lastSeq() const { return m_order.empty() ? 0 : m_order.back().seq; }
    [[nodiscard]] bool isAccepted(ChangeId change) const { return m_byId.contains(change); }
    [[nodiscard]] bool isRevoked(int device) const { return m_revoked.contains(device); }
    [[nodiscard]] std::vector<CaseId> cases() const;

private:
    using Rights = std::map<base::Uuid, CompartmentSet>;
    void judgeAuthor(const SeenChange &change, bool opensCase);
    void judgeBroughtBack(const SeenChange &change);

    /// What is known of a note, an attachment, a report or a visit, the kinds here that may stay behind. A report is in force
    /// until it is deleted, a visit until its end.
    struct Ageing {
        Compartment compartment = Compartment::File;
        changelog::RecordState state;
        std::int64_t last = 0;
        base::Instant touched;
        bool always = false; ///< Shares a change with something else.

        [[nodiscard]] bool isInForce() const;
    };
    void followAgeing(const SeenChange &change);

    Findings *m_findings;
    TeamworkWitness m_teamwork;
    bool m_wentBack = false;
    std::map<base::RecordId, Ageing> m_ageing;
    std::map<std::tuple<int, CaseId, int>, server::PackageStart> m_opened; ///< By worker and compartment.
    std::map<std::pair<int, CaseId>, std::vector<server::PackageFetch>> m_fetches;
    std::vector<SeenChange> m_order;
    std::map<ChangeId, std::size_t> m_byId;
    std::map<std::int64_t, std::size_t> m_bySeq;
    std::map<CaseId, Rights> m_rights;
    std::map<std::pair<int, CaseId>, CompartmentSet> m_everHeld; ///< By worker.
    std::set<std::pair<base::Uuid, CaseId>> m_granted;           ///< By whom it was given to, also where it is gone.
    std::set<int> m_revoked;
    std::map<std::tuple<int, std::int64_t, std::int64_t>, changelog::Verdict> m_verdicts;
    std::set<std::tuple<CaseId, base::Uuid, std::uint32_t>> m_given; ///< By an administrator, ever.
    // Of all the days that a restore took away.
    /// Lines, with the times of their receipts: more than one where somebody's push was faster than another's offer.
    std::map<base::Hash, std::set<base::Instant>> m_takenFormerly;
    std::set<std::pair<base::Uuid, CaseId>> m_heldFormerly;
};

} // namespace faltakt::simulation
