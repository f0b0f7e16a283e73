#include "sync/server/api/offer_service.h"

#include "core/casework/swedish_time.h"
#include "core/crypto/hash.h"
#include "sync/server/api/case_sum_keeper.h"
#include "sync/server/api/package_keeper.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/record_keeper.h"
#include "sync/server/api/returning_author.h"

#include <algorithm>
#include <map>
#include <set>

namespace faltakt::server {

using base::Result;
using changelog::ChangeLine;
using changelog::CompartmentSet;
using changelog::OfferedLine;
using changelog::OfferVerdict;

namespace {

/// In the access log, beside what the bringer writes himself.
constexpr char BroughtBack[] = "broughtBack";

/// An offered line whose stamp is ours.
struct Proven {
    const OfferedLine *offered = nullptr;
    ChangeLine change;
};

/// Reads and proves before anything is locked; what is no line of ours stays empty.
std::vector<std::optional<Proven>> prove(const std::vector<OfferedLine> &lines, TenantId tenant,
                                         const crypto::SecretBytes &stampKey)
{
    std::vector<std::optional<Proven>> proven(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const base::Hash hash = crypto::blake2b256(base::bytesOf(lines[i].line));
        const base::Hash stamp = makeStamp(stampKey, tenant, lines[i].receipt.seq, lines[i].receipt.received, hash);
        if (!crypto::constantTimeEqual(stamp, lines[i].receipt.stamp))
            continue;
        if (auto change = changelog::readChangeLine(lines[i].line))
            proven[i] = Proven{&lines[i], std::move(*change)};
    }
    return proven;
}

/// The work on one offer inside its transaction.
class OfferIntake {
public:
    OfferIntake(StoreTransaction &transaction, const Caller &caller, const changelog::SchemaTable &schema,
                const crypto::SecretBytes &stampKey, base::Instant now)
        : m_transaction(transaction), m_log(transaction.log()), m_caller(caller), m_tenant(caller.session.tenant),
          m_schema(schema), m_stampKey(stampKey), m_now(now),
          m_records(transaction, m_tenant, casework::swedishDate(now), now), m_packages(m_log, m_tenant, schema)
    {
    }

    Result<std::vector<OfferVerdict>> run(const std::vector<std::optional<Proven>> &lines);
    [[nodiscard]] bool grew() const { return m_grew; }
    [[nodiscard]] const AccessNotes &notes() const { return m_notes; }

private:
    Result<void> expect(const std::vector<std::optional<Proven>> &lines);
    Result<OfferVerdict> judge(const ChangeLine &line);
    Result<bool> standsInTheWay(const changelog::Change &change);
    Result<void> noteOwnCase(CaseId caseId);
    Result<void> openCases();
    Result<void> giveRights();
    Result<void> add(const Proven &proven);

