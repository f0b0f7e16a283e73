#include "sync/server/api/change_intake.h"

#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "core/crypto/hash.h"
#include "sync/server/api/case_sum_keeper.h"
#include "sync/server/api/package_keeper.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/record_keeper.h"
#include "sync/server/api/returning_author.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;
using changelog::Receipt;
using changelog::Verdict;
using changelog::VerdictKind;

base::Hash makeStamp(const crypto::SecretBytes &stampKey, TenantId tenant, std::int64_t seq, base::Instant received,
                     const base::Hash &lineHash)
{
    const std::string statement = "faltakt-stamp-2\n" + tenant.toString() + '\n' + std::to_string(seq) + '\n'
                                  + std::to_string(base::toMs(received)) + '\n' + base::toBase64Url(lineHash);
    return crypto::mac(stampKey, base::bytesOf(statement));
}

namespace {

/// One push's worth of work inside its transaction.
class Intake {
public:
    Intake(StoreTransaction &transaction, const Caller &caller, Authority authority, std::int64_t epoch,
           base::Instant now, const crypto::SecretBytes &stampKey)
        : m_transaction(transaction), m_caller(caller), m_authority(authority), m_epoch(epoch), m_now(now),
          m_stampKey(stampKey), m_records(transaction, caller.session.tenant, casework::swedishDate(now), now),
          m_packages(transaction.log(), caller.session.tenant, casework::recordSchemas())
    {
    }

    Result<Intaken> run(std::span<const PreparedLine> lines);
    [[nodiscard]] const AccessNotes &notes() const { return m_notes; }

private:
    Result<std::vector<Judgement>> judgeAll(std::span<const PreparedLine> lines);
    [[nodiscard]] std::int64_t seqsFor(const Judgement &judgement) const;
    Result<Verdict> accept(const PreparedLine &line, const Acceptance &acceptance);
    Result<void> openCase(CaseId caseId);
    Result<void> giveRights(CaseId caseId, const std::vector<Grantee> &grantees);
    Result<Verdict> reject(const PreparedLine &line, const Rejection &rejection);
    [[nodiscard]] Result<Receipt> earlierReceipt(const PreparedLine &line, const Repetition &repetition);
    Result<Verdict> conclude(const PreparedLine &line, const Judgement &judgement);
    void noteWhatWasTold(const changelog::Change &change);

    StoreTransaction &m_transaction;
    const Caller &m_caller;
    Authority m_authority;
    std::int64_t m_epoch;
    base::Instant m_now;
    const crypto::SecretBytes &m_stampKey;
    RecordKeeper m_records;
    PackageKeeper m_packages;
    CaseSumKeeper m_sums;
    ProtectedCases m_protected;
    AccessNotes m_notes;
    std::vector<JournalEntry> m_absentBefore;
    std::int64_t m_nextSeq = 0;
};

/// A line that is offered as its hash alone: what was said of it when it still was there.
Verdict absentVerdict(const PreparedLine &line, const std::vector<JournalEntry> &known)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const JournalEntry &entry) {
        return entry.hash == line.hash && entry.verdict.kind != VerdictKind::Absent;
    });
    Verdict verdict;
    verdict.kind = VerdictKind::Absent;
    if (found != known.end()) {
        verdict = found->verdict;
        if (verdict.kind == VerdictKind::Accepted)
            verdict.kind = VerdictKind::Duplicate;
    }
    return verdict;
}

Result<std::vector<Judgement>> Intake::judgeAll(std::span<const PreparedLine> lines)
{
    TRY_VOID(m_transaction.log().expect(m_caller.session.tenant, expectedReads(lines)));
    ChangeJudge judge(m_transaction, m_caller, m_authority);
    std::vector<Judgement> judgements;
    judgements.reserve(lines.size());
    std::vector<base::Hash> absent;
    for (const PreparedLine &line : lines) {
        if (!line.held) {
            absent.push_back(line.hash);
            judgements.emplace_back(Repetition{});
            continue;
        }
        TRY(Judgement judgement, judge.judge(line));
        judgements.push_back(std::move(judgement));
    }
    if (!absent.empty()) {
        TRY(m_absentBefore,
            m_transaction.log().journalByHash(m_caller.session.tenant, m_caller.session.device, absent));
    }
    return judgements;
}

