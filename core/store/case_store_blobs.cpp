// Which bytes of attachments are here, are to be sent or to be fetched. The bytes themselves lie outside the database.
#include "core/store/case_store_parts.h"

#include <algorithm>

namespace faltakt::store {

using base::ChangeId;
using base::RecordId;
using base::Result;

namespace {

/// Columns: record_id, case_id, name, size, state, fault, own.
Result<std::vector<BlobRow>> readRows(Statement &statement)
{
    std::vector<BlobRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({.record = statement.id<RecordId>(0),
                        .caseId = statement.id<base::CaseId>(1),
                        .name = statement.hash(2),
                        .size = statement.integer(3),
                        .state = BlobState(statement.integer(4)),
                        .fault = std::string(statement.text(5)),
                        .isOwn = statement.integer(6) != 0});
    }
}

Result<void> writeRow(Database &database, const BlobRow &row)
{
    TRY(auto statement,
        database.prepare(
            "INSERT INTO blob (record_id, case_id, name, size, state, fault, own, faulted) VALUES"
            " (?1, ?2, ?3, ?4, ?5, ?6, ?7, iif(?6 = '', NULL, (SELECT last_contact FROM device_state)))"
            " ON CONFLICT (record_id) DO UPDATE SET case_id = excluded.case_id, name = excluded.name,"
            " size = excluded.size, state = excluded.state, own = excluded.own,"
            " faulted = iif(fault = excluded.fault, coalesce(faulted, excluded.faulted), excluded.faulted),"
            " fault = excluded.fault"));
    statement.bind(1, row.record).bind(2, row.caseId).bind(3, row.name).bind(4, row.size);
    return statement.bind(5, std::int64_t(row.state)).bind(6, row.fault).bind(7, row.isOwn ? 1 : 0).run();
}

/// What was put in here and never sent, and is removed.
Result<std::vector<RecordId>> removedBlobs(Database &database)
{
    TRY(auto statement, database.prepare("SELECT record_id FROM blob WHERE EXISTS"
                                         " (SELECT 1 FROM record WHERE record.id = record_id AND deleted = 1)"));
    std::vector<RecordId> records;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return records;
        records.push_back(statement.id<RecordId>(0));
    }
}

/// Whether something that counts in the record, its removal before all, is younger at the server, or not there yet.
bool isTouchedSince(const changelog::RecordState &state, base::Instant time, const ChangeTable &changes)
{
    const auto heads = changelog::allHeads(state);
    return std::ranges::any_of(heads, [&](ChangeId change) {
        const auto received = changes.meta(change).received;
        return !received || *received > time;
    });
}

} // namespace

Result<std::vector<ChangeId>> CaseStore::saveWithBlob(const Draft &draft, const BlobRow &blob)
{
    return m_parts->inTransaction([&]() -> Result<std::vector<ChangeId>> {
        TRY(auto written, m_parts->writeDrafts({draft}));
        TRY_VOID(writeRow(*m_parts->database, blob));
        return written;
    });
}

Result<void> CaseStore::noteBlob(const BlobRow &blob)
{
    return m_parts->inTransaction([&]() -> Result<void> { return writeRow(*m_parts->database, blob); });
}

Result<void> CaseStore::dropBlob(RecordId record)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement, m_parts->database->prepare("DELETE FROM blob WHERE record_id = ?1"));
        return statement.bind(1, record).run();
    });
}

Result<std::optional<BlobRow>> CaseStore::blob(RecordId record) const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT record_id, case_id, name, size, state, fault, own FROM blob WHERE record_id = ?1"));
    statement.bind(1, record);
    TRY(auto rows, readRows(statement));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<std::vector<BlobRow>> CaseStore::blobs() const
{
    TRY(auto statement, m_parts->database->prepare("SELECT record_id, case_id, name, size, state, fault, own FROM blob"
                                                   " ORDER BY record_id"));
    return readRows(statement);
}

Result<std::vector<BlobRow>> CaseStore::waitingBlobs() const
{
    // A removed attachment is not sent: it would be for nobody. One whose record is not here any more is: its change was
    // returned, or the case was taken away, and the bytes are this worker's work all the same.
    TRY(auto statement,
        m_parts->database->prepare("SELECT record_id, case_id, name, size, state, fault, own FROM blob WHERE state <> 1"
                                   " AND NOT EXISTS (SELECT 1 FROM record WHERE id = record_id AND deleted = 1)"
                                   " ORDER BY state DESC, record_id"));
    return readRows(statement);
}

Result<std::vector<BlobRow>> CaseStore::unsentBlobs() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT record_id, case_id, name, size, state, fault, own FROM blob"
                                   " WHERE state <> 1 AND state = 0 AND own = 1 AND NOT EXISTS"
                                   " (SELECT 1 FROM record WHERE id = record_id AND deleted = 1) ORDER BY record_id"));
    return readRows(statement);
}

Result<void> CaseStore::dropStaleBlobs()
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto stale,
            m_parts->database->prepare("DELETE FROM blob WHERE (state <> 0 OR own = 0) AND NOT EXISTS"
                                       " (SELECT 1 FROM record WHERE record.id = record_id AND deleted = 0)"));
        TRY_VOID(stale.run());
        TRY(const auto removed, removedBlobs(*m_parts->database));
        // By the server's time as it was told last: what cannot be made again is not taken away on the word of a clock that
        // anybody can set.
        TRY(const LeaseTerms terms, leaseTerms());
        for (const RecordId record : removed) {
            TRY(const auto state, m_parts->records.load(record));
            if (!terms.lastContact || !state
                || isTouchedSince(*state, *terms.lastContact - RemovedLife, m_parts->changes))
                continue;
            TRY(auto drop, m_parts->database->prepare("DELETE FROM blob WHERE record_id = ?1"));
            TRY_VOID(drop.bind(1, record).run());
        }
        return {};
    });
}

Result<void> CaseStore::dropForsakenBlobs(std::string_view fault)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement,
            m_parts->database->prepare(
                "DELETE FROM blob WHERE state = 0 AND fault = ?1"
                " AND faulted <= (SELECT last_contact FROM device_state) - ?2"
                " AND NOT EXISTS (SELECT 1 FROM record WHERE record.id = record_id)"
                " AND NOT EXISTS (SELECT 1 FROM change WHERE change.case_id = blob.case_id AND change.state <> 0)"));
        return statement.bind(1, fault).bind(2, base::Duration(RemovedLife).count()).run();
    });
}

void CaseStore::setForgotten(std::function<void()> forgotten) { m_parts->onForgotten = std::move(forgotten); }

} // namespace faltakt::store
