// What screens and rules read: records, lists, timeline, conflicts, counts.
#include "core/store/case_store_parts.h"

#include "core/base/text.h"
#include "core/store/sealed_records.h"

#include <map>
#include <set>

namespace faltakt::store {

using base::CaseId;
using base::ChangeId;
using base::RecordId;
using base::Result;
using changelog::CompartmentSet;
using changelog::RecordState;
namespace json = base::json;

Result<std::optional<RecordState>> CaseStore::recordState(RecordId record) const
{
    return m_parts->records.load(record);
}

Result<std::optional<RecordView>> CaseStore::record(RecordId record) const { return m_parts->records.view(record); }

Result<std::vector<RecordView>> CaseStore::recordsOfCase(CaseId caseId) const
{
    return m_parts->records.viewsOfCase(caseId, {});
}

Result<std::vector<RecordView>> CaseStore::recordsOfKind(CaseId caseId, std::string_view kind) const
{
    return m_parts->records.viewsOfCase(caseId, kind);
}

Result<bool> CaseStore::hasCase(CaseId caseId) const
{
    TRY(const CompartmentSet access, m_parts->accessTo(caseId));
    return !access.empty();
}

Result<std::vector<RecordPlace>> CaseStore::ownRecords(std::string_view kind, int limit) const
{
    // What the first field holds was written by whoever made the record, or has rewritten it since.
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT r.id, r.case_id FROM record AS r WHERE r.kind = ?1 AND r.deleted = 0 AND EXISTS"
                            " (SELECT 1 FROM change AS c WHERE c.id = substr(r.last, 1, 16) AND c.by_worker = ?2)"
                            " ORDER BY r.id DESC LIMIT ?3"));
    statement.bind(1, kind).bind(2, m_parts->owner.worker).bind(3, limit);
    std::vector<RecordPlace> places;
    std::map<CaseId, SealedRecords> sealed;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return places;
        const RecordPlace place{statement.id<RecordId>(0), statement.id<CaseId>(1)};
        auto ofCase = sealed.find(place.caseId);
        if (ofCase == sealed.end() && SealedRecords::canSeal(kind)) {
            TRY(auto read, SealedRecords::ofCase(*m_parts->database, place.caseId));
            ofCase = sealed.emplace(place.caseId, std::move(read)).first;
        }
        if (ofCase == sealed.end() || !ofCase->second.names(place.record))
            places.push_back(place);
    }
}

Result<std::vector<RecordView>> CaseStore::recordsById(const std::vector<RecordId> &records) const
{
    return m_parts->records.viewsById(records);
}

namespace {

/// The records of the store as rules read them.
class StoredRecords final : public CaseReader {
public:
    explicit StoredRecords(const RecordTable &records) : m_records(&records) {}
    [[nodiscard]] Result<std::vector<RecordView>> records(CaseId caseId, std::string_view kind) const override
    {
        return m_records->viewsOfCase(caseId, kind);
    }

private:
    const RecordTable *m_records;
};

/// Columns: case_id, record_id, kind, rule, reason, due, not_before.
Result<std::vector<AgendaRow>> readAgenda(Statement &statement)
{
    std::vector<AgendaRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        AgendaRow entry{statement.id<CaseId>(0), {}};
        entry.entry.record = statement.id<RecordId>(1);
        entry.entry.kind = statement.text(2);
        entry.entry.rule = statement.text(3);
        entry.entry.reason = statement.text(4);
        if (!statement.isNull(5))
            entry.entry.due = statement.instant(5);
        if (!statement.isNull(6))
            entry.entry.notBefore = statement.instant(6);
        rows.push_back(std::move(entry));
    }
}

/// Columns: case_id, name, sort_key, stage, protected, short_name, birth_date, case_number, responsible.
Result<std::vector<CaseRow>> readCards(Statement &statement)
{
    std::vector<CaseRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        CaseRow &card = rows.emplace_back(CaseRow{statement.id<CaseId>(0), {}});
        card.card.name = statement.text(1);
        card.card.sortKey = statement.text(2);
        card.card.stage = statement.text(3);
        card.card.isProtected = statement.integer(4) != 0;
        card.card.shortName = statement.text(5);
        if (const auto birthDate = base::parseDate(statement.text(6)))
            card.card.birthDate = *birthDate;
        card.card.caseNumber = statement.text(7);
        card.card.responsible = statement.text(8);
        card.card.mergedInto = statement.text(9);
    }
}

} // namespace

Result<void> CaseStore::readCase(CaseId caseId, const std::function<Result<void>(const CaseReader &)> &read) const
{
    TRY(const bool held, hasCase(caseId));
    if (!held)
        return base::fail(base::ErrorCode::NotFound, "case");
    return read(StoredRecords(m_parts->records));
}

Result<std::vector<AgendaRow>> CaseStore::agenda() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, record_id, kind, rule, reason, due, not_before FROM agenda"));
    return readAgenda(statement);
}

