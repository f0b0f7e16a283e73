// The order and the journals; rights, cases and record states stand in embedded_log_cases.cpp.
#include "sync/server/store/embedded/embedded_log.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::VerdictKind;
using store::Statement;

namespace {

// Columns of the journal joined with the receipt of what was accepted.
constexpr char JournalOfDevice[] =
    "SELECT j.n, j.hash, j.link, j.verdict, j.seq, j.reason, j.field, c.received, c.stamp FROM journal j"
    " LEFT JOIN change c ON c.tenant = j.tenant AND c.seq = j.seq"
    " WHERE j.tenant = ? AND j.device = ?";

JournalEntry entryOf(const Statement &statement)
{
    JournalEntry entry;
    entry.n = statement.integer(0);
    entry.hash = statement.hash(1);
    entry.link = statement.hash(2);
    entry.verdict.n = entry.n;
    entry.verdict.kind = VerdictKind(statement.integer(3));
    if (!statement.isNull(4))
        entry.verdict.receipt = changelog::Receipt{statement.integer(4), statement.instant(7), statement.hash(8)};
    entry.verdict.reason = std::string(statement.text(5));
    entry.verdict.field = std::string(statement.text(6));
    return entry;
}

PartPlace placeIn(const Statement &statement, int column)
{
    return {statement.integer(column), statement.integer(column + 1) != 0, statement.integer(column + 2) != 0};
}

ChangePlace placeOf(const Statement &statement)
{
    return {statement.integer(0),      statement.id<CaseId>(1), changelog::Compartment(statement.integer(2)),
            statement.id<DeviceId>(3), statement.integer(4),    statement.instant(8),
            placeIn(statement, 5)};
}

QuarantinedChange quarantinedOf(const Statement &row)
{
    QuarantinedChange change;
    change.hash = row.hash(0);
    if (!row.isNull(1))
        change.id = row.id<ChangeId>(1);
    if (!row.isNull(2))
        change.caseId = row.id<CaseId>(2);
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

template <typename Row, typename Read>
Result<std::vector<Row>> allRows(Statement &statement, Read read)
{
    std::vector<Row> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back(read(statement));
    }
}

} // namespace

Result<std::int64_t> EmbeddedLog::lastSeq(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT last_seq FROM counter WHERE tenant = ?"));
    statement.bind(1, number);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::Damaged, "a tenant without counter");
    return statement.integer(0);
}

Result<std::int64_t> EmbeddedLog::takeSeqs(TenantId tenant, std::int64_t count)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("UPDATE counter SET last_seq = last_seq + ?2 WHERE tenant = ?1 RETURNING last_seq"));
    statement.bind(1, number).bind(2, count);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::Damaged, "a tenant without counter");
    const std::int64_t last = statement.integer(0);
    TRY_VOID(statement.run());
    return last - count + 1;
}

Result<JournalHead> EmbeddedLog::journalHead(TenantId tenant, DeviceId device, std::int64_t epoch)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT n, link FROM journal_head WHERE tenant = ? AND device = ? AND epoch = ?"));
    statement.bind(1, number).bind(2, device).bind(3, epoch);
    TRY(const bool row, statement.step());
    return row ? JournalHead{statement.integer(0), statement.hash(1)} : JournalHead{};
}

Result<std::vector<JournalEntry>> EmbeddedLog::journal(TenantId tenant, DeviceId device, std::int64_t epoch,
                                                       std::int64_t from, std::int64_t to)
{
    TRY(const auto number, m_numbers->of(tenant));
    static const std::string sql =
        std::string(JournalOfDevice) + " AND j.epoch = ? AND j.n BETWEEN ? AND ? ORDER BY j.n";
    TRY(auto statement, m_database->prepare(sql));
    statement.bind(1, number).bind(2, device).bind(3, epoch).bind(4, from).bind(5, to);
    return allRows<JournalEntry>(statement, entryOf);
}

Result<std::vector<JournalEntry>> EmbeddedLog::journalByHash(TenantId tenant, DeviceId device,
                                                             const std::vector<base::Hash> &hashes)
{
    // Lines that are no longer held are rare: one walk through the device's journal for all of them, instead of an index
    // over random bytes that every push would pay for.
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare(JournalOfDevice));
    statement.bind(1, number).bind(2, device);
    std::vector<JournalEntry> entries;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return entries;
        const base::Hash hash = statement.hash(1);
        if (std::find(hashes.begin(), hashes.end(), hash) != hashes.end())
            entries.push_back(entryOf(statement));
    }
}

Result<std::optional<KnownChange>> EmbeddedLog::accepted(TenantId tenant, ChangeId change)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT hash, seq, received, stamp FROM change WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, change);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<KnownChange>();
    const changelog::Receipt receipt{statement.integer(1), statement.instant(2), statement.hash(3)};
    return std::optional(KnownChange{statement.hash(0), receipt, {}, {}});
}

Result<std::optional<KnownChange>> EmbeddedLog::quarantined(TenantId tenant, ChangeId change)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT hash, reason, field FROM quarantine WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, change);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<KnownChange>();
    return std::optional(
        KnownChange{statement.hash(0), {}, std::string(statement.text(1)), std::string(statement.text(2))});
}

Result<std::vector<QuarantinedChange>> EmbeddedLog::quarantine(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line,"
                            " rowid FROM quarantine WHERE tenant = ? ORDER BY rowid"));
    statement.bind(1, number);
    return allRows<QuarantinedChange>(statement, quarantinedOf);
}

Result<std::vector<QuarantinedChange>> EmbeddedLog::quarantineOfCase(TenantId tenant, CaseId caseId)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line,"
                            " rowid FROM quarantine WHERE tenant = ? AND case_id = ? ORDER BY rowid"));
    statement.bind(1, number).bind(2, caseId);
    return allRows<QuarantinedChange>(statement, quarantinedOf);
}

