// Opening, writing and upkeep. Reading stands in case_store_reading.cpp, sync in case_store_sync.cpp; forms and scratch
// have files of their own.
#include "core/store/case_store_parts.h"

#include "core/store/migrator.h"
#include "generated/store/BlobsMigration.h"
#include "generated/store/CardColumnsMigration.h"
#include "generated/store/FormDraftsMigration.h"
#include "generated/store/ForsakenBlobsMigration.h"
#include "generated/store/HandledReturnsMigration.h"
#include "generated/store/InitialMigration.h"
#include "generated/store/LeaseMigration.h"
#include "generated/store/OlderMigration.h"
#include "generated/store/OwnBlobsMigration.h"
#include "generated/store/PacksMigration.h"
#include "generated/store/ProofMigration.h"
#include "generated/store/ResponsibleMigration.h"
#include "generated/store/TiedFilesMigration.h"

#include <algorithm>
#include <array>

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

constexpr std::array Migrations = {
    Migration{1, InitialMigration},        Migration{2, FormDraftsMigration},  Migration{3, CardColumnsMigration},
    Migration{4, HandledReturnsMigration}, Migration{5, ResponsibleMigration}, Migration{6, ProofMigration},
    Migration{7, LeaseMigration},          Migration{8, BlobsMigration},       Migration{9, OlderMigration},
    Migration{10, OwnBlobsMigration},      Migration{11, PacksMigration},      Migration{12, ForsakenBlobsMigration},
    Migration{13, TiedFilesMigration}};

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

Result<void> CaseStore::Parts::checkDraft(const Draft &draft, ApplySession &session)
{
    const auto isWatched = [this](const RecordSet &set) { return setup.guard && setup.guard->watches(set); };
    if (std::ranges::none_of(draft.sets, isWatched))
        return {};
    // What the drafts before this one did is part of how things stand.
    TRY_VOID(session.flush());
    for (const RecordSet &set : draft.sets)
        if (isWatched(set))
            TRY_VOID(setup.guard->check(draft.caseId, set, projections.reader()));
    return {};
}

Result<std::vector<ChangeId>> CaseStore::Parts::writeDraft(const Draft &draft, ApplySession &session)
{
    if (draft.sets.empty())
        return fail(ErrorCode::InvalidInput, "nothing to save");
    TRY_VOID(openCase(draft.caseId));
    TRY_VOID(checkDraft(draft, session));
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

ContentPacks CaseStore::contentPacks() const { return {*m_parts->database, *m_parts->setup.clock}; }

void CaseStore::useRules(const AgendaProjector &agenda) { m_parts->projections.useAgenda(agenda); }

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
