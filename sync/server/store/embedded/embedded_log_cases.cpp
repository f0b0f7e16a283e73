// Rights, keys, cases and record states of the embedded log.
#include "core/store/record_codec.h"
#include "sync/server/store/embedded/embedded_log.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;
using changelog::RecordState;
using store::Statement;

namespace {

Result<base::Uuid> uuidAt(const Statement &statement, int column)
{
    return base::Uuid::fromBytes(statement.blob(column));
}

Result<std::vector<AccessEntry>> accessRows(Statement &statement)
{
    std::vector<AccessEntry> entries;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return entries;
        TRY(const auto grantee, uuidAt(statement, 2));
        entries.push_back({statement.integer(0), statement.id<CaseId>(1), grantee,
                           CompartmentSet(std::uint32_t(statement.integer(3))), statement.instant(4),
                           statement.instant(5)});
    }
}

Result<RecordState> stateOf(const Statement &statement)
{
    return store::decodeRecord(statement.id<RecordId>(0), statement.id<CaseId>(1), std::string(statement.text(2)),
                               statement.text(3), statement.blob(4), statement.text(5));
}

bool bySeq(const AccessEntry &a, const AccessEntry &b) { return a.seq < b.seq; }

} // namespace

Result<std::vector<AccessEntry>> EmbeddedLog::accessAfter(TenantId tenant, const std::vector<Grantee> &grantees,
                                                          std::int64_t after, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    std::vector<AccessEntry> entries;
    for (const Grantee &grantee : grantees) {
        TRY(auto statement,
            m_database->prepare(
                "SELECT seq, case_id, grantee, compartments, since, made FROM access_entry"
                " INDEXED BY access_by_grantee WHERE tenant = ? AND grantee = ? AND seq > ? ORDER BY seq LIMIT ?"));
        statement.bind(1, number).bind(2, grantee.bytes()).bind(3, after).bind(4, limit);
        TRY(const auto rows, accessRows(statement));
        entries.insert(entries.end(), rows.begin(), rows.end());
    }
    std::sort(entries.begin(), entries.end(), bySeq);
    if (entries.size() > std::size_t(limit))
        entries.resize(std::size_t(limit));
    return entries;
}

Result<std::vector<AccessEntry>> EmbeddedLog::accessOfCase(TenantId tenant, CaseId caseId,
                                                           const std::vector<Grantee> &grantees)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT seq, case_id, grantee, compartments, since, made FROM access_entry"
                            " INDEXED BY access_by_case WHERE tenant = ? AND case_id = ? ORDER BY seq"));
    statement.bind(1, number).bind(2, caseId);
    TRY(auto entries, accessRows(statement));
    if (!grantees.empty())
        std::erase_if(entries, [&](const AccessEntry &entry) {
            return std::find(grantees.begin(), grantees.end(), entry.grantee) == grantees.end();
        });
    return entries;
}

Result<void> EmbeddedLog::addAccess(TenantId tenant, const AccessEntry &entry)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO access_entry (tenant, seq, case_id, grantee, compartments, since, made)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, entry.seq).bind(3, entry.caseId).bind(4, entry.grantee.bytes());
    statement.bind(5, std::int64_t(entry.compartments.bits())).bind(6, entry.since).bind(7, entry.made);
    return statement.run();
}

Result<std::vector<KeyEntry>> EmbeddedLog::keysAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT seq, device, worker, public_key, from_at, until_at, signature FROM device_key"
                            " WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?"));
    statement.bind(1, number).bind(2, after).bind(3, limit);
    std::vector<KeyEntry> entries;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return entries;
        TRY(const auto key, crypto::PublicKey::fromBytes(statement.blob(3)));
        KeyEntry entry;
        entry.seq = statement.integer(0);
        entry.line.device = statement.id<DeviceId>(1);
        entry.line.worker = statement.id<WorkerId>(2);
        entry.line.jwk = key.toJwk();
        entry.line.from = statement.instant(4);
        if (!statement.isNull(5))
            entry.line.until = statement.instant(5);
        entry.line.signature = std::string(statement.text(6));
        entries.push_back(std::move(entry));
    }
}

Result<void> EmbeddedLog::addKey(TenantId tenant, const KeyEntry &entry)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(const auto key, crypto::PublicKey::fromJwk(entry.line.jwk));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO device_key (tenant, seq, device, worker, public_key, from_at, until_at, signature)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number)
        .bind(2, entry.seq)
        .bind(3, entry.line.device)
        .bind(4, entry.line.worker)
        .bind(5, key.bytes());
    statement.bind(6, entry.line.from).bind(7, entry.line.until).bind(8, entry.line.signature);
    return statement.run();
}

Result<std::optional<CaseFile>> EmbeddedLog::caseFile(TenantId tenant, CaseId caseId)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT team, created FROM case_file WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, caseId);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<CaseFile>();
    const auto team = statement.isNull(0) ? std::nullopt : std::optional(statement.id<TeamId>(0));
    return std::optional(CaseFile{caseId, tenant, team, statement.instant(1)});
}

