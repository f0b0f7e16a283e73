// Rights, keys, cases and record states of the log, and what a push fetches in one go.
#include "core/store/record_codec.h"
#include "sync/server/store/postgres/postgres_identity.h"
#include "sync/server/store/postgres/postgres_log.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CompartmentSet;
using changelog::RecordState;

namespace {

// Plans are made once, mostly while the tables are empty. Two things keep them from walking along the tenant's whole order:
// pairs are compared, which the order's own index cannot serve, and sorting is by a sum, which that index cannot save.
constexpr char ReadAccessAfter[] =
    "SELECT e.seq, e.case_id, e.grantee, e.compartments, e.since, e.made FROM unnest($2::uuid[]) AS one (grantee) "
    "CROSS JOIN "
    "LATERAL"
    " (SELECT seq, case_id, grantee, compartments, since, made FROM access_entry WHERE tenant = $1 AND"
    " (grantee, seq) > (one.grantee, $3) AND (grantee, seq) <= (one.grantee, 9223372036854775807)"
    " ORDER BY grantee, seq LIMIT $4) AS e ORDER BY e.seq + 0 LIMIT $4";
constexpr char ReadAccessOfCases[] =
    "SELECT e.seq, e.case_id, e.grantee, e.compartments, e.since, e.made FROM unnest($2::uuid[]) AS one (case_id) "
    "CROSS JOIN "
    "LATERAL"
    " (SELECT seq, case_id, grantee, compartments, since, made FROM access_entry WHERE tenant = $1 AND"
    " (case_id, seq) > (one.case_id, 0) AND (case_id, seq) <= (one.case_id, 9223372036854775807)"
    " ORDER BY case_id, seq) AS e ORDER BY e.seq + 0";
constexpr char ReadKeys[] = "SELECT seq, device, worker, public_key, from_at, until_at, signature FROM device_key"
                            " WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3";
constexpr char AddKey[] = "INSERT INTO device_key (tenant, seq, device, worker, public_key, from_at, until_at,"
                          " signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr char ReadCase[] = "SELECT team, created FROM case_file WHERE tenant = $1 AND id = $2";
constexpr char ReadCases[] = "SELECT id, team, created FROM case_file WHERE tenant = $1 ORDER BY id";
constexpr char ReadOwners[] = "SELECT id, tenant FROM directory WHERE kind = 4 AND id = ANY($1)";
constexpr char ReadHomes[] =
    "SELECT e.* FROM unnest($2::uuid[]) AS one (id) CROSS JOIN LATERAL"
    " (SELECT r.id, r.kind, r.part, r.case_id, p.* FROM record r LEFT JOIN LATERAL (SELECT first_seq, compartment, "
    "lines,"
    " sum, last_seq, touched, open, always FROM package_part WHERE tenant = $1 AND case_id = r.case_id"
    " AND first_seq = r.part LIMIT 1) AS p ON true WHERE r.tenant = $1 AND r.id = one.id LIMIT 1) AS e";
constexpr char ReadStates[] =
    "SELECT e.* FROM unnest($2::uuid[]) AS one (id) CROSS JOIN LATERAL (SELECT id, case_id, kind, body, last, extra"
    " FROM record_state WHERE tenant = $1 AND id = one.id LIMIT 1) AS e";
constexpr char ReadStatesOfCase[] = "SELECT id, case_id, kind, body, last, extra FROM record_state WHERE tenant = $1"
                                    " AND case_id = $2 AND kind = $3 ORDER BY id";
// By the index, a case and kind at a time, whatever is thought of the table's size.
constexpr char ReadStatesOfCases[] =
    "SELECT e.* FROM unnest($2::uuid[]) AS one (id) CROSS JOIN unnest($3::text[]) AS each (kind) CROSS JOIN LATERAL"
    " (SELECT id, case_id, kind, body, last, extra FROM record_state WHERE tenant = $1 AND case_id = one.id"
    " AND kind = each.kind ORDER BY kind, id LIMIT $4) AS e";
constexpr char ReadStateless[] =
    "SELECT DISTINCT case_id FROM record AS r WHERE tenant = $1 AND kind = $2 AND NOT EXISTS"
    " (SELECT 1 FROM record_state AS s WHERE s.tenant = $1 AND s.id = r.id)";
constexpr char SetState[] =
    "INSERT INTO record_state (tenant, id, case_id, kind, body, last, extra) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT (tenant, id) DO UPDATE SET body = excluded.body, last = excluded.last, extra = excluded.extra";

/// Those of which the one or the other is not known yet.
template <typename IdType, typename First, typename Second>
std::vector<IdType> unknown(const std::vector<IdType> &ids, const First &first, const Second &second)
{
    std::vector<IdType> left;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(left),
                 [&](const IdType &id) { return !first.contains(id) || !second.contains(id); });
    return left;
}

