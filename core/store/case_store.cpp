// Opening, writing and reading. Sync stands in case_store_sync.cpp, scratch in case_store_scratch.cpp.
#include "core/store/case_store_parts.h"

#include "core/base/text.h"
#include "core/store/migrator.h"
#include "generated/store/FormDraftsMigration.h"
#include "generated/store/InitialMigration.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace faltakt::store {

using base::CaseId;
using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using changelog::Change;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::RecordSet;
using changelog::RecordState;
namespace json = base::json;

namespace {

constexpr std::array Migrations = {Migration{1, InitialMigration}, Migration{2, FormDraftsMigration}};

DatabaseOptions optionsOf(const StoreSetup &setup, bool create)
{
    return {.path = setup.path, .vfs = setup.vfs, .pageCacheMiB = setup.pageCacheMiB, .create = create};
}

} // namespace

CaseStore::CaseStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
CaseStore::~CaseStore() = default;

Result<std::unique_ptr<CaseStore>> CaseStore::create(const StoreSetup &setup, const crypto::SecretBytes &databaseKey,
                                                     const Owner &owner)
{
    TRY(auto database, Database::open(optionsOf(setup, true), databaseKey));
    auto parts = std::make_unique<Parts>(setup, std::move(database));
    TRY_VOID(migrate(*parts->database, Migrations));
    TRY_VOID(parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement, parts->database->prepare(
                                "INSERT INTO device_state (only_row, tenant, worker, device) VALUES (1, ?1, ?2, ?3)"));
        TRY_VOID(statement.bind(1, owner.tenant).bind(2, owner.worker).bind(3, owner.device).run());
        return parts->projections.markCurrent();
    }));
    parts->owner = owner;
    return std::unique_ptr<CaseStore>(new CaseStore(std::move(parts)));
}

Result<std::unique_ptr<CaseStore>> CaseStore::open(const StoreSetup &setup, const crypto::SecretBytes &databaseKey)
{
    TRY(auto database, Database::open(optionsOf(setup, false), databaseKey));
    auto parts = std::make_unique<Parts>(setup, std::move(database));
    TRY_VOID(migrate(*parts->database, Migrations));
    TRY(auto statement, parts->database->prepare("SELECT tenant, worker, device FROM device_state"));
    TRY(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::Damaged, "the store has no owner");
    parts->owner = {statement.id<base::TenantId>(0), statement.id<base::WorkerId>(1), statement.id<base::DeviceId>(2)};
    statement.reset();
    TRY_VOID(parts->readPosition());
    return std::unique_ptr<CaseStore>(new CaseStore(std::move(parts)));
}

Result<void> CaseStore::Parts::readPosition()
{
    TRY(auto state, database->prepare("SELECT epoch FROM device_state"));
    TRY_VOID(state.step());
    epoch = state.integer(0);
    TRY(n, changes.journalEnd(epoch));
    TRY(link, changes.journalLink(epoch, n));
    TRY(lastAt, changes.lastWritten());
    return {};
}

Result<CompartmentSet> CaseStore::Parts::accessTo(CaseId caseId) const
{
    TRY(auto statement, database->prepare("SELECT compartments FROM case_access WHERE case_id = ?1"));
    TRY(const bool row, statement.bind(1, caseId).step());
    return row ? CompartmentSet(std::uint32_t(statement.integer(0))) : CompartmentSet();
}

Result<ChangeId> CaseStore::Parts::write(Change change, ApplySession &session)
{
    change.id = ids.makeId<ChangeId>();
    change.by = owner.worker;
    change.at = std::max(setup.clock->now(), lastAt);
    if (const auto fault = changelog::findSchemaFault(change, *setup.schema))
        return fail(ErrorCode::InvalidInput,
                    fault->kind + (fault->field.empty() ? "" : "." + fault->field) + ": " + fault->reason);
    const auto sealed = changelog::sealChange(std::move(change));
    // What its own reader would refuse must not enter the log: it could never be sent, nor the case made anew from it.
    if (const auto readable = changelog::readChangeLine(sealed.line); !readable)
        return fail(readable.error().withContext("what was to be saved"));
    const Compartment compartment = changelog::compartmentOf(sealed.change, *setup.schema);
    TRY_VOID(changes.insert(sealed, compartment, std::nullopt));
    const base::Hash next = changelog::nextLink(link, sealed.hash);
    TRY_VOID(changes.appendJournal(epoch, n + 1, {sealed.change.id, sealed.change.at, sealed.hash, next}));
    if (compartment != Compartment::Reading)
        TRY_VOID(session.apply(sealed.change));
    ++n;
    link = next;
    lastAt = sealed.change.at;
    return sealed.change.id;
}

