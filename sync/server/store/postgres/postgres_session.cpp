#include "sync/server/store/postgres/postgres_session.h"

#include "sync/server/store/postgres/postgres_errors.h"

#include <iterator>
#include <utility>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Rights and lines that are read together belong to one moment.
constexpr char BeginRead[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
// Each statement sees what was committed before it began: behind the tenant's lock that is the tenant's newest state. A
// stricter level would judge by the state from before the wait, and fail where it could have gone on.
constexpr char BeginWrite[] = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr char WaitForNoDisk[] = "SET LOCAL synchronous_commit = off";
constexpr char Commit[] = "COMMIT";
constexpr char RollBack[] = "ROLLBACK";

// Both end with the transaction, whatever becomes of it.
constexpr char EnterToRead[] = "SELECT set_config('faltakt.tenant', id::text, true) FROM tenant WHERE id = $1";
// Two tenants whose ids share a hash take turns, too; that costs time and nothing else.
constexpr char EnterToWrite[] = "SELECT set_config('faltakt.tenant', id::text, true),"
                                " pg_advisory_xact_lock(hashtextextended(id::text, 4711)) FROM tenant WHERE id = $1";

// Columns are unfolded in the list of what is selected: there the database takes row after row from them, while in FROM it
// would write each column into a store of its own first.
constexpr char InsertChanges[] =
    "INSERT INTO change (tenant, device, epoch, by_worker, received, seq, case_id, compartment, n, id, hash, at, stamp,"
    " line, link, part, in_force, touches_more) SELECT $1, $2, $3, $4, $5, unnest($6::bigint[]), unnest($7::uuid[]),"
    " unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::uuid[]), unnest($11::bytea[]), unnest($12::bigint[]),"
    " unnest($13::bytea[]), unnest($14::bytea[]), unnest($15::bytea[]), unnest($16::bigint[]), unnest($17::bigint[]),"
    " unnest($18::bigint[])";
constexpr char InsertJournal[] =
    "INSERT INTO journal (tenant, device, epoch, n, hash, link, verdict, seq, reason, field) SELECT $1,"
    " unnest($2::uuid[]), unnest($3::bigint[]), unnest($4::bigint[]), unnest($5::bytea[]), unnest($6::bytea[]),"
    " unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::text[]), unnest($10::text[])";
constexpr char InsertRecords[] =
    "INSERT INTO record (tenant, id, case_id, kind, part) SELECT $1, unnest($2::uuid[]), unnest($3::uuid[]),"
    " unnest($4::text[]), unnest($5::bigint[])";
constexpr char InsertDirectory[] = "INSERT INTO directory (kind, id, tenant) SELECT $1, unnest($2::uuid[]), $3";
constexpr char InsertCases[] = "INSERT INTO case_file (tenant, id, team, created) SELECT $1, unnest($2::uuid[]),"
                               " unnest($3::uuid[]), unnest($4::bigint[])";
constexpr char InsertRights[] =
    "INSERT INTO access_entry (tenant, seq, case_id, grantee, compartments, since, made) SELECT $1,"
    " unnest($2::bigint[]), unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::bigint[]), unnest($6::bigint[]),"
    " unnest($7::bigint[])";

// Enough for a statement to be cheap a row, and few enough that the database begins while the next rows are made.
constexpr std::int64_t ManyRows = 64;

} // namespace

void PostgresSession::begin(Mode mode)
{
    m_mode = mode;
    m_tenant.reset();
    m_grown.clear();
    m_pending = {};
    m_asked.clear();
    m_mayHaveCommitted = false;
    m_connection->queue(mode == Mode::Read ? BeginRead : BeginWrite);
    if (mode == Mode::WriteSoon)
        m_connection->queue(WaitForNoDisk);
}

Result<void> PostgresSession::enter(TenantId tenant)
{
    if (m_tenant == tenant)
        return {};
    TRY_VOID(settle());
    sendPending();
    const char *sql = m_mode == Mode::Read ? EnterToRead : EnterToWrite;
    const auto parameters = PostgresParameters().add(tenant);
    if (m_known.contains(tenant)) {
        m_connection->queue(sql, parameters);
    } else {
        TRY(const auto rows, m_connection->query(sql, parameters));
        if (rows.empty())
            return fail(ErrorCode::NotFound, "tenant");
        m_known.insert(tenant);
    }
    m_tenant = tenant;
    return {};
}

Result<PostgresRows> PostgresSession::query(const char *sql, const PostgresParameters &parameters)
{
    sendPending();
    const auto asked = std::exchange(m_asked, {});
    TRY(auto rows, m_connection->query(sql, parameters));
    TRY_VOID(handOut(asked));
    return rows;
}

Result<std::vector<PostgresRows>> PostgresSession::queryEach(const std::vector<Question> &questions)
{
    TRY_VOID(settle());
    sendPending();
    TRY_VOID(m_connection->finish());
    for (const auto &[sql, parameters] : questions)
        m_connection->queue(sql, parameters);
    TRY_VOID(m_connection->finish());
    return m_connection->takeAnswers();
}

