#include "sync/server/store/postgres/postgres_log.h"

#include "core/store/record_codec.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::VerdictKind;

namespace {

constexpr char ReadLastSeq[] = "SELECT last_seq FROM counter WHERE tenant = $1";
constexpr char ReadJournalHead[] = "SELECT n, link FROM journal_head WHERE tenant = $1 AND device = $2 AND epoch = $3";
// Plans are made once, mostly while the tables are empty, when one index costs as much as the other. So each question asks for
// an order that only the right index has, of ranges (that are one point) and rows of values: a value that is given makes no
// order.
//
// An accepted line is its journal's entry itself; the table holds the other entries.
constexpr char ReadJournal[] =
    "(SELECT n, hash, link, 0::bigint, seq, ''::text, ''::text, received, stamp FROM change WHERE tenant = $1"
    " AND (device, epoch, n) >= ($2, $3, $4) AND (device, epoch, n) <= ($2, $3, $5) AND link IS NOT NULL"
    " ORDER BY device, epoch, n) UNION ALL"
    " SELECT j.n, j.hash, j.link, j.verdict, j.seq, j.reason, j.field, c.received, c.stamp FROM journal j"
    " LEFT JOIN LATERAL (SELECT received, stamp FROM change WHERE tenant = $1 AND seq >= j.seq AND seq <= j.seq"
    " ORDER BY seq LIMIT 1) c ON true"
    " WHERE j.tenant = $1 AND j.device = $2 AND j.epoch = $3 AND j.n BETWEEN $4 AND $5 ORDER BY 1";
// Lines that are no longer held are rare: one walk through the device's journal instead of an index over random bytes that
// every push would pay for.
constexpr char ReadJournalByHash[] =
    "(SELECT n, hash, link, 0::bigint, seq, ''::text, ''::text, received, stamp, epoch FROM change WHERE tenant = $1"
    " AND (device, epoch) >= ($2, 0) AND (device, epoch) <= ($2, 9223372036854775807) AND hash = ANY($3)"
    " AND link IS NOT NULL ORDER BY device, epoch, change.n) UNION ALL"
    " SELECT j.n, j.hash, j.link, j.verdict, j.seq, j.reason, j.field, c.received, c.stamp, j.epoch FROM journal j"
    " LEFT JOIN LATERAL (SELECT received, stamp FROM change WHERE tenant = $1 AND seq >= j.seq AND seq <= j.seq"
    " ORDER BY seq LIMIT 1) c ON true"
    " WHERE j.tenant = $1 AND j.device = $2 AND j.hash = ANY($3) ORDER BY 10, 1";
constexpr char ReadAccepted[] =
    "SELECT e.* FROM unnest($2::uuid[]) AS one (id) CROSS JOIN LATERAL (SELECT id, hash, seq, received, stamp,"
    " by_worker, at FROM change WHERE tenant = $1 AND id >= one.id AND id <= one.id ORDER BY id LIMIT 1) AS e";
// Mostly nothing lies there: that is looked at once, before each id.
constexpr char ReadQuarantined[] =
    "SELECT e.id, e.hash, e.reason, e.field FROM unnest($2::uuid[]) AS one (id) CROSS JOIN LATERAL (SELECT id, hash,"
    " reason, field, position FROM quarantine WHERE tenant = $1 AND id = one.id OFFSET 0) AS e"
    " WHERE EXISTS (SELECT 1 FROM quarantine WHERE tenant = $1) ORDER BY e.position DESC";
constexpr char ReadQuarantine[] =
    "SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line, position"
    " FROM quarantine WHERE tenant = $1 ORDER BY position";
constexpr char ReadQuarantineOfCase[] =
    "SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line, position"
    " FROM quarantine WHERE tenant = $1 AND case_id = $2 ORDER BY position";
// Pairs, so that a plan cannot sort all of them first.
constexpr char ReadQuarantineBefore[] =
    "SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line, position"
    " FROM quarantine WHERE (tenant, position) < ($1, $2) AND (tenant, position) > ($1, 0)"
    " ORDER BY tenant DESC, position DESC LIMIT $3";
constexpr char ReadPlaces[] =
    "SELECT seq, case_id, compartment, device, epoch, received, part, in_force, touches_more FROM change"
    " WHERE tenant = $1 AND seq > $2"
    " ORDER BY seq LIMIT $3";
// Pairs, so that a plan cannot walk along the order instead of the case.
constexpr char ReadPlacesOfCase[] =
    "SELECT seq, case_id, compartment, device, epoch, received, part, in_force, touches_more FROM change"
    " WHERE tenant = $1 AND (case_id, seq) > ($2, $3)"
    " AND (case_id, seq) <= ($2, $4) ORDER BY case_id, seq LIMIT $5";
constexpr char ReadLines[] =
    "SELECT e.* FROM unnest($2::bigint[]) AS one (seq) CROSS JOIN LATERAL (SELECT seq, case_id, compartment, id, hash,"
    " by_worker, at, device, epoch, n, received, stamp, line, part, in_force, touches_more FROM change"
    " WHERE tenant = $1 AND seq >= one.seq AND seq <= one.seq ORDER BY seq LIMIT 1) AS e";

constexpr std::size_t MostReadAhead = 128;

JournalEntry entryOf(const PostgresRow &row)
{
    JournalEntry entry;
    entry.n = row.integer(0);
    entry.hash = row.hash(1);
    entry.link = row.hash(2);
    entry.verdict.n = entry.n;
    entry.verdict.kind = VerdictKind(row.integer(3));
    if (!row.isNull(4))
        entry.verdict.receipt = changelog::Receipt{row.integer(4), row.instant(7), row.hash(8)};
    entry.verdict.reason = std::string(row.text(5));
    entry.verdict.field = std::string(row.text(6));
    return entry;
}

JournalHead headOf(const PostgresRows &rows)
{
    return rows.empty() ? JournalHead{} : JournalHead{rows.front().integer(0), rows.front().hash(1)};
}

PartPlace placeIn(const PostgresRow &row, int column)
{
    return {row.integer(column), row.integer(column + 1) != 0, row.integer(column + 2) != 0};
}

ChangePlace placeOf(const PostgresRow &row)
{
    return {row.integer(0),      row.id<CaseId>(1), changelog::Compartment(row.integer(2)),
            row.id<DeviceId>(3), row.integer(4),    row.instant(5),
            placeIn(row, 6)};
}

StoredChange changeOf(const PostgresRow &row)
{
    StoredChange change;
    change.seq = row.integer(0);
    change.caseId = row.id<CaseId>(1);
    change.compartment = changelog::Compartment(row.integer(2));
    change.id = row.id<ChangeId>(3);
    change.hash = row.hash(4);
    change.by = row.id<WorkerId>(5);
    change.at = row.instant(6);
    change.device = row.id<DeviceId>(7);
    change.epoch = row.integer(8);
    change.n = row.integer(9);
    change.received = row.instant(10);
    change.stamp = row.hash(11);
    change.line = std::string(row.text(12));
    change.place = placeIn(row, 13);
    return change;
}

QuarantinedChange quarantinedOf(const PostgresRow &row)
{
    QuarantinedChange change;
    change.hash = row.hash(0);
    change.id = row.optionalId<ChangeId>(1);
    change.caseId = row.optionalId<CaseId>(2);
    change.worker = row.id<WorkerId>(3);
    change.device = row.id<DeviceId>(4);
    change.epoch = row.integer(5);
    change.n = row.integer(6);
    change.received = row.instant(7);
    change.reason = std::string(row.text(8));
    change.field = std::string(row.text(9));
    change.line = std::string(row.text(10));
    change.position = row.integer(11);
    return change;
}

std::vector<std::int64_t> seqsOf(const std::vector<ChangePlace> &places)
{
    std::vector<std::int64_t> seqs;
    seqs.reserve(places.size());
    for (const ChangePlace &place : places)
        seqs.push_back(place.seq);
    return seqs;
}

} // namespace

