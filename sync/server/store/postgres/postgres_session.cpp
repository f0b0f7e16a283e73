#include "sync/server/store/postgres/postgres_session.h"

#include "sync/server/store/postgres/postgres_errors.h"

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

constexpr char InsertChanges[] =
    "INSERT INTO change (tenant, seq, case_id, compartment, device, epoch, n, id, hash, by_worker, at, received, stamp,"
    " line, link, part, in_force, touches_more) SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::bigint[],"
    " $5::uuid[], $6::bigint[], $7::bigint[], $8::uuid[], $9::bytea[], $10::uuid[], $11::bigint[], $12::bigint[],"
    " $13::bytea[], $14::bytea[], $15::bytea[], $16::bigint[], $17::bigint[], $18::bigint[])";
constexpr char InsertJournal[] =
    "INSERT INTO journal (tenant, device, epoch, n, hash, link, verdict, seq, reason, field) SELECT $1, * FROM"
    " unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bytea[], $6::bytea[], $7::bigint[], $8::bigint[], $9::text[],"
    " $10::text[])";
constexpr char InsertRecords[] = "INSERT INTO record (tenant, id, case_id, kind, part) SELECT $1, * FROM"
                                 " unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[])";

// Enough for a statement to be cheap a row, and few enough that the database begins while the next rows are made.
constexpr std::int64_t ManyRows = 64;

} // namespace

void PostgresSession::begin(Mode mode)
{
    m_mode = mode;
    m_tenant.reset();
    m_grown.clear();
    m_pending = {};
    m_mayHaveCommitted = false;
    m_connection->queue(mode == Mode::Read ? BeginRead : BeginWrite);
    if (mode == Mode::WriteSoon)
        m_connection->queue(WaitForNoDisk);
}

Result<void> PostgresSession::enter(TenantId tenant)
{
    if (m_tenant == tenant)
        return {};
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
    return m_connection->query(sql, parameters);
}

Result<std::vector<PostgresRows>> PostgresSession::queryEach(const std::vector<Question> &questions)
{
    sendPending();
    TRY_VOID(m_connection->finish());
    for (const auto &[sql, parameters] : questions)
        m_connection->queue(sql, parameters);
    TRY_VOID(m_connection->finish());
    return m_connection->takeAnswers();
}

void PostgresSession::relieve()
{
    if (m_pending.changes.seq.count() >= ManyRows || m_pending.journal.n.count() >= ManyRows
        || m_pending.records.id.count() >= ManyRows) {
        sendPending();
        m_connection->push();
    }
}

void PostgresSession::sendPending()
{
    if (const auto &rows = m_pending.records; rows.id.count() > 0)
        m_connection->queue(
            InsertRecords,
            PostgresParameters().add(*m_tenant).add(rows.id).add(rows.caseId).add(rows.kind).add(rows.part));
    if (auto &rows = m_pending.changes; rows.seq.count() > 0) {
        rows.goWithoutLink();
        PostgresParameters parameters;
        parameters.add(*m_tenant).add(rows.seq).add(rows.caseId).add(rows.compartment).add(rows.device);
        parameters.add(rows.epoch).add(rows.n).add(rows.id).add(rows.hash).add(rows.by).add(rows.at);
        parameters.add(rows.received).add(rows.stamp).add(rows.line).add(rows.link).add(rows.part).add(rows.inForce);
        parameters.add(rows.touchesMore);
        m_connection->queue(InsertChanges, parameters);
    }
    if (const auto &rows = m_pending.journal; rows.n.count() > 0) {
        PostgresParameters parameters;
        parameters.add(*m_tenant).add(rows.device).add(rows.epoch).add(rows.n).add(rows.hash).add(rows.link);
        parameters.add(rows.verdict).add(rows.seq).add(rows.reason).add(rows.field);
        m_connection->queue(InsertJournal, parameters);
    }
    m_pending = {};
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
    m_known.clear();
    m_grown.clear();
    // What is under way first: behind something that fails nothing is carried out, this neither.
    (void)m_connection->finish();
    if (!m_connection->isLost())
        (void)m_connection->query(RollBack);
}

} // namespace faltakt::server