Result<std::vector<QuarantinedChange>> EmbeddedLog::quarantineBefore(TenantId tenant, std::int64_t position, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT hash, id, case_id, worker, device, epoch, n, received, reason, field, line, rowid"
                            " FROM quarantine INDEXED BY quarantine_in_order WHERE tenant = ? AND rowid < ?"
                            " ORDER BY rowid DESC LIMIT ?"));
    statement.bind(1, number).bind(2, position).bind(3, limit);
    return allRows<QuarantinedChange>(statement, quarantinedOf);
}

Result<changelog::ChangeMeta> EmbeddedLog::changeMeta(TenantId tenant, ChangeId change)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT by_worker, at, received FROM change WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, change);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::NotFound, "change");
    return changelog::ChangeMeta{statement.id<WorkerId>(0), statement.instant(1), statement.instant(2)};
}

Result<std::vector<ChangePlace>> EmbeddedLog::changesAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT seq, case_id, compartment, device, epoch, part, in_force, touches_more, received"
                            " FROM change WHERE tenant = ? AND seq > ?"
                            " ORDER BY seq LIMIT ?"));
    statement.bind(1, number).bind(2, after).bind(3, limit);
    return allRows<ChangePlace>(statement, placeOf);
}

Result<std::vector<ChangePlace>> EmbeddedLog::changesOfCase(TenantId tenant, CaseId caseId, std::int64_t after,
                                                            std::int64_t to, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT seq, case_id, compartment, device, epoch, part, in_force, touches_more, received"
                            " FROM change INDEXED BY change_by_case"
                            " WHERE tenant = ? AND case_id = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"));
    statement.bind(1, number).bind(2, caseId).bind(3, after).bind(4, to).bind(5, limit);
    return allRows<ChangePlace>(statement, placeOf);
}

Result<StoredChange> EmbeddedLog::change(TenantId tenant, std::int64_t seq)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "SELECT seq, case_id, compartment, id, hash, by_worker, at, device, epoch, n, received, stamp, line,"
            " part, in_force, touches_more FROM change WHERE tenant = ? AND seq = ?"));
    statement.bind(1, number).bind(2, seq);
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::NotFound, "change");
    StoredChange change;
    change.seq = statement.integer(0);
    change.caseId = statement.id<CaseId>(1);
    change.compartment = changelog::Compartment(statement.integer(2));
    change.id = statement.id<ChangeId>(3);
    change.hash = statement.hash(4);
    change.by = statement.id<WorkerId>(5);
    change.at = statement.instant(6);
    change.device = statement.id<DeviceId>(7);
    change.epoch = statement.integer(8);
    change.n = statement.integer(9);
    change.received = statement.instant(10);
    change.stamp = statement.hash(11);
    change.line = std::string(statement.text(12));
    change.place = placeIn(statement, 13);
    return change;
}

Result<void> EmbeddedLog::addChange(TenantId tenant, const StoredChange &change)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO change (tenant, seq, case_id, compartment, device, epoch, n, id, hash, by_worker, at,"
            " received, stamp, line, part, in_force, touches_more)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number)
        .bind(2, change.seq)
        .bind(3, change.caseId)
        .bind(4, int(change.compartment))
        .bind(5, change.device);
    statement.bind(6, change.epoch).bind(7, change.n).bind(8, change.id).bind(9, change.hash).bind(10, change.by);
    statement.bind(11, change.at).bind(12, change.received).bind(13, change.stamp).bind(14, change.line);
    statement.bind(15, change.place.part).bind(16, int(change.place.inForce)).bind(17, int(change.place.touchesMore));
    return statement.run();
}

Result<void> EmbeddedLog::addQuarantined(TenantId tenant, const QuarantinedChange &change)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO quarantine (tenant, hash, id, case_id, worker, device, epoch, n, received, "
                            "reason, field, line)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, hash) DO NOTHING"));
    statement.bind(1, number).bind(2, change.hash).bind(3, change.id).bind(4, change.caseId).bind(5, change.worker);
    statement.bind(6, change.device)
        .bind(7, change.epoch)
        .bind(8, change.n)
        .bind(9, change.received)
        .bind(10, change.reason);
    statement.bind(11, change.field).bind(12, change.line);
    return statement.run();
}

Result<void> EmbeddedLog::addJournalEntry(TenantId tenant, DeviceId device, std::int64_t epoch,
                                          const JournalEntry &entry)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO journal (tenant, device, epoch, n, hash, link, verdict, seq, reason, field)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto &verdict = entry.verdict;
    const auto seq = verdict.receipt ? std::optional(verdict.receipt->seq) : std::nullopt;
    statement.bind(1, number).bind(2, device).bind(3, epoch).bind(4, entry.n).bind(5, entry.hash).bind(6, entry.link);
    statement.bind(7, int(verdict.kind)).bind(8, seq).bind(9, verdict.reason).bind(10, verdict.field);
    return statement.run();
}

Result<void> EmbeddedLog::setJournalHead(TenantId tenant, DeviceId device, std::int64_t epoch, const JournalHead &head,
                                         const crypto::Signature &signature)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO journal_head (tenant, device, epoch, n, link, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            " ON CONFLICT (tenant, device, epoch) DO UPDATE SET n = ?4, link = ?5, signature = ?6"));
    statement.bind(1, number)
        .bind(2, device)
        .bind(3, epoch)
        .bind(4, head.n)
        .bind(5, head.link)
        .bind(6, base::ByteView(signature));
    return statement.run();
}

} // namespace faltakt::server