AccessEntry accessOf(const PostgresRow &row)
{
    return {row.integer(0), row.id<CaseId>(1), row.uuid(2), CompartmentSet(std::uint32_t(row.integer(3))),
            row.instant(4), row.instant(5)};
}

Result<RecordState> stateOf(const PostgresRow &row)
{
    return store::decodeRecord(row.id<RecordId>(0), row.id<CaseId>(1), std::string(row.text(2)), row.text(3),
                               row.bytes(4), row.text(5));
}

Result<void> rememberStates(PostgresLogMemory &memory, const std::vector<RecordId> &ids, const PostgresRows &rows)
{
    for (const RecordId &id : ids)
        memory.states.try_emplace(id);
    for (int i = 0; i < rows.count(); ++i) {
        TRY(RecordState state, stateOf(rows.row(i)));
        memory.states[state.id()] = std::move(state);
    }
    return {};
}

void rememberHomes(PostgresLogMemory &memory, const std::vector<RecordId> &ids, const PostgresRows &rows)
{
    for (const RecordId &id : ids)
        memory.homes.try_emplace(id);
    for (int i = 0; i < rows.count(); ++i) {
        const PostgresRow row = rows.row(i);
        const RecordHome home{row.id<CaseId>(3), std::string(row.text(1)), row.integer(2)};
        memory.homes[row.id<RecordId>(0)] = home;
        if (!row.isNull(4))
            memory.parts.try_emplace({home.caseId, home.part}, partOf(row, 3));
    }
}

void rememberOwners(PostgresLogMemory &memory, const std::vector<CaseId> &ids, const PostgresRows &rows)
{
    for (const CaseId &id : ids)
        memory.owners.try_emplace(id);
    for (int i = 0; i < rows.count(); ++i)
        memory.owners[rows.row(i).id<CaseId>(0)] = rows.row(i).id<TenantId>(1);
}

void rememberAccess(PostgresLogMemory &memory, const std::vector<CaseId> &ids, const PostgresRows &rows)
{
    for (const CaseId &id : ids)
        memory.access[id].clear();
    for (int i = 0; i < rows.count(); ++i)
        memory.access[rows.row(i).id<CaseId>(1)].push_back(accessOf(rows.row(i)));
}

} // namespace

Result<void> PostgresLog::expect(TenantId tenant, const ExpectedReads &reads)
{
    TRY_VOID(enter(tenant));
    const auto changes = unknown(reads.changes, m_memory.accepted, m_memory.quarantined);
    const auto records = unknown(reads.records, m_memory.homes, m_memory.states);
    const auto cases = unknown(reads.cases, m_memory.owners, m_memory.access);
    if (changes.empty() && records.empty() && cases.empty() && !reads.journal)
        return {};
    std::vector<PostgresSession::Question> questions{
        acceptedQuestion(tenant, changes),
        quarantinedQuestion(tenant, changes),
        {ReadHomes, PostgresParameters().add(tenant).add(columnOf(records))},
        {ReadStates, PostgresParameters().add(tenant).add(columnOf(records))},
        {ReadOwners, PostgresParameters().add(columnOf(cases))},
        {ReadAccessOfCases, PostgresParameters().add(tenant).add(columnOf(cases))}};
    m_session->ask(questions, [this, changes, records, cases](const PostgresSession::Answers &answers) -> Result<void> {
        rememberAccepted(m_memory, changes, answers[0]);
        rememberQuarantined(m_memory, changes, answers[1]);
        rememberHomes(m_memory, records, answers[2]);
        TRY_VOID(rememberStates(m_memory, records, answers[3]));
        rememberOwners(m_memory, cases, answers[4]);
        rememberAccess(m_memory, cases, answers[5]);
        return {};
    });
    if (reads.journal)
        expectJournal(tenant, *reads.journal);
    return {};
}