PostgresSession::Question acceptedQuestion(TenantId tenant, const std::vector<ChangeId> &ids)
{
    return {ReadAccepted, PostgresParameters().add(tenant).add(columnOf(ids))};
}

PostgresSession::Question quarantinedQuestion(TenantId tenant, const std::vector<ChangeId> &ids)
{
    return {ReadQuarantined, PostgresParameters().add(tenant).add(columnOf(ids))};
}

PostgresSession::Question counterQuestion(TenantId tenant) { return {ReadLastSeq, PostgresParameters().add(tenant)}; }

std::vector<PostgresSession::Question> journalQuestions(TenantId tenant, const ExpectedReads::Journal &journal)
{
    PostgresParameters place;
    place.add(tenant).add(journal.device).add(journal.epoch);
    PostgresParameters range = place;
    return {{ReadJournalHead, std::move(place)}, {ReadJournal, std::move(range.add(journal.from).add(journal.to))}};
}

void rememberJournal(PostgresLogMemory &memory, const ExpectedReads::Journal &journal, const PostgresRows &head,
                     const PostgresRows &entries)
{
    memory.journal = PostgresLogMemory::Journal{journal.device, journal.epoch, journal.from,
                                                journal.to,     headOf(head),  readAll<JournalEntry>(entries, entryOf)};
}