/// A new case takes a number for each right that it hands out, before the change itself; a case whose author is back, too.
std::int64_t Intake::seqsFor(const Judgement &judgement) const
{
    if (const auto *repetition = std::get_if<Repetition>(&judgement))
        return std::int64_t(repetition->entitled.size());
    const auto *acceptance = std::get_if<Acceptance>(&judgement);
    if (!acceptance)
        return 0;
    const bool grants = acceptance->newCase && m_authority == Authority::Worker;
    return 1 + (grants ? std::int64_t(m_caller.grantees().size()) : 0);
}

Result<Intaken> Intake::run(std::span<const PreparedLine> lines)
{
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto judgements, judgeAll(lines));
    std::int64_t count = 0;
    for (const Judgement &judgement : judgements)
        count += seqsFor(judgement);
    if (count > 0) {
        TRY(m_nextSeq, m_transaction.log().takeSeqs(tenant, count));
    }
    std::vector<Verdict> verdicts;
    verdicts.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        TRY(Verdict verdict, conclude(lines[i], judgements[i]));
        verdict.n = lines[i].n;
        TRY_VOID(m_transaction.log().addJournalEntry(tenant, m_caller.session.device, m_epoch,
                                                     {lines[i].n, lines[i].hash, lines[i].link, verdict}));
        verdicts.push_back(std::move(verdict));
    }
    TRY_VOID(m_records.flush());
    TRY_VOID(m_packages.flush());
    TRY_VOID(m_sums.flush(m_transaction.log(), tenant));
    // Who is asked by name gets the card by name where the team's right has just gone; a team that is asked gets none.
    TRY_VOID(m_protected.narrowRights(m_transaction, tenant, m_now, m_notes));
    TRY_VOID(m_records.keepTakeovers());
    TRY_VOID(m_protected.narrowRights(m_transaction, tenant, m_now, m_notes));
    return Intaken{std::move(verdicts), count > 0};
}

Result<Verdict> Intake::conclude(const PreparedLine &line, const Judgement &judgement)
{
    if (!line.held)
        return absentVerdict(line, m_absentBefore);
    if (const auto *acceptance = std::get_if<Acceptance>(&judgement))
        return accept(line, *acceptance);
    if (const auto *rejection = std::get_if<Rejection>(&judgement))
        return reject(line, *rejection);
    const auto &repetition = std::get<Repetition>(judgement);
    if (!repetition.entitled.empty()) {
        m_notes.add(AccessAct::Written, line.change->change.caseId, CompartmentSet::ofCaseworker(), RightGivenBack);
        TRY_VOID(giveRights(line.change->change.caseId, repetition.entitled));
    }
    TRY(const Receipt receipt, earlierReceipt(line, repetition));
    return Verdict{line.n, VerdictKind::Duplicate, receipt, {}, {}};
}

Result<Receipt> Intake::earlierReceipt(const PreparedLine &line, const Repetition &repetition)
{
    if (repetition.receipt)
        return *repetition.receipt;
    TRY(const auto known, m_transaction.log().accepted(m_caller.session.tenant, line.change->change.id));
    if (!known || !known->receipt)
        return base::fail(base::ErrorCode::Internal, "a repeated line without its first");
    return *known->receipt;
}

Result<void> Intake::openCase(CaseId caseId)
{
    const TenantId tenant = m_caller.session.tenant;
    TRY_VOID(m_transaction.log().addCase({caseId, tenant, m_caller.team, m_now}));
    if (m_authority == Authority::Server)
        return {};
    return giveRights(caseId, m_caller.grantees());
}