    StoreTransaction &m_transaction;
    LogWriter &m_log;
    const Caller &m_caller;
    TenantId m_tenant;
    const changelog::SchemaTable &m_schema;
    const crypto::SecretBytes &m_stampKey;
    base::Instant m_now;
    RecordKeeper m_records;
    PackageKeeper m_packages;
    CaseSumKeeper m_sums;
    ProtectedCases m_protected;
    AccessNotes m_notes;
    std::map<ChangeId, base::Hash> m_taken;
    std::map<RecordId, RecordHome> m_homes;
    std::map<CaseId, WorkerId> m_newCases;              ///< With the author of the line that opens it.
    std::map<CaseId, std::vector<Grantee>> m_rightless; ///< Of the caller's own cases, with who gets a right.
    std::set<CaseId> m_looked;
    std::int64_t m_nextSeq = 0;
    bool m_grew = false;
};

Result<void> OfferIntake::expect(const std::vector<std::optional<Proven>> &lines)
{
    ExpectedReads reads;
    for (const auto &line : lines) {
        if (!line)
            continue;
        const changelog::Change &change = line->change.change;
        reads.changes.push_back(change.id);
        reads.cases.push_back(change.caseId);
        for (const changelog::RecordSet &set : change.sets) {
            reads.records.push_back(set.record);
            reads.changes.insert(reads.changes.end(), set.base.begin(), set.base.end());
        }
    }
    const auto unique = [](auto &ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    };
    unique(reads.changes);
    unique(reads.cases);
    unique(reads.records);
    return m_log.expect(m_tenant, reads);
}

/// The server took the line once, so neither rights nor schema are asked again; but nothing that came since is overwritten.
Result<OfferVerdict> OfferIntake::judge(const ChangeLine &line)
{
    const changelog::Change &change = line.change;
    if (const auto earlier = m_taken.find(change.id); earlier != m_taken.end())
        return earlier->second == line.hash ? OfferVerdict::Known : OfferVerdict::Refused;
    TRY(const auto accepted, m_log.accepted(m_tenant, change.id));
    if (accepted && accepted->hash != line.hash)
        return OfferVerdict::Refused;
    if (!accepted) {
        TRY(const auto owner, m_log.tenantOfCase(change.caseId));
        if (owner && *owner != m_tenant)
            return OfferVerdict::Refused;
        TRY(const bool blocked, standsInTheWay(change));
        if (blocked)
            return OfferVerdict::Refused;
        if (!owner)
            m_newCases.try_emplace(change.caseId, change.by);
        m_taken.emplace(change.id, line.hash);
        for (const changelog::RecordSet &set : change.sets)
            m_homes.try_emplace(set.record, RecordHome{change.caseId, set.kind});
    }
    if (canBringRightBack(m_caller, change))
        TRY_VOID(noteOwnCase(change.caseId));
    return accepted ? OfferVerdict::Known : OfferVerdict::Taken;
}

Result<bool> OfferIntake::standsInTheWay(const changelog::Change &change)
{
    for (const changelog::RecordSet &set : change.sets) {
        auto home = m_homes.find(set.record);
        if (home == m_homes.end()) {
            TRY(auto stored, m_log.recordHome(m_tenant, set.record));
            if (!stored)
                continue;
            home = m_homes.emplace(set.record, std::move(*stored)).first;
        }
        if (home->second.caseId != change.caseId || home->second.kind != set.kind)
            return true;
    }
    return false;
}

Result<void> OfferIntake::noteOwnCase(CaseId caseId)
{
    if (!m_looked.insert(caseId).second)
        return {};
    const auto opened = m_newCases.find(caseId);
    if (opened == m_newCases.end()) {
        TRY(auto grantees, granteesOfOwnCase(m_log, m_caller, caseId));
        if (!grantees.empty())
            m_rightless.emplace(caseId, std::move(grantees));
        return {};
    }
    std::vector<Grantee> grantees{m_caller.session.worker.uuid()};
    if (opened->second == m_caller.session.worker && m_caller.team)
        grantees.push_back(m_caller.team->uuid());
    m_rightless.emplace(caseId, std::move(grantees));
    return {};
}

Result<void> OfferIntake::openCases()
{
    for (const auto &[caseId, author] : m_newCases) {
        TRY(const auto worker, m_transaction.identity().worker(m_tenant, author));
        TRY_VOID(m_log.addCase({caseId, m_tenant, worker ? worker->team : std::nullopt, m_now}));
    }
    return {};
}

Result<void> OfferIntake::giveRights()
{
    for (const auto &[caseId, grantees] : m_rightless) {
        m_notes.add(AccessAct::Written, caseId, CompartmentSet::ofCaseworker(), RightGivenBack);
        for (const Grantee &grantee : grantees)
            TRY_VOID(
                m_log.addAccess(m_tenant, {m_nextSeq++, caseId, grantee, CompartmentSet::ofCaseworker(), {}, m_now}));
    }
    return {};
}

/// By no device's journal: epoch 0, so that the bringer gets the new receipt like everybody else.
Result<void> OfferIntake::add(const Proven &proven)
{
    const changelog::Change &change = proven.change.change;
    StoredChange stored;
    stored.seq = m_nextSeq++;
    stored.caseId = change.caseId;
    stored.compartment = changelog::compartmentOf(change, m_schema);
    stored.id = change.id;
    stored.hash = proven.change.hash;
    stored.line = proven.change.line;
    stored.by = change.by;
    stored.at = change.at;
    stored.device = m_caller.session.device;
    stored.epoch = 0;
    stored.received = proven.offered->receipt.received;
    stored.stamp = makeStamp(m_stampKey, m_tenant, stored.seq, stored.received, stored.hash);
    TRY(auto placing, m_packages.place(change, stored.compartment, stored.seq));
    TRY(const std::int64_t opened, m_records.apply(change, placing.made, placing.place.part));
    TRY_VOID(m_packages.count(placing, stored, opened));
    stored.place = placing.place;
    TRY_VOID(m_log.addChange(m_tenant, stored));
    m_sums.add(stored.caseId, stored.compartment, stored.hash);
    m_protected.note(change);
    m_notes.add(AccessAct::Written, stored.caseId, {stored.compartment}, BroughtBack);
    return {};
}

Result<std::vector<OfferVerdict>> OfferIntake::run(const std::vector<std::optional<Proven>> &lines)
{
    TRY_VOID(expect(lines));
    std::vector<OfferVerdict> verdicts;
    verdicts.reserve(lines.size());
    for (const auto &line : lines) {
        auto verdict = OfferVerdict::Refused;
        if (line) {
            TRY(verdict, judge(line->change));
        }
        verdicts.push_back(verdict);
    }
    std::int64_t count = std::int64_t(m_taken.size());
    for (const auto &[caseId, grantees] : m_rightless)
        count += std::int64_t(grantees.size());
    if (count == 0)
        return verdicts;
    TRY(m_nextSeq, m_log.takeSeqs(m_tenant, count));
    m_grew = true;
    TRY_VOID(openCases());
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (verdicts[i] == OfferVerdict::Taken)
            TRY_VOID(add(*lines[i]));
    TRY_VOID(giveRights());
    TRY_VOID(m_records.flush());
    TRY_VOID(m_packages.flush());
    TRY_VOID(m_sums.flush(m_log, m_tenant));
    TRY_VOID(m_protected.narrowRights(m_transaction, m_tenant, m_now, m_notes));
    TRY_VOID(m_records.keepTakeovers());
    TRY_VOID(m_protected.narrowRights(m_transaction, m_tenant, m_now, m_notes));
    return verdicts;
}

} // namespace

Result<std::vector<OfferVerdict>> OfferService::take(const Session &session, const std::vector<OfferedLine> &lines)
{
    const auto proven = prove(lines, session.tenant, m_keys->stampKey());
    bool grew = false;
    auto verdicts = m_store->write([&](StoreTransaction &transaction) -> Result<std::vector<OfferVerdict>> {
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        OfferIntake intake(transaction, caller, *m_schema, m_keys->stampKey(), m_clock->now());
        TRY(auto given, intake.run(proven));
        grew = intake.grew();
        if (!intake.notes().empty())
            TRY_VOID(m_accessLog->append(transaction, session, intake.notes()));
        return given;
    });
    if (verdicts && grew && m_orderGrew)
        m_orderGrew(session.tenant);
    return verdicts;
}

} // namespace faltakt::server