void rememberAccepted(PostgresLogMemory &memory, const std::vector<ChangeId> &ids, const PostgresRows &rows)
{
    for (const ChangeId &id : ids)
        memory.accepted.try_emplace(id);
    for (int i = 0; i < rows.count(); ++i) {
        const PostgresRow row = rows.row(i);
        const changelog::Receipt receipt{row.integer(2), row.instant(3), row.hash(4)};
        memory.accepted[row.id<ChangeId>(0)] = PostgresLogMemory::Accepted{
            {row.hash(1), receipt, {}, {}}, {row.id<WorkerId>(5), row.instant(6), row.instant(3)}};
    }
}

void rememberQuarantined(PostgresLogMemory &memory, const std::vector<ChangeId> &ids, const PostgresRows &rows)
{
    for (const ChangeId &id : ids)
        memory.quarantined.try_emplace(id);
    for (int i = 0; i < rows.count(); ++i) {
        const PostgresRow row = rows.row(i);
        memory.quarantined[row.id<ChangeId>(0)] =
            KnownChange{row.hash(1), {}, std::string(row.text(2)), std::string(row.text(3))};
    }
}

Result<std::int64_t> PostgresLog::lastSeq(TenantId tenant)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadLastSeq, PostgresParameters().add(tenant)));
    if (rows.empty())
        return fail(ErrorCode::Damaged, "a tenant without counter");
    return rows.front().integer(0);
}

Result<JournalHead> PostgresLog::journalHead(TenantId tenant, DeviceId device, std::int64_t epoch)
{
    TRY_VOID(enter(tenant));
    if (const auto &known = m_memory.journal; known && known->device == device && known->epoch == epoch)
        return known->head;
    TRY(const auto rows, m_session->query(ReadJournalHead, PostgresParameters().add(tenant).add(device).add(epoch)));
    return headOf(rows);
}

Result<std::vector<JournalEntry>> PostgresLog::journal(TenantId tenant, DeviceId device, std::int64_t epoch,
                                                       std::int64_t from, std::int64_t to)
{
    TRY_VOID(enter(tenant));
    if (const auto &known = m_memory.journal;
        known && known->device == device && known->epoch == epoch && known->from <= from && to <= known->to) {
        auto entries = known->entries;
        std::erase_if(entries, [&](const JournalEntry &entry) { return entry.n < from || entry.n > to; });
        return entries;
    }
    const auto parameters = PostgresParameters().add(tenant).add(device).add(epoch).add(from).add(to);
    TRY(const auto rows, m_session->query(ReadJournal, parameters));
    return readAll<JournalEntry>(rows, entryOf);
}

Result<std::vector<JournalEntry>> PostgresLog::journalByHash(TenantId tenant, DeviceId device,
                                                             const std::vector<base::Hash> &hashes)
{
    TRY_VOID(enter(tenant));
    PostgresColumn column(PostgresColumn::Type::Bytes);
    for (const base::Hash &hash : hashes)
        column.add(base::ByteView(hash));
    TRY(const auto rows, m_session->query(ReadJournalByHash, PostgresParameters().add(tenant).add(device).add(column)));
    return readAll<JournalEntry>(rows, entryOf);
}