void PostgresLog::expectJournal(TenantId tenant, const ExpectedReads::Journal &journal)
{
    m_session->ask(journalQuestions(tenant, journal),
                   [this, journal](const PostgresSession::Answers &answers) -> Result<void> {
                       rememberJournal(m_memory, journal, answers[0], answers[1]);
                       return {};
                   });
    if (m_session->mode() == PostgresSession::Mode::Read)
        return;
    m_session->ask({counterQuestion(tenant)}, [this](const PostgresSession::Answers &answers) -> Result<void> {
        if (answers.front().empty())
            return fail(ErrorCode::Damaged, "a tenant without counter");
        m_memory.lastSeq = answers.front().front().integer(0);
        return {};
    });
    m_accessLog->expectHead(tenant);
}

Result<std::vector<AccessEntry>> PostgresLog::accessAfter(TenantId tenant, const std::vector<Grantee> &grantees,
                                                          std::int64_t after, int limit)
{
    TRY_VOID(enter(tenant));
    const auto parameters = PostgresParameters().add(tenant).add(columnOf(grantees)).add(after).add(limit);
    TRY(const auto rows, m_session->query(ReadAccessAfter, parameters));
    return readAll<AccessEntry>(rows, accessOf);
}

Result<std::vector<AccessEntry>> PostgresLog::accessOfCase(TenantId tenant, CaseId caseId,
                                                           const std::vector<Grantee> &grantees)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.access.contains(caseId)) {
        const auto parameters = PostgresParameters().add(tenant).add(columnOf(std::vector{caseId}));
        TRY(const auto rows, m_session->query(ReadAccessOfCases, parameters));
        rememberAccess(m_memory, {caseId}, rows);
    }
    auto entries = m_memory.access[caseId];
    if (!grantees.empty())
        std::erase_if(entries, [&](const AccessEntry &entry) {
            return std::find(grantees.begin(), grantees.end(), entry.grantee) == grantees.end();
        });
    return entries;
}

Result<void> PostgresLog::addAccess(TenantId tenant, const AccessEntry &entry)
{
    TRY_VOID(enter(tenant));
    auto &rows = m_session->pending().rights;
    rows.seq.add(entry.seq);
    rows.caseId.add(entry.caseId);
    rows.grantee.add(entry.grantee.bytes());
    rows.compartments.add(std::int64_t(entry.compartments.bits()));
    rows.since.add(entry.since);
    rows.made.add(entry.made);
    m_memory.access.erase(entry.caseId);
    return {};
}

Result<std::vector<KeyEntry>> PostgresLog::keysAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadKeys, PostgresParameters().add(tenant).add(after).add(limit)));
    std::vector<KeyEntry> entries;
    for (int i = 0; i < rows.count(); ++i) {
        const PostgresRow row = rows.row(i);
        TRY(const auto key, crypto::PublicKey::fromBytes(row.bytes(3)));
        KeyEntry entry;
        entry.seq = row.integer(0);
        entry.line.device = row.id<DeviceId>(1);
        entry.line.worker = row.id<WorkerId>(2);
        entry.line.jwk = key.toJwk();
        entry.line.from = row.instant(4);
        entry.line.until = row.optionalInstant(5);
        entry.line.signature = std::string(row.text(6));
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<void> PostgresLog::addKey(TenantId tenant, const KeyEntry &entry)
{
    TRY_VOID(enter(tenant));
    TRY(const auto key, crypto::PublicKey::fromJwk(entry.line.jwk));
    PostgresParameters parameters;
    parameters.add(tenant).add(entry.seq).add(entry.line.device).add(entry.line.worker).add(key.bytes());
    m_session->queue(AddKey, parameters.add(entry.line.from).add(entry.line.until).add(entry.line.signature));
    return {};
}

Result<std::optional<CaseFile>> PostgresLog::caseFile(TenantId tenant, CaseId caseId)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadCase, PostgresParameters().add(tenant).add(caseId)));
    if (rows.empty())
        return std::optional<CaseFile>();
    return std::optional(CaseFile{caseId, tenant, rows.front().optionalId<TeamId>(0), rows.front().instant(1)});
}

Result<std::optional<TenantId>> PostgresLog::tenantOfCase(CaseId caseId)
{
    TRY_VOID(m_session->settle());
    if (!m_memory.owners.contains(caseId)) {
        TRY(const auto owner, lookUp(*m_session, DirectoryKind::Case, caseId.uuid()));
        m_memory.owners[caseId] = owner;
    }
    return m_memory.owners[caseId];
}

Result<std::vector<CaseFile>> PostgresLog::cases(TenantId tenant)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadCases, PostgresParameters().add(tenant)));
    return readAll<CaseFile>(rows, [tenant](const PostgresRow &row) {
        return CaseFile{row.id<CaseId>(0), tenant, row.optionalId<TeamId>(1), row.instant(2)};
    });
}

