#include "core/store/record_table.h"

#include "core/store/record_codec.h"
#include "core/store/sealed_records.h"

#include <map>
#include <unordered_map>

namespace faltakt::store {

using base::CaseId;
using base::RecordId;
using base::Result;
using changelog::RecordState;
namespace json = base::json;

namespace {

constexpr json::Limits RowLimits{.maxBytes = std::size_t(64) * 1024 * 1024, .maxDepth = 20};

Result<std::vector<RecordId>> readIds(Statement &statement)
{
    std::vector<RecordId> ids;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return ids;
        ids.push_back(statement.id<RecordId>(0));
    }
}

} // namespace

Result<RecordView> readRecordView(const Statement &row)
{
    RecordView view;
    view.id = row.id<RecordId>(0);
    view.caseId = row.id<CaseId>(1);
    view.kind = row.text(2);
    view.deleted = row.integer(3) != 0;
    view.conflicted = row.integer(4) != 0;
    TRY(json::Value body, json::parse(row.text(5), RowLimits));
    if (!body.object())
        return base::fail(base::ErrorCode::Damaged, "record row: body");
    view.fields = std::move(*body.object());
    if (view.conflicted) {
        TRY(view.otherValues, readOtherValues(view.fields, row.text(6)));
    }
    return view;
}

Result<std::optional<RecordState>> RecordTable::load(RecordId record) const
{
    TRY(auto statement, m_database->prepare("SELECT case_id, kind, body, last, extra FROM record WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, record).step());
    if (!row)
        return std::optional<RecordState>();
    TRY(auto state, decodeRecord(record, statement.id<CaseId>(0), std::string(statement.text(1)), statement.text(2),
                                 statement.blob(3), statement.text(4)));
    return std::optional(std::move(state));
}

Result<RecordView> RecordTable::store(const RecordState &record)
{
    const auto meta = [this](base::ChangeId change) { return m_changes->meta(change); };
    EncodedRecord row = encodeRecord(record, meta);
    RecordView view{record.id(),
                    record.caseId(),
                    record.kind(),
                    {},
                    changelog::isDeleted(record, meta),
                    changelog::hasConflict(record),
                    {}};
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO record (id, case_id, kind, compartment, deleted, conflicted, body, last, extra)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET"
            " deleted = excluded.deleted, conflicted = excluded.conflicted, body = excluded.body,"
            " last = excluded.last, extra = excluded.extra"));
    statement.bind(1, record.id()).bind(2, record.caseId()).bind(3, record.kind()).bind(4, int(compartmentOf(record)));
    statement.bind(5, view.deleted).bind(6, view.conflicted);
    statement.bind(7, row.body).bind(8, base::ByteView(row.last));
    if (row.extra.empty())
        statement.bind(9, nullptr);
    else
        statement.bind(9, row.extra);
    TRY_VOID(statement.run());
    view.fields = std::move(row.fields);
    if (view.conflicted) {
        TRY(view.otherValues, readOtherValues(view.fields, row.extra));
    }
    return view;
}

Result<void> RecordTable::erase(RecordId record)
{
    TRY(auto statement, m_database->prepare("DELETE FROM record WHERE id = ?1"));
    return statement.bind(1, record).run();
}

Result<std::optional<RecordView>> RecordTable::view(RecordId record) const
{
    TRY(auto statement,
        m_database->prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, record).step());
    if (!row)
        return std::optional<RecordView>();
    TRY(RecordView view, readRecordView(statement));
    if (!SealedRecords::canSeal(view.kind))
        return std::optional(std::move(view));
    TRY(const auto sealed, SealedRecords::ofCase(*m_database, view.caseId));
    return std::optional(sealed.veiled(std::move(view)));
}

Result<std::vector<RecordView>> RecordTable::viewsById(const std::vector<RecordId> &records) const
{
    TRY(auto statement, m_database->prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record"
                                            " WHERE id IN (SELECT unhex(value) FROM json_each(?1))"));
    statement.bind(1, idList(records));
    std::unordered_map<RecordId, RecordView> found;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            break;
        TRY(RecordView view, readRecordView(statement));
        const RecordId id = view.id;
        found.emplace(id, std::move(view));
    }
    std::map<CaseId, SealedRecords> sealed;
    for (auto &[id, view] : found) {
        if (!SealedRecords::canSeal(view.kind))
            continue;
        auto ofCase = sealed.find(view.caseId);
        if (ofCase == sealed.end()) {
            TRY(auto read, SealedRecords::ofCase(*m_database, view.caseId));
            ofCase = sealed.emplace(view.caseId, std::move(read)).first;
        }
        view = ofCase->second.veiled(std::move(view));
    }
    std::vector<RecordView> views;
    for (const RecordId record : records)
        if (const auto entry = found.find(record); entry != found.end())
            views.push_back(entry->second);
    return views;
}

Result<std::vector<RecordView>> RecordTable::viewsOfCase(CaseId caseId, std::string_view kind) const
{
    TRY(auto views, everyViewOfCase(caseId, kind));
    if (views.empty() || (!kind.empty() && !SealedRecords::canSeal(kind)))
        return views;
    TRY(const auto sealed, SealedRecords::ofCase(*m_database, caseId));
    sealed.removeFrom(views);
    return views;
}

Result<std::vector<RecordView>> RecordTable::everyViewOfCase(CaseId caseId, std::string_view kind) const
{
    // Two texts, because each is answered by the index in its order.
    TRY(auto statement,
        kind.empty() ? m_database->prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record"
                                           " WHERE case_id = ?1 AND deleted = 0 ORDER BY kind, id")
                     : m_database->prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record"
                                           " WHERE case_id = ?1 AND kind = ?2 AND deleted = 0 ORDER BY id"));
    statement.bind(1, caseId);
    if (!kind.empty())
        statement.bind(2, kind);
    std::vector<RecordView> views;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return views;
        TRY(RecordView view, readRecordView(statement));
        views.push_back(std::move(view));
    }
}

Result<std::vector<RecordId>> RecordTable::idsOfCase(CaseId caseId) const
{
    TRY(auto statement, m_database->prepare("SELECT id FROM record WHERE case_id = ?1 ORDER BY kind, id"));
    return readIds(statement.bind(1, caseId));
}

Result<std::vector<RecordId>> RecordTable::conflicted(CaseId caseId) const
{
    if (caseId.isNil()) {
        // Left to itself SQLite walks all records in the order of their ids, to spare itself the sorting of a few.
        TRY(auto all,
            m_database->prepare("SELECT id FROM record INDEXED BY record_conflicted WHERE conflicted = 1 ORDER BY id"));
        return readIds(all);
    }
    TRY(auto ofCase, m_database->prepare("SELECT id FROM record WHERE conflicted = 1 AND case_id = ?1 ORDER BY id"));
    return readIds(ofCase.bind(1, caseId));
}

changelog::Compartment RecordTable::compartmentOf(const RecordState &record) const
{
    const changelog::KindSchema *kind = m_schema->kind(record.kind());
    if (!kind)
        return changelog::Compartment::File;
    if (!kind->takesCompartmentOfRecord)
        return kind->compartment;
    const auto &heads = record.heads("compartment");
    const std::string *name = heads.empty() ? nullptr : heads.front().value.string();
    return (name ? changelog::compartmentFromName(*name) : std::nullopt).value_or(changelog::Compartment::File);
}

} // namespace faltakt::store