Result<std::optional<KnownChange>> PostgresLog::accepted(TenantId tenant, ChangeId change)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.accepted.contains(change)) {
        const auto [sql, parameters] = acceptedQuestion(tenant, {change});
        TRY(const auto rows, m_session->query(sql, parameters));
        rememberAccepted(m_memory, {change}, rows);
    }
    const auto &found = m_memory.accepted[change];
    return found ? std::optional(found->known) : std::nullopt;
}

Result<std::optional<KnownChange>> PostgresLog::quarantined(TenantId tenant, ChangeId change)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.quarantined.contains(change)) {
        const auto [sql, parameters] = quarantinedQuestion(tenant, {change});
        TRY(const auto rows, m_session->query(sql, parameters));
        rememberQuarantined(m_memory, {change}, rows);
    }
    return m_memory.quarantined[change];
}

Result<std::vector<QuarantinedChange>> PostgresLog::quarantine(TenantId tenant)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadQuarantine, PostgresParameters().add(tenant)));
    return readAll<QuarantinedChange>(rows, quarantinedOf);
}

Result<std::vector<QuarantinedChange>> PostgresLog::quarantineBefore(TenantId tenant, std::int64_t position, int limit)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows,
        m_session->query(ReadQuarantineBefore, PostgresParameters().add(tenant).add(position).add(limit)));
    return readAll<QuarantinedChange>(rows, quarantinedOf);
}

Result<std::vector<QuarantinedChange>> PostgresLog::quarantineOfCase(TenantId tenant, CaseId caseId)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadQuarantineOfCase, PostgresParameters().add(tenant).add(caseId)));
    return readAll<QuarantinedChange>(rows, quarantinedOf);
}

Result<changelog::ChangeMeta> PostgresLog::changeMeta(TenantId tenant, ChangeId change)
{
    TRY(const auto known, accepted(tenant, change));
    if (!known)
        return fail(ErrorCode::NotFound, "change");
    return m_memory.accepted[change]->meta;
}

Result<std::vector<ChangePlace>> PostgresLog::changesAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadPlaces, PostgresParameters().add(tenant).add(after).add(limit)));
    auto places = readAll<ChangePlace>(rows, placeOf);
    m_memory.places = seqsOf(places);
    return places;
}

Result<std::vector<ChangePlace>> PostgresLog::changesOfCase(TenantId tenant, CaseId caseId, std::int64_t after,
                                                            std::int64_t to, int limit)
{
    TRY_VOID(enter(tenant));
    const auto parameters = PostgresParameters().add(tenant).add(caseId).add(after).add(to).add(limit);
    TRY(const auto rows, m_session->query(ReadPlacesOfCase, parameters));
    auto places = readAll<ChangePlace>(rows, placeOf);
    m_memory.places = seqsOf(places);
    return places;
}

Result<void> PostgresLog::readLines(TenantId tenant, std::int64_t seq)
{
    if (m_memory.guessed > 0)
        m_memory.readAhead = m_memory.used * 2 >= m_memory.guessed ? std::min(m_memory.readAhead * 2, MostReadAhead)
                                                                   : std::max(m_memory.readAhead / 2, std::size_t(1));
    PostgresColumn seqs(PostgresColumn::Type::Integer);
    seqs.add(seq);
    auto place = std::upper_bound(m_memory.places.begin(), m_memory.places.end(), seq);
    for (; place != m_memory.places.end() && std::size_t(seqs.count()) < m_memory.readAhead; ++place)
        seqs.add(*place);
    TRY(const auto rows, m_session->query(ReadLines, PostgresParameters().add(tenant).add(seqs)));
    m_memory.lines.clear();
    for (int i = 0; i < rows.count(); ++i)
        m_memory.lines.emplace(rows.row(i).integer(0), changeOf(rows.row(i)));
    m_memory.guessed = m_memory.lines.size();
    m_memory.used = 0;
    return {};
}

Result<StoredChange> PostgresLog::change(TenantId tenant, std::int64_t seq)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.lines.contains(seq))
        TRY_VOID(readLines(tenant, seq));
    auto line = m_memory.lines.extract(seq);
    if (line.empty())
        return fail(ErrorCode::NotFound, "change");
    ++m_memory.used;
    return std::move(line.mapped());
}

} // namespace faltakt::server