Result<void> Intake::giveRights(CaseId caseId, const std::vector<Grantee> &grantees)
{
    for (const Grantee &grantee : grantees)
        TRY_VOID(m_transaction.log().addAccess(
            m_caller.session.tenant, {m_nextSeq++, caseId, grantee, CompartmentSet::ofCaseworker(), {}, m_now}));
    return {};
}

/// The device's own word on what was opened, for what purpose; the reason in plain text stays in the line.
void Intake::noteWhatWasTold(const changelog::Change &change)
{
    const auto codeIn = [](const changelog::RecordSet &set, std::string_view field) {
        const auto *value = set.fields.find(field);
        return value && value->string() ? *value->string() : std::string();
    };
    for (const changelog::RecordSet &set : change.sets) {
        const auto *kind = casework::recordSchemas().kind(set.kind);
        if (kind && kind->compartment == changelog::Compartment::Reading)
            m_notes.add(AccessAct::Told, change.caseId, {}, codeIn(set, "action"), codeIn(set, "purpose"));
    }
}

Result<Verdict> Intake::accept(const PreparedLine &line, const Acceptance &acceptance)
{
    const TenantId tenant = m_caller.session.tenant;
    const changelog::Change &change = line.change->change;
    if (acceptance.newCase)
        TRY_VOID(openCase(change.caseId));
    StoredChange stored;
    stored.seq = m_nextSeq++;
    stored.caseId = change.caseId;
    stored.compartment = line.compartment;
    stored.id = change.id;
    stored.hash = line.hash;
    stored.line = line.change->line;
    stored.by = change.by;
    stored.at = change.at;
    stored.device = m_caller.session.device;
    stored.epoch = m_epoch;
    stored.n = line.n;
    stored.received = m_now;
    stored.stamp = makeStamp(m_stampKey, tenant, stored.seq, stored.received, line.hash);
    TRY(auto placing, m_packages.place(change, line.compartment, stored.seq));
    TRY(const std::int64_t opened, m_records.apply(change, placing.made, placing.place.part));
    TRY_VOID(m_packages.count(placing, stored, opened));
    stored.place = placing.place;
    TRY_VOID(m_transaction.log().addChange(tenant, stored));
    m_sums.add(stored.caseId, stored.compartment, stored.hash);
    m_notes.add(AccessAct::Written, change.caseId, {line.compartment});
    m_protected.note(change);
    noteWhatWasTold(change);
    return Verdict{line.n, VerdictKind::Accepted, Receipt{stored.seq, stored.received, stored.stamp}, {}, {}};
}

Result<Verdict> Intake::reject(const PreparedLine &line, const Rejection &rejection)
{
    QuarantinedChange kept;
    kept.hash = line.hash;
    if (line.change) {
        kept.id = line.change->change.id;
        kept.caseId = line.change->change.caseId;
    }
    kept.line = line.change ? line.change->line : line.raw;
    kept.worker = m_caller.session.worker;
    kept.device = m_caller.session.device;
    kept.epoch = m_epoch;
    kept.n = line.n;
    kept.received = m_now;
    kept.reason = rejection.reason;
    kept.field = rejection.field;
    TRY_VOID(m_transaction.log().addQuarantined(m_caller.session.tenant, kept));
    m_notes.add(AccessAct::Returned, kept.caseId, line.touched, rejection.reason);
    return Verdict{line.n, VerdictKind::Quarantined, std::nullopt, rejection.reason, rejection.field};
}

} // namespace

Result<Intaken> ChangeIntake::take(StoreTransaction &transaction, const Caller &caller, Authority authority,
                                   std::int64_t epoch, std::span<const PreparedLine> lines) const
{
    Intake intake(transaction, caller, authority, epoch, m_clock->now(), m_keys->stampKey());
    TRY(auto taken, intake.run(lines));
    TRY_VOID(m_accessLog->append(transaction, caller.session, intake.notes()));
    return taken;
}

} // namespace faltakt::server