Result<void> CaseStore::Parts::openCase(CaseId caseId)
{
    TRY(const CompartmentSet present, accessTo(caseId));
    if (!present.empty())
        return {};
    TRY(auto trace, database->prepare("SELECT 1 FROM change WHERE case_id = ?1 LIMIT 1"));
    TRY(const bool forgotten, trace.bind(1, caseId).step());
    if (forgotten)
        return fail(ErrorCode::Refused, "the case was taken from this device");
    TRY(auto access, database->prepare("INSERT INTO case_access (case_id, compartments) VALUES (?1, ?2)"));
    return access.bind(1, caseId).bind(2, std::int64_t(CompartmentSet::ofCaseworker().bits())).run();
}

Result<std::vector<ChangeId>> CaseStore::Parts::writeDraft(const Draft &draft, ApplySession &session)
{
    if (draft.sets.empty())
        return fail(ErrorCode::InvalidInput, "nothing to save");
    TRY_VOID(openCase(draft.caseId));
    // One change for each compartment, in the order in which the compartments first appear.
    std::vector<std::pair<Compartment, Change>> parts;
    for (const RecordSet &set : draft.sets) {
        TRY(const RecordState *existing, session.state(set.record));
        if (existing && (existing->caseId() != draft.caseId || existing->kind() != set.kind))
            return fail(ErrorCode::InvalidInput, "a record belongs to one case and one kind for ever");
        Change probe;
        probe.sets.push_back(set);
        const Compartment compartment = changelog::compartmentOf(probe, *setup.schema);
        auto part =
            std::find_if(parts.begin(), parts.end(), [&](const auto &other) { return other.first == compartment; });
        if (part == parts.end()) {
            parts.emplace_back(compartment, Change());
            part = std::prev(parts.end());
            part->second.caseId = draft.caseId;
            part->second.event = draft.event;
        }
        part->second.sets.push_back(set);
    }
    std::vector<ChangeId> written;
    for (auto &[compartment, change] : parts) {
        TRY(const ChangeId id, write(std::move(change), session));
        written.push_back(id);
    }
    return written;
}

Result<std::vector<ChangeId>> CaseStore::Parts::writeDrafts(const std::vector<Draft> &drafts)
{
    ApplySession work = session();
    std::vector<ChangeId> written;
    for (const Draft &draft : drafts) {
        TRY(const auto ofDraft, writeDraft(draft, work));
        written.insert(written.end(), ofDraft.begin(), ofDraft.end());
    }
    TRY_VOID(work.flush());
    return written;
}

const Owner &CaseStore::owner() const noexcept { return m_parts->owner; }

Result<std::vector<ChangeId>> CaseStore::save(const Draft &draft) { return saveAll({draft}); }

Result<std::vector<ChangeId>> CaseStore::saveAll(const std::vector<Draft> &drafts)
{
    return m_parts->inTransaction([&] { return m_parts->writeDrafts(drafts); });
}

Result<ChangeId> CaseStore::edit(RecordId record, json::Object fields)
{
    TRY(const auto state, recordState(record));
    if (!state)
        return fail(ErrorCode::NotFound, "record");
    TRY(const auto written, save({state->caseId(), {changelog::makeEdit(*state, std::move(fields))}, {}}));
    return written.front();
}

Result<ChangeId> CaseStore::remove(RecordId record)
{
    TRY(const auto state, recordState(record));
    if (!state)
        return fail(ErrorCode::NotFound, "record");
    TRY(const auto written, save({state->caseId(), {changelog::makeDelete(*state)}, {}}));
    return written.front();
}

Result<ChangeId> CaseStore::resolveKeeping(RecordId record, const std::string &field, ChangeId head)
{
    TRY(const auto state, recordState(record));
    if (!state)
        return fail(ErrorCode::NotFound, "record");
    for (const auto &conflict : changelog::conflictsOf(*state)) {
        if (conflict.field != field)
            continue;
        for (const auto &candidate : conflict.heads)
            if (candidate.change == head)
                return resolveWith(record, field, candidate.value);
        return fail(ErrorCode::NotFound, "the conflict has no such change");
    }
    return fail(ErrorCode::NotFound, "the field has no conflict");
}

Result<ChangeId> CaseStore::resolveWith(RecordId record, const std::string &field, json::Value value)
{
    // Staying deleted names every head, so that no unseen edit remains; everything else is an edit over the heads.
    if (field == "deleted" && value.boolean() && *value.boolean())
        return remove(record);
    return edit(record, json::Object{{field, std::move(value)}});
}

Result<void> CaseStore::logAccess(CaseId caseId, std::string_view action, std::string_view purpose,
                                  std::string_view reason)
{
    json::Object fields{
        {"action", action}, {"purpose", purpose}, {"at", base::formatInstant(m_parts->setup.clock->now())}};
    if (!reason.empty())
        fields.append("reason", reason);
    const auto record = m_parts->ids.makeId<RecordId>();
    TRY_VOID(save({caseId, {changelog::makeCreation(record, "access", std::move(fields))}, {}}));
    return {};
}

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

