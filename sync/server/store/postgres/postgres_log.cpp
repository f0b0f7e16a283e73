// The order and the journals: writing. Reading stands in postgres_log_reading.cpp, rights, cases and record states in
// postgres_log_cases.cpp.
#include "sync/server/store/postgres/postgres_log.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char TakeSeqs[] = "UPDATE counter SET last_seq = last_seq + $2 WHERE tenant = $1 RETURNING last_seq";
// Where the counter was read behind the tenant's lock. It cannot stand elsewhere; if it did, the column takes no NULL.
constexpr char TakeSeqsAfter[] =
    "UPDATE counter SET last_seq = CASE WHEN last_seq = $3 THEN last_seq + $2 END WHERE tenant = $1";
constexpr char AddQuarantined[] =
    "INSERT INTO quarantine (tenant, hash, id, case_id, worker, device, epoch, n, received, reason, field, line)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (tenant, hash) DO NOTHING";
constexpr char SetJournalHead[] =
    "INSERT INTO journal_head (tenant, device, epoch, n, link, signature) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (tenant, device, epoch) DO UPDATE SET n = excluded.n, link = excluded.link,"
    " signature = excluded.signature";

bool isEntryOf(const PostgresLogMemory::Added &change, DeviceId device, std::int64_t epoch, const JournalEntry &entry)
{
    return entry.verdict.kind == changelog::VerdictKind::Accepted && entry.verdict.receipt
           && entry.verdict.receipt->seq == change.seq && device == change.device && epoch == change.epoch
           && entry.n == change.n && entry.hash == change.hash;
}

} // namespace

Result<void> PostgresLog::enter(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY_VOID(m_session->settle());
    if (m_memory.tenant != tenant) {
        m_memory = {};
        m_memory.tenant = tenant;
    }
    return {};
}

Result<std::int64_t> PostgresLog::takeSeqs(TenantId tenant, std::int64_t count)
{
    TRY_VOID(enter(tenant));
    if (m_memory.lastSeq) {
        m_session->queue(TakeSeqsAfter, PostgresParameters().add(tenant).add(count).add(*m_memory.lastSeq));
        *m_memory.lastSeq += count;
    } else {
        TRY(const auto rows, m_session->query(TakeSeqs, PostgresParameters().add(tenant).add(count)));
        if (rows.empty())
            return fail(ErrorCode::Damaged, "a tenant without counter");
        m_memory.lastSeq = rows.front().integer(0);
    }
    m_session->grown().insert(tenant);
    const std::int64_t first = *m_memory.lastSeq - count + 1;
    if (!m_memory.firstTaken)
        m_memory.firstTaken = first;
    return first;
}

Result<void> PostgresLog::addChange(TenantId tenant, const StoredChange &change)
{
    TRY_VOID(enter(tenant));
    m_session->relieve();
    auto &rows = m_session->pendingChanges({change.device, change.epoch, change.by, change.received});
    rows.goWithoutLink();
    rows.seq.add(change.seq);
    rows.caseId.add(change.caseId);
    rows.compartment.add(std::int64_t(change.compartment));
    rows.n.add(change.n);
    rows.id.add(change.id);
    rows.hash.add(base::ByteView(change.hash));
    rows.at.add(change.at);
    rows.stamp.add(base::ByteView(change.stamp));
    rows.line.add(std::string_view(change.line));
    rows.part.add(change.place.part);
    rows.inForce.add(std::int64_t(change.place.inForce));
    rows.touchesMore.add(std::int64_t(change.place.touchesMore));
    const changelog::Receipt receipt{change.seq, change.received, change.stamp};
    m_memory.accepted.insert_or_assign(change.id, PostgresLogMemory::Accepted{{change.hash, receipt, {}, {}},
                                                                              {change.by, change.at, change.received}});
    m_memory.lastAdded = {change.seq, change.device, change.epoch, change.n, change.hash};
    return {};
}

Result<void> PostgresLog::addQuarantined(TenantId tenant, const QuarantinedChange &change)
{
    TRY_VOID(enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(change.hash).add(change.id).add(change.caseId).add(change.worker).add(change.device);
    parameters.add(change.epoch).add(change.n).add(change.received).add(change.reason).add(change.field);
    m_session->queue(AddQuarantined, parameters.add(change.line));
    if (change.id)
        m_memory.quarantined.erase(*change.id);
    return {};
}

Result<void> PostgresLog::addJournalEntry(TenantId tenant, DeviceId device, std::int64_t epoch,
                                          const JournalEntry &entry)
{
    TRY_VOID(enter(tenant));
    m_memory.journal.reset();
    // The entry of the line that was taken in just now is that line's own row.
    if (auto &changes = m_session->pending().changes;
        changes.awaitsLink() && isEntryOf(m_memory.lastAdded, device, epoch, entry)) {
        changes.link.add(base::ByteView(entry.link));
        return {};
    }
    auto &rows = m_session->pending().journal;
    rows.device.add(device);
    rows.epoch.add(epoch);
    rows.n.add(entry.n);
    rows.hash.add(base::ByteView(entry.hash));
    rows.link.add(base::ByteView(entry.link));
    rows.verdict.add(std::int64_t(entry.verdict.kind));
    if (entry.verdict.receipt)
        rows.seq.add(entry.verdict.receipt->seq);
    else
        rows.seq.addNull();
    rows.reason.add(std::string_view(entry.verdict.reason));
    rows.field.add(std::string_view(entry.verdict.field));
    m_session->relieve();
    return {};
}

Result<void> PostgresLog::setJournalHead(TenantId tenant, DeviceId device, std::int64_t epoch, const JournalHead &head,
                                         const crypto::Signature &signature)
{
    TRY_VOID(enter(tenant));
    m_memory.journal.reset();
    PostgresParameters parameters;
    parameters.add(tenant).add(device).add(epoch).add(head.n).add(head.link);
    m_session->queue(SetJournalHead, parameters.add(base::ByteView(signature)));
    return {};
}

} // namespace faltakt::server
