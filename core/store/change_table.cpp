#include "core/store/change_table.h"

#include <algorithm>

namespace faltakt::store {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::ChangeLine;
using changelog::Compartment;
using changelog::Receipt;

Result<void> ChangeTable::insert(const ChangeLine &change, Compartment compartment,
                                 const std::optional<Receipt> &receipt)
{
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO change (id, case_id, compartment, by_worker, at, seq, received, stamp, hash, line)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    statement.bind(1, change.change.id)
        .bind(2, change.change.caseId)
        .bind(3, int(compartment))
        .bind(4, change.change.by);
    statement.bind(5, change.change.at);
    if (receipt)
        statement.bind(6, receipt->seq).bind(7, receipt->received).bind(8, receipt->stamp);
    else
        statement.bind(6, nullptr).bind(7, nullptr).bind(8, nullptr);
    statement.bind(9, change.hash).bind(10, change.line);
    return statement.run();
}

Result<std::optional<StoredChange>> ChangeTable::find(ChangeId change) const
{
    TRY(auto statement,
        m_database->prepare(
            "SELECT local, case_id, compartment, state, seq IS NOT NULL, hash, handled FROM change WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, change).step());
    if (!row)
        return std::optional<StoredChange>();
    StoredChange stored;
    stored.local = statement.integer(0);
    stored.caseId = statement.id<base::CaseId>(1);
    stored.compartment = Compartment(statement.integer(2));
    stored.state = ChangeState(statement.integer(3));
    stored.hasReceipt = statement.integer(4) != 0;
    stored.hash = statement.hash(5);
    stored.handled = statement.integer(6) != 0;
    return std::optional(stored);
}

bool ChangeTable::isApplied(ChangeId change) const
{
    const auto stored = find(change);
    return stored && *stored && (*stored)->state == ChangeState::Live;
}

changelog::ChangeMeta ChangeTable::meta(ChangeId change) const
{
    changelog::ChangeMeta meta;
    auto statement = m_database->prepare("SELECT by_worker, at, received FROM change WHERE id = ?1");
    if (!statement)
        return meta;
    const auto row = statement->bind(1, change).step();
    if (!row || !*row)
        return meta;
    meta.by = statement->id<base::WorkerId>(0);
    meta.at = statement->instant(1);
    if (!statement->isNull(2))
        meta.received = statement->instant(2);
    return meta;
}

Result<ChangeLine> ChangeTable::line(ChangeId change) const
{
    TRY(auto statement, m_database->prepare("SELECT line FROM change WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, change).step());
    if (!row)
        return fail(ErrorCode::NotFound, "change");
    return changelog::readChangeLine(std::string(statement.text(0)));
}

Result<bool> ChangeTable::hasReceipt(ChangeId change, const Receipt &receipt) const
{
    TRY(auto statement, m_database->prepare("SELECT seq, received, stamp FROM change WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, change).step());
    return row && receipt == Receipt{statement.integer(0), statement.instant(1), statement.hash(2)};
}

Result<void> ChangeTable::setReceipt(ChangeId change, const Receipt &receipt)
{
    TRY(auto statement, m_database->prepare("UPDATE change SET seq = ?2, received = ?3, stamp = ?4 WHERE id = ?1"));
    return statement.bind(1, change).bind(2, receipt.seq).bind(3, receipt.received).bind(4, receipt.stamp).run();
}

Result<void> ChangeTable::setReturned(ChangeId change, std::string_view reason, std::string_view field, bool judged)
{
    TRY(auto statement,
        m_database->prepare(
            "UPDATE change SET state = 1, reason = ?2, field = ?3, judged = max(judged, ?4), seq = NULL,"
            " received = NULL, stamp = NULL WHERE id = ?1"));
    return statement.bind(1, change).bind(2, reason).bind(3, field).bind(4, judged).run();
}

Result<void> ChangeTable::setState(ChangeId change, ChangeState state)
{
    TRY(auto statement, m_database->prepare("UPDATE change SET state = ?2 WHERE id = ?1"));
    return statement.bind(1, change).bind(2, int(state)).run();
}

Result<void> ChangeTable::setHandled(ChangeId change)
{
    TRY(auto judged, m_database->prepare("DELETE FROM change WHERE id = ?1 AND state = 1 AND judged = 1"));
    TRY_VOID(judged.bind(1, change).run());
    TRY(auto waiting, m_database->prepare("UPDATE change SET handled = 1 WHERE id = ?1 AND state = 1"));
    return waiting.bind(1, change).run();
}

Result<void> ChangeTable::erase(ChangeId change)
{
    TRY(auto statement, m_database->prepare("DELETE FROM change WHERE id = ?1"));
    return statement.bind(1, change).run();
}

Result<void> ChangeTable::visitLiveLines(base::CaseId caseId, const LineVisitor &visit) const
{
    TRY(auto statement, m_database->prepare("SELECT line FROM change WHERE case_id = ?1 AND state = 0 ORDER BY local"));
    statement.bind(1, caseId);
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return {};
        TRY(const ChangeLine change, changelog::readChangeLine(std::string(statement.text(0))));
        TRY_VOID(visit(change));
    }
}

Result<std::vector<ChangeLine>> ChangeTable::liveLinesOfRecord(base::CaseId caseId, base::RecordId record) const
{
    // A line that only refers to the record passes the statement, and not the look at its sets.
    TRY(auto statement,
        m_database->prepare("SELECT line FROM change WHERE case_id = ?1 AND state = 0 AND instr(lower(line), ?2) > 0"
                            " ORDER BY local"));
    statement.bind(1, caseId).bind(2, record.toString());
    std::vector<ChangeLine> lines;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return lines;
        TRY(ChangeLine line, changelog::readChangeLine(std::string(statement.text(0))));
        if (std::any_of(line.change.sets.begin(), line.change.sets.end(),
                        [&](const changelog::RecordSet &set) { return set.record == record; }))
            lines.push_back(std::move(line));
    }
}

Result<void> ChangeTable::appendJournal(std::int64_t epoch, std::int64_t n, const JournalRow &row)
{
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO journal (epoch, n, change_id, at, hash, link) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    return statement.bind(1, epoch)
        .bind(2, n)
        .bind(3, row.change)
        .bind(4, row.at)
        .bind(5, row.hash)
        .bind(6, row.link)
        .run();
}

Result<std::optional<ChangeId>> ChangeTable::journalChange(std::int64_t epoch, std::int64_t n) const
{
    TRY(auto statement, m_database->prepare("SELECT change_id FROM journal WHERE epoch = ?1 AND n = ?2"));
    TRY(const bool row, statement.bind(1, epoch).bind(2, n).step());
    return row ? std::optional(statement.id<ChangeId>(0)) : std::nullopt;
}

Result<base::Hash> ChangeTable::journalLink(std::int64_t epoch, std::int64_t n) const
{
    if (n == 0)
        return changelog::firstLink();
    TRY(auto statement, m_database->prepare("SELECT link FROM journal WHERE epoch = ?1 AND n = ?2"));
    TRY(const bool row, statement.bind(1, epoch).bind(2, n).step());
    if (!row)
        return fail(ErrorCode::NotFound, "journal position");
    return statement.hash(0);
}

Result<std::int64_t> ChangeTable::journalEnd(std::int64_t epoch) const
{
    TRY(auto statement, m_database->prepare("SELECT max(n) FROM journal WHERE epoch = ?1"));
    TRY_VOID(statement.bind(1, epoch).step());
    return statement.integer(0);
}

Result<base::Instant> ChangeTable::lastWritten() const
{
    // `at` only grows within a device, so the last row of the last epoch holds it; an epoch may begin empty.
    TRY(auto statement, m_database->prepare("SELECT at FROM journal ORDER BY epoch DESC, n DESC LIMIT 1"));
    TRY(const bool row, statement.step());
    return row ? statement.instant(0) : base::Instant();
}

} // namespace faltakt::store