Result<std::vector<AgendaRow>> CaseStore::agendaOfCase(CaseId caseId) const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, record_id, kind, rule, reason, due, not_before FROM agenda"
                                   " WHERE case_id = ?1"));
    return readAgenda(statement.bind(1, caseId));
}

Result<std::vector<AgendaRow>> CaseStore::agendaDue(std::string_view rule, base::Instant moment) const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, record_id, kind, rule, reason, due, not_before FROM agenda"
                                   " WHERE rule = ?1 AND due <= ?2"));
    return readAgenda(statement.bind(1, rule).bind(2, moment));
}

Result<std::vector<CaseRow>> CaseStore::cases() const
{
    TRY(auto statement, m_parts->database->prepare("SELECT case_id, name, sort_key, stage, protected, short_name,"
                                                   " birth_date, case_number, responsible, merged_into FROM card"
                                                   " ORDER BY sort_key, case_id"));
    return readCards(statement);
}

Result<std::vector<CaseRow>> CaseStore::cards(const std::vector<CaseId> &cases) const
{
    TRY(auto statement, m_parts->database->prepare("SELECT case_id, name, sort_key, stage, protected, short_name,"
                                                   " birth_date, case_number, responsible, merged_into FROM card"
                                                   " WHERE case_id IN"
                                                   " (SELECT unhex(value) FROM json_each(?1))"
                                                   " ORDER BY sort_key, case_id"));
    return readCards(statement.bind(1, idList(cases)));
}

Result<std::vector<CaseRow>> CaseStore::tiedCards() const
{
    TRY(auto statement, m_parts->database->prepare("SELECT case_id, name, sort_key, stage, protected, short_name,"
                                                   " birth_date, case_number, responsible, merged_into FROM card"
                                                   " WHERE merged_into != '' OR case_id IN (SELECT"
                                                   " unhex(replace(merged_into, '-', '')) FROM card"
                                                   " WHERE merged_into != '') ORDER BY sort_key, case_id"));
    return readCards(statement);
}

Result<std::optional<CaseRow>> CaseStore::card(CaseId caseId) const
{
    TRY(auto rows, cards({caseId}));
    return rows.empty() ? std::optional<CaseRow>() : std::optional(std::move(rows.front()));
}

Result<std::vector<CaseRow>> CaseStore::search(std::string_view query, int limit) const
{
    std::string match;
    for (const std::string &word : base::splitWords(base::foldForSearch(query)))
        match += (match.empty() ? "\"" : " AND \"") + word + "\"*";
    if (match.empty())
        return std::vector<CaseRow>();
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, name, sort_key, stage, protected, short_name, birth_date,"
                                   " case_number, responsible, merged_into FROM card WHERE local IN"
                                   " (SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2)"
                                   " ORDER BY local DESC"));
    return readCards(statement.bind(1, match).bind(2, limit));
}

namespace {

/// Changes that have no receipt. Few: they are what was written since the last sync.
Result<std::set<ChangeId>> unsentChanges(Database &database)
{
    TRY(auto statement, database.prepare("SELECT id FROM change WHERE seq IS NULL"));
    std::set<ChangeId> unsent;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return unsent;
        unsent.insert(statement.id<ChangeId>(0));
    }
}

/// `last` holds the change behind each field of a record, 16 bytes each.
Delivery deliveryOf(base::ByteView last, const std::set<ChangeId> &unsent)
{
    for (std::size_t offset = 0; !unsent.empty() && offset + 16 <= last.size(); offset += 16) {
        const auto change = ChangeId::fromBytes(last.subspan(offset, 16));
        if (change && unsent.contains(*change))
            return Delivery::Local;
    }
    return Delivery::Received;
}

} // namespace

Result<std::vector<TimelineRow>> CaseStore::timeline(CaseId caseId, int limit,
                                                     std::optional<base::Instant> before) const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT t.record_id, t.kind, t.at, r.last FROM timeline t JOIN record r ON r.id = t.record_id"
            " WHERE t.case_id = ?1 AND t.at < ?2 ORDER BY t.at DESC, t.record_id DESC LIMIT ?3"));
    statement.bind(1, caseId).bind(2, before ? base::toMs(*before) : INT64_MAX).bind(3, limit);
    TRY(const auto unsent, unsentChanges(*m_parts->database));
    std::vector<TimelineRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({statement.id<RecordId>(0), std::string(statement.text(1)), statement.instant(2),
                        deliveryOf(statement.blob(3), unsent)});
    }
}

Result<std::vector<TimelineRecord>> CaseStore::timelinePage(CaseId caseId, int limit,
                                                            const std::optional<TimelinePlace> &after) const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT r.id, r.case_id, r.kind, r.deleted, r.conflicted, r.body, r.extra, t.at,"
                                   " r.last FROM timeline t JOIN record r ON r.id = t.record_id"
                                   " WHERE t.case_id = ?1 AND (t.at, t.record_id) < (?2, ?3)"
                                   " ORDER BY t.at DESC, t.record_id DESC LIMIT ?4"));
    statement.bind(1, caseId).bind(2, after ? base::toMs(after->at) : INT64_MAX);
    statement.bind(3, after ? after->record : RecordId()).bind(4, limit);
    TRY(const auto sealed, SealedRecords::ofCase(*m_parts->database, caseId));
    TRY(const auto unsent, unsentChanges(*m_parts->database));
    std::vector<TimelineRecord> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        TRY(RecordView stored, readRecordView(statement));
        RecordView view = sealed.veiled(std::move(stored));
        const TimelineRow entry{view.id, view.kind, statement.instant(7), deliveryOf(statement.blob(8), unsent)};
        rows.push_back({entry, std::move(view)});
    }
}