Result<void> PostgresLog::addCase(const CaseFile &file)
{
    TRY_VOID(enter(file.tenant));
    auto &rows = m_session->pending().cases;
    const auto asked = m_memory.owners.find(file.id);
    if (asked != m_memory.owners.end() && !asked->second)
        rows.free.add(file.id);
    else
        TRY_VOID(addToDirectory(*m_session, DirectoryKind::Case, file.id.uuid(), file.tenant));
    rows.id.add(file.id);
    if (file.team)
        rows.team.add(*file.team);
    else
        rows.team.addNull();
    rows.created.add(file.created);
    m_memory.owners[file.id] = file.tenant;
    return {};
}

Result<std::optional<RecordHome>> PostgresLog::recordHome(TenantId tenant, RecordId record)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.homes.contains(record)) {
        const auto parameters = PostgresParameters().add(tenant).add(columnOf(std::vector{record}));
        TRY(const auto rows, m_session->query(ReadHomes, parameters));
        rememberHomes(m_memory, {record}, rows);
    }
    return m_memory.homes[record];
}

Result<void> PostgresLog::addRecordHome(TenantId tenant, RecordId record, const RecordHome &home)
{
    TRY_VOID(enter(tenant));
    auto &rows = m_session->pending().records;
    rows.id.add(record);
    rows.caseId.add(home.caseId);
    rows.kind.add(std::string_view(home.kind));
    rows.part.add(home.part);
    m_memory.homes[record] = home;
    return {};
}

Result<std::optional<RecordState>> PostgresLog::recordState(TenantId tenant, RecordId record)
{
    TRY_VOID(enter(tenant));
    if (!m_memory.states.contains(record)) {
        const auto parameters = PostgresParameters().add(tenant).add(columnOf(std::vector{record}));
        TRY(const auto rows, m_session->query(ReadStates, parameters));
        TRY_VOID(rememberStates(m_memory, {record}, rows));
    }
    return m_memory.states[record];
}

Result<std::vector<RecordState>> PostgresLog::recordStates(TenantId tenant, CaseId caseId, std::string_view kind)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadStatesOfCase, PostgresParameters().add(tenant).add(caseId).add(kind)));
    std::vector<RecordState> states;
    for (int i = 0; i < rows.count(); ++i) {
        TRY(RecordState state, stateOf(rows.row(i)));
        states.push_back(std::move(state));
    }
    return states;
}

Result<std::vector<RecordState>> PostgresLog::recordStatesOf(TenantId tenant, const std::vector<CaseId> &cases,
                                                             const std::vector<std::string> &kinds, int mostOfEach)
{
    TRY_VOID(enter(tenant));
    PostgresColumn names(PostgresColumn::Type::Text);
    for (const std::string &kind : kinds)
        names.add(std::string_view(kind));
    PostgresParameters parameters;
    parameters.add(tenant).add(columnOf(cases)).add(names).add(mostOfEach);
    TRY(const auto rows, m_session->query(ReadStatesOfCases, parameters));
    std::vector<RecordState> states;
    states.reserve(std::size_t(rows.count()));
    for (int i = 0; i < rows.count(); ++i) {
        TRY(RecordState state, stateOf(rows.row(i)));
        states.push_back(std::move(state));
    }
    return states;
}

Result<std::vector<CaseId>> PostgresLog::casesWithoutState(TenantId tenant, std::string_view kind)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadStateless, PostgresParameters().add(tenant).add(kind)));
    return readAll<CaseId>(rows, [](const PostgresRow &row) { return row.id<CaseId>(0); });
}

Result<void> PostgresLog::setRecordState(TenantId tenant, const RecordState &state)
{
    TRY_VOID(enter(tenant));
    std::optional<base::Error> failed;
    const auto encoded = store::encodeRecord(state, [&](ChangeId change) {
        const auto meta = changeMeta(tenant, change);
        if (!meta && meta.error().code() != ErrorCode::NotFound)
            failed = meta.error();
        return meta ? *meta : changelog::ChangeMeta{};
    });
    if (failed)
        return fail(*failed);
    PostgresParameters parameters;
    parameters.add(tenant).add(state.id()).add(state.caseId()).add(state.kind()).add(encoded.body);
    m_session->queue(SetState, parameters.add(base::ByteView(encoded.last)).add(encoded.extra));
    m_memory.states.erase(state.id());
    return {};
}

} // namespace faltakt::server