Result<std::optional<TenantId>> EmbeddedLog::tenantOfCase(CaseId caseId)
{
    TRY(auto statement, m_database->prepare("SELECT tenant FROM case_file WHERE id = ?"));
    statement.bind(1, caseId);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<TenantId>();
    TRY(const TenantId tenant, m_numbers->tenant(statement.integer(0)));
    return std::optional(tenant);
}

Result<std::vector<CaseFile>> EmbeddedLog::cases(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT id, team, created FROM case_file WHERE tenant = ? ORDER BY id"));
    statement.bind(1, number);
    std::vector<CaseFile> cases;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return cases;
        const auto team = statement.isNull(1) ? std::nullopt : std::optional(statement.id<TeamId>(1));
        cases.push_back({statement.id<CaseId>(0), tenant, team, statement.instant(2)});
    }
}

Result<void> EmbeddedLog::addCase(const CaseFile &file)
{
    TRY(const auto number, m_numbers->of(file.tenant));
    TRY(auto statement, m_database->prepare("INSERT INTO case_file (tenant, id, team, created) VALUES (?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, file.id).bind(3, file.team).bind(4, file.created);
    return statement.run();
}

Result<std::optional<RecordHome>> EmbeddedLog::recordHome(TenantId tenant, RecordId record)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT case_id, kind, part FROM record WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, record);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<RecordHome>();
    return std::optional(RecordHome{statement.id<CaseId>(0), std::string(statement.text(1)), statement.integer(2)});
}

Result<void> EmbeddedLog::addRecordHome(TenantId tenant, RecordId record, const RecordHome &home)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO record (tenant, id, case_id, kind, part) VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, record).bind(3, home.caseId).bind(4, home.kind).bind(5, home.part);
    return statement.run();
}

Result<std::optional<RecordState>> EmbeddedLog::recordState(TenantId tenant, RecordId record)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "SELECT id, case_id, kind, body, last, extra FROM record_state WHERE tenant = ? AND id = ?"));
    statement.bind(1, number).bind(2, record);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<RecordState>();
    TRY(RecordState state, stateOf(statement));
    return std::optional(std::move(state));
}

Result<std::vector<RecordState>> EmbeddedLog::recordStates(TenantId tenant, CaseId caseId, std::string_view kind)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT id, case_id, kind, body, last, extra FROM record_state"
                                            " WHERE tenant = ? AND case_id = ? AND kind = ? ORDER BY id"));
    statement.bind(1, number).bind(2, caseId).bind(3, kind);
    std::vector<RecordState> states;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return states;
        TRY(RecordState state, stateOf(statement));
        states.push_back(std::move(state));
    }
}

Result<std::vector<RecordState>> EmbeddedLog::recordStatesOf(TenantId tenant, const std::vector<CaseId> &cases,
                                                             const std::vector<std::string> &kinds, int mostOfEach)
{
    TRY(const auto number, m_numbers->of(tenant));
    std::vector<RecordState> states;
    for (const CaseId &caseId : cases) {
        for (const std::string &kind : kinds) {
            TRY(auto statement,
                m_database->prepare("SELECT id, case_id, kind, body, last, extra FROM record_state"
                                    " WHERE tenant = ? AND case_id = ? AND kind = ? ORDER BY id LIMIT ?"));
            statement.bind(1, number).bind(2, caseId).bind(3, std::string_view(kind)).bind(4, mostOfEach);
            while (true) {
                TRY(const bool row, statement.step());
                if (!row)
                    break;
                TRY(RecordState state, stateOf(statement));
                states.push_back(std::move(state));
            }
        }
    }
    return states;
}

Result<std::vector<CaseId>> EmbeddedLog::casesWithoutState(TenantId tenant, std::string_view kind)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT DISTINCT case_id FROM record WHERE tenant = ?1 AND kind = ?2 AND NOT EXISTS"
                            " (SELECT 1 FROM record_state WHERE tenant = ?1 AND record_state.id = record.id)"));
    statement.bind(1, number).bind(2, kind);
    std::vector<CaseId> cases;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return cases;
        cases.push_back(statement.id<CaseId>(0));
    }
}

Result<void> EmbeddedLog::setRecordState(TenantId tenant, const RecordState &state)
{
    TRY(const auto number, m_numbers->of(tenant));
    const auto encoded = store::encodeRecord(state, [&](ChangeId change) {
        const auto meta = changeMeta(tenant, change);
        return meta ? *meta : changelog::ChangeMeta{};
    });
    TRY(auto statement,
        m_database->prepare("INSERT INTO record_state (tenant, id, case_id, kind, body, last, extra) VALUES (?1, ?2, "
                            "?3, ?4, ?5, ?6, ?7)"
                            " ON CONFLICT (tenant, id) DO UPDATE SET body = ?5, last = ?6, extra = ?7"));
    statement.bind(1, number).bind(2, state.id()).bind(3, state.caseId()).bind(4, state.kind());
    statement.bind(5, encoded.body).bind(6, base::ByteView(encoded.last)).bind(7, encoded.extra);
    return statement.run();
}

} // namespace faltakt::server