Result<std::vector<ConflictRow>> CaseStore::conflictsOfRecord(RecordId record) const
{
    std::vector<ConflictRow> rows;
    TRY(const auto state, recordState(record));
    TRY(const auto shown, this->record(record));
    // The versions of what stands in the wrong file are not shown there either.
    if (!state || !shown || shown->fields.contains(SealedRecords::Field))
        return rows;
    for (const auto &conflict : changelog::conflictsOf(*state)) {
        ConflictRow row{state->caseId(), record, state->kind(), conflict.field, {}};
        for (const auto &head : conflict.heads) {
            const auto meta = m_parts->changes.meta(head.change);
            row.heads.push_back({head.change, head.value, meta.by, meta.at});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<ConflictRow>> CaseStore::conflicts() const
{
    TRY(const auto records, m_parts->records.conflicted(CaseId()));
    std::vector<ConflictRow> rows;
    for (const RecordId record : records) {
        TRY(auto ofRecord, conflictsOfRecord(record));
        std::move(ofRecord.begin(), ofRecord.end(), std::back_inserter(rows));
    }
    return rows;
}

Result<std::vector<ReturnedChange>> CaseStore::returned() const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT id, case_id, reason, field, line FROM change WHERE state = 1 AND handled = 0 ORDER BY local"));
    std::vector<ReturnedChange> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({statement.id<ChangeId>(0), statement.id<CaseId>(1), std::string(statement.text(2)),
                        std::string(statement.text(3)), std::string(statement.text(4))});
    }
}

Result<std::vector<ReceivedChange>> CaseStore::receivedSince(base::Instant since, int limit) const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT c.line, c.received FROM journal j JOIN change c ON c.id = j.change_id"
                            " WHERE j.epoch = ?1 AND j.n > ?2 AND c.received >= ?3 AND c.state = 0 ORDER BY j.n DESC"));
    statement.bind(1, m_parts->epoch).bind(2, m_parts->n - limit).bind(3, base::toMs(since));
    std::vector<ReceivedChange> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        TRY(auto line, changelog::readChangeLine(std::string(statement.text(0))));
        rows.push_back({std::move(line), statement.instant(1)});
    }
}

Result<WaitingCounts> CaseStore::waitingCounts() const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT (SELECT count(*) FROM change WHERE seq IS NULL AND state <> 1),"
                            " (SELECT count(*) FROM change WHERE state = 1 AND handled = 0),"
                            " (SELECT count(*) FROM blob WHERE state <> 1 AND state = 0 AND own = 1 AND NOT EXISTS"
                            " (SELECT 1 FROM record WHERE id = record_id AND deleted = 1))"));
    TRY_VOID(statement.step());
    TRY(const auto open, conflicts());
    return WaitingCounts{statement.integer(0), std::int64_t(open.size()), statement.integer(1), statement.integer(2)};
}

Result<StoreCounts> CaseStore::counts() const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT (SELECT count(*) FROM card), (SELECT count(*) FROM record WHERE deleted = 0),"
                            " (SELECT count(*) FROM change)"));
    TRY_VOID(statement.step());
    TRY(const WaitingCounts waiting, waitingCounts());
    return StoreCounts{waiting, statement.integer(0), statement.integer(1), statement.integer(2)};
}

Result<std::optional<base::Instant>> CaseStore::receipt(ChangeId change) const
{
    TRY(auto statement, m_parts->database->prepare("SELECT received FROM change WHERE id = ?1 AND seq IS NOT NULL"));
    TRY(const bool row, statement.bind(1, change).step());
    if (!row || statement.isNull(0))
        return std::optional<base::Instant>();
    return std::optional(statement.instant(0));
}

Result<changelog::ChangeLine> CaseStore::changeLine(ChangeId change) const { return m_parts->changes.line(change); }

Result<std::optional<changelog::KeyLine>> CaseStore::deviceKey(base::DeviceId device) const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT worker, jwk, valid_from, valid_until, signature FROM device_key WHERE device = ?1"));
    TRY(const bool row, statement.bind(1, device).step());
    if (!row)
        return std::nullopt;
    changelog::KeyLine key;
    key.device = device;
    key.worker = statement.id<base::WorkerId>(0);
    TRY(key.jwk, json::parse(statement.text(1)));
    key.from = statement.instant(2);
    if (!statement.isNull(3))
        key.until = statement.instant(3);
    key.signature = statement.text(4);
    return key;
}

} // namespace faltakt::store