Result<std::vector<AgendaRow>> CaseStore::agenda() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, record_id, kind, rule, reason, due, not_before FROM agenda"));
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

namespace {

/// Columns: case_id, name, sort_key, stage, protected.
Result<std::vector<CaseRow>> readCards(Statement &statement)
{
    std::vector<CaseRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({statement.id<CaseId>(0),
                        {std::string(statement.text(1)), std::string(statement.text(2)), std::string(statement.text(3)),
                         statement.integer(4) != 0}});
    }
}

} // namespace

Result<std::vector<CaseRow>> CaseStore::cases() const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT case_id, name, sort_key, stage, protected FROM card ORDER BY sort_key, case_id"));
    return readCards(statement);
}

Result<std::vector<CaseRow>> CaseStore::search(std::string_view query, int limit) const
{
    std::string match;
    for (const std::string &word : base::splitWords(base::foldForSearch(query)))
        match += (match.empty() ? "\"" : " AND \"") + word + "\"*";
    if (match.empty())
        return std::vector<CaseRow>();
    TRY(auto statement,
        m_parts->database->prepare("SELECT case_id, name, sort_key, stage, protected FROM card WHERE local IN"
                                   " (SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2)"
                                   " ORDER BY local DESC"));
    return readCards(statement.bind(1, match).bind(2, limit));
}

Result<std::vector<TimelineRow>> CaseStore::timeline(CaseId caseId, int limit,
                                                     std::optional<base::Instant> before) const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT t.record_id, t.kind, t.at, r.last FROM timeline t JOIN record r ON r.id = t.record_id"
            " WHERE t.case_id = ?1 AND t.at < ?2 ORDER BY t.at DESC, t.record_id DESC LIMIT ?3"));
    statement.bind(1, caseId).bind(2, before ? base::toMs(*before) : INT64_MAX).bind(3, limit);
    TRY(auto unsent, m_parts->database->prepare("SELECT count(*) FROM change WHERE seq IS NULL"));
    TRY_VOID(unsent.step());
    const bool anyUnsent = unsent.integer(0) > 0;
    std::vector<TimelineRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        TimelineRow entry{statement.id<RecordId>(0), std::string(statement.text(1)), statement.instant(2),
                          Delivery::Received};
        const base::ByteView last = statement.blob(3);
        for (std::size_t offset = 0; anyUnsent && offset + 16 <= last.size(); offset += 16) {
            TRY(const ChangeId change, ChangeId::fromBytes(last.subspan(offset, 16)));
            TRY(const auto stored, m_parts->changes.find(change));
            if (stored && !stored->hasReceipt)
                entry.delivery = Delivery::Local;
        }
        rows.push_back(std::move(entry));
    }
}

Result<std::vector<ConflictRow>> CaseStore::conflictsOfRecord(RecordId record) const
{
    std::vector<ConflictRow> rows;
    TRY(const auto state, recordState(record));
    if (!state)
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
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT id, case_id, reason, field, line FROM change WHERE state = 1 ORDER BY local"));
    std::vector<ReturnedChange> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({statement.id<ChangeId>(0), statement.id<CaseId>(1), std::string(statement.text(2)),
                        std::string(statement.text(3)), std::string(statement.text(4))});
    }
}

Result<StoreCounts> CaseStore::counts() const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT (SELECT count(*) FROM change WHERE seq IS NULL AND state <> 1), (SELECT count(*) FROM card),"
            " (SELECT count(*) FROM record WHERE deleted = 0), (SELECT count(*) FROM change),"
            " (SELECT count(*) FROM change WHERE state = 1)"));
    TRY_VOID(statement.step());
    StoreCounts counts;
    counts.outbox = statement.integer(0);
    counts.cases = statement.integer(1);
    counts.records = statement.integer(2);
    counts.changes = statement.integer(3);
    counts.returned = statement.integer(4);
    TRY(const auto open, conflicts());
    counts.conflicts = std::int64_t(open.size());
    return counts;
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

Result<bool> CaseStore::rebuildNeeded() const { return m_parts->projections.rebuildNeeded(); }

Result<bool> CaseStore::rebuildStep(int cases)
{
    return m_parts->inTransaction([&] { return m_parts->projections.rebuildStep(cases); });
}

Result<void> CaseStore::rekey(const crypto::SecretBytes &nextKey)
{
    TRY_VOID(m_parts->database->rekey(nextKey));
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement, m_parts->database->prepare("UPDATE device_state SET rekey_wanted = 0"));
        return statement.run();
    });
}

Result<void> CaseStore::checkIntegrity() const { return m_parts->database->checkIntegrity(); }

} // namespace faltakt::store