void PostgresSession::ask(const std::vector<Question> &questions, std::function<Result<void>(Answers)> taker)
{
    sendPending();
    Asked asked{.begin = m_connection->awaitedAnswers(), .end = 0, .taker = std::move(taker)};
    for (const auto &[sql, parameters] : questions)
        m_connection->queue(sql, parameters);
    asked.end = asked.begin + questions.size();
    m_asked.push_back(std::move(asked));
}

Result<void> PostgresSession::settle()
{
    if (m_asked.empty())
        return {};
    const auto asked = std::exchange(m_asked, {});
    TRY_VOID(m_connection->finish());
    return handOut(asked);
}

Result<void> PostgresSession::handOut(const std::vector<Asked> &asked)
{
    if (asked.empty())
        return {};
    auto answers = m_connection->takeAnswers();
    const auto at = [&](std::size_t place) { return std::move_iterator(answers.begin() + std::ptrdiff_t(place)); };
    for (const Asked &one : asked)
        TRY_VOID(one.taker(Answers(at(one.begin), at(one.end))));
    return {};
}

void PostgresSession::relieve()
{
    if (m_pending.changes.seq.count() >= ManyRows || m_pending.journal.n.count() >= ManyRows) {
        sendPendingLines();
        m_connection->push();
    }
}

PostgresPendingRows::Changes &PostgresSession::pendingChanges(const PostgresPendingRows::Origin &origin)
{
    if (m_pending.changes.seq.count() > 0 && m_pending.changes.origin != origin)
        sendPendingLines();
    m_pending.changes.origin = origin;
    return m_pending.changes;
}

void PostgresSession::sendPending()
{
    sendPendingCases();
    if (const auto &rows = m_pending.records; rows.id.count() > 0)
        m_connection->queue(
            InsertRecords,
            PostgresParameters().add(*m_tenant).add(rows.id).add(rows.caseId).add(rows.kind).add(rows.part));
    sendPendingLines();
    m_pending = {};
}

void PostgresSession::sendPendingLines()
{
    if (auto &rows = m_pending.changes; rows.seq.count() > 0) {
        rows.goWithoutLink();
        const auto &origin = rows.origin;
        PostgresParameters parameters;
        parameters.add(*m_tenant).add(origin.device).add(origin.epoch).add(origin.by).add(origin.received);
        parameters.add(rows.seq).add(rows.caseId).add(rows.compartment).add(rows.n).add(rows.id).add(rows.hash);
        parameters.add(rows.at).add(rows.stamp).add(rows.line).add(rows.link).add(rows.part).add(rows.inForce);
        parameters.add(rows.touchesMore);
        m_connection->queue(InsertChanges, parameters);
    }
    if (const auto &rows = m_pending.journal; rows.n.count() > 0) {
        PostgresParameters parameters;
        parameters.add(*m_tenant).add(rows.device).add(rows.epoch).add(rows.n).add(rows.hash).add(rows.link);
        parameters.add(rows.verdict).add(rows.seq).add(rows.reason).add(rows.field);
        m_connection->queue(InsertJournal, parameters);
    }
    m_pending.changes = {};
    m_pending.journal = {};
}

void PostgresSession::sendPendingCases()
{
    // Tenants do not wait for each other: where an id was free when it was asked for and is taken now, another tenant came in
    // between, and the next try will see it.
    const auto &cases = m_pending.cases;
    if (cases.free.count() > 0)
        m_connection->queue(InsertDirectory,
                            PostgresParameters().add(std::int64_t(DirectoryKind::Case)).add(cases.free).add(*m_tenant),
                            ErrorCode::Busy);
    if (cases.id.count() > 0)
        m_connection->queue(InsertCases,
                            PostgresParameters().add(*m_tenant).add(cases.id).add(cases.team).add(cases.created));
    if (const auto &rows = m_pending.rights; rows.seq.count() > 0) {
        PostgresParameters parameters;
        parameters.add(*m_tenant).add(rows.seq).add(rows.caseId).add(rows.grantee).add(rows.compartments);
        m_connection->queue(InsertRights, parameters.add(rows.since).add(rows.made));
    }
}

Result<void> PostgresSession::commit()
{
    if (m_mode == Mode::Read) {
        // Nothing hangs on it; the connection is free for its next work at once.
        m_connection->queue(Commit);
        m_connection->detach();
        return {};
    }
    // A connection that died in between is noticed before COMMIT goes out: then nothing was kept, for certain.
    if (m_connection->wasHungUp())
        return fail(connectionLost());
    sendPending();
    const auto ended = m_connection->query(Commit);
    if (!ended) {
        m_mayHaveCommitted = m_connection->isLost();
        return fail(ended.error());
    }
    if (ended->outcome() != "COMMIT")
        return fail(ErrorCode::Internal, "the database undid a transaction that was to be kept");
    return {};
}

void PostgresSession::rollBack()
{
    m_pending = {};
    m_asked.clear();
    m_known.clear();
    m_grown.clear();
    // What is under way first: behind something that fails nothing is carried out, this neither.
    (void)m_connection->finish();
    if (!m_connection->isLost())
        (void)m_connection->query(RollBack);
}

} // namespace faltakt::server
