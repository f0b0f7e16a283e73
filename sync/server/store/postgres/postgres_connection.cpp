#include "sync/server/store/postgres/postgres_connection.h"

#include "sync/server/store/postgres/postgres_errors.h"

#include <libpq-fe.h>

namespace faltakt::server {

using base::ErrorCode;
using base::Result;

namespace {

// What was told to a device is on the disk, whatever the database's owner set. A process that hangs inside a
// transaction loses it, so that the others of its tenant go on. Names are looked for in our own schema alone. A plan is
// made once for each statement of a connection, mostly while the tables are nearly empty: it must be the one for full
// tables, by an index, which there is for every question. With few rows one index costs as much as the other; where an order
// is asked for, the one that has it is taken because sorting is dear (and what is dear is not to be compiled first).
constexpr char Session[] = "SET synchronous_commit = on; SET lock_timeout = '10s'; SET statement_timeout = '120s';"
                           " SET idle_in_transaction_session_timeout = '60s'; SET search_path = public, pg_temp;"
                           " SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off;"
                           " SET enable_sort = off; SET jit = off";

void ignoreNotice(void *, const pg_result *) {}

/// What is wrong with a connection that did not come about. Its words name hosts and roles, no person.
base::Error connectError(const PGconn *handle)
{
    std::string words = PQerrorMessage(handle);
    for (char &letter : words)
        if (letter == '\n')
            letter = ' ';
    const bool refused =
        words.find("authentication failed") != std::string::npos || words.find("certificate") != std::string::npos
        || words.find("no pg_hba.conf entry") != std::string::npos || words.find("does not exist") != std::string::npos;
    return base::Error(refused ? ErrorCode::Refused : ErrorCode::Busy, "the database cannot be reached: " + words);
}

} // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const PostgresAddress &address)
{
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : address.options()) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(PQconnectdbParams(names.data(), values.data(), 0)));
    if (!connection->m_handle || PQstatus(connection->m_handle) != CONNECTION_OK)
        return base::fail(connectError(connection->m_handle));
    PQsetNoticeReceiver(connection->m_handle, ignoreNotice, nullptr);
    // What the address promised is looked at once more on the connection that came about.
    if (!address.staysOnMachine() && PQsslInUse(connection->m_handle) == 0)
        return base::fail(ErrorCode::Refused, "the database was reached without TLS");
    TRY_VOID(connection->prepareSession());
    return connection;
}

PostgresConnection::~PostgresConnection() { PQfinish(m_handle); }

Result<void> PostgresConnection::prepareSession()
{
    if (PQenterPipelineMode(m_handle) != 1)
        return base::fail(ErrorCode::Internal, "pipeline mode");
    return executeScript(Session);
}

Result<void> PostgresConnection::executeScript(const char *sql)
{
    if (PQexitPipelineMode(m_handle) != 1)
        return base::fail(ErrorCode::Internal, "statements are under way");
    const PostgresRows rows(PQexec(m_handle, sql));
    if (rows.outcome().empty()) {
        const base::Error error = isLost() ? connectionLost() : errorOf(rows.raw(), ErrorCode::AlreadyExists);
        if (!isLost())
            PQenterPipelineMode(m_handle);
        return base::fail(error);
    }
    PQenterPipelineMode(m_handle);
    return {};
}

void PostgresConnection::fail(base::Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void PostgresConnection::giveUp()
{
    m_givenUp = true;
    fail(connectionLost());
}

void PostgresConnection::queue(const char *sql, const PostgresParameters &parameters, ErrorCode onConflict)
{
    const auto [statement, fresh] = m_statements.try_emplace(sql);
    if (fresh)
        statement->second = "s" + std::to_string(++m_nextStatement);
    const char *name = statement->second.c_str();
    if (fresh) {
        if (PQsendPrepare(m_handle, name, sql, 0, nullptr) != 1)
            return giveUp();
        m_awaited.push_back({Awaited::Kind::Preparation, sql, onConflict});
    }
    const auto pointers = parameters.pointers();
    if (PQsendQueryPrepared(m_handle, name, parameters.count(), pointers.data(), parameters.lengths().data(),
                            parameters.formats().data(), 1)
        != 1)
        return giveUp();
    m_awaited.push_back({Awaited::Kind::Statement, sql, onConflict});
}

std::size_t PostgresConnection::awaitedAnswers() const
{
    std::size_t count = 0;
    for (auto awaited = m_awaited.rbegin(); awaited != m_awaited.rend(); ++awaited) {
        if (awaited->kind == Awaited::Kind::Detachment)
            break;
        count += awaited->kind == Awaited::Kind::Statement ? 1 : 0;
    }
    return count;
}

void PostgresConnection::takeAnswer(const Awaited &awaited)
{
    PostgresRows rows(PQgetResult(m_handle));
    const ExecStatusType status = rows.raw() ? PQresultStatus(rows.raw()) : PGRES_FATAL_ERROR;
    const bool done = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
    if (!done && awaited.kind == Awaited::Kind::Preparation)
        m_statements.erase(awaited.sql);
    if (!done && status != PGRES_PIPELINE_ABORTED && !m_error) {
        m_undoneForOthers = server::wasUndoneForOthers(rows.raw());
        fail(isLost() ? connectionLost() : errorOf(rows.raw(), awaited.onConflict));
    }
    if (awaited.kind == Awaited::Kind::Statement)
        m_answers.push_back(std::move(rows));
    // Each statement's answer ends with nothing.
    while (pg_result *more = PQgetResult(m_handle))
        PQclear(more);
}

void PostgresConnection::detach()
{
    if (!m_givenUp && PQpipelineSync(m_handle) != 1)
        giveUp();
    m_awaited.push_back({Awaited::Kind::Detachment, nullptr, ErrorCode::Internal});
    push();
}

void PostgresConnection::push()
{
    if (!m_givenUp && PQflush(m_handle) < 0)
        giveUp();
}

void PostgresConnection::forgetDetached()
{
    PQclear(PQgetResult(m_handle)); // the mark of the synchronisation
    m_answers.clear();
    m_error.reset();
    m_undoneForOthers = false;
}

Result<void> PostgresConnection::finish()
{
    if (m_awaited.empty() && !m_error)
        return {};
    m_undoneForOthers = false;
    m_answers.clear();
    if (!m_givenUp && PQpipelineSync(m_handle) != 1)
        giveUp();
    for (const Awaited &awaited : m_awaited) {
        if (isLost())
            break;
        if (awaited.kind == Awaited::Kind::Detachment)
            forgetDetached();
        else
            takeAnswer(awaited);
    }
    if (!isLost())
        PQclear(PQgetResult(m_handle)); // the mark of the synchronisation
    m_awaited.clear();
    if (isLost())
        m_error = connectionLost();
    if (!m_error)
        return {};
    base::Error error = std::move(*m_error);
    m_error.reset();
    return base::fail(std::move(error));
}

Result<PostgresRows> PostgresConnection::query(const char *sql, const PostgresParameters &parameters,
                                               ErrorCode onConflict)
{
    queue(sql, parameters, onConflict);
    TRY_VOID(finish());
    return std::move(m_answers.back());
}

bool PostgresConnection::isLost() const { return m_givenUp || PQstatus(m_handle) != CONNECTION_OK; }

bool PostgresConnection::wasHungUp()
{
    // The first look may find last words, the second the end behind them.
    return isLost() || PQconsumeInput(m_handle) != 1 || PQconsumeInput(m_handle) != 1 || isLost();
}

Result<void> PostgresConnection::listen(const char *channel)
{
    if (PQexitPipelineMode(m_handle) != 1)
        return base::fail(ErrorCode::Internal, "statements are under way");
    const std::string sql = std::string("LISTEN ") + channel;
    const PostgresRows rows(PQexec(m_handle, sql.c_str()));
    if (rows.outcome() != "LISTEN")
        return base::fail(isLost() ? connectionLost() : errorOf(rows.raw(), ErrorCode::AlreadyExists));
    return {};
}

Result<std::vector<std::string>> PostgresConnection::takeNotices()
{
    if (PQconsumeInput(m_handle) != 1)
        return base::fail(connectionLost());
    std::vector<std::string> notices;
    while (PGnotify *notice = PQnotifies(m_handle)) {
        notices.emplace_back(notice->extra);
        PQfreemem(notice);
    }
    return notices;
}

int PostgresConnection::socket() const { return PQsocket(m_handle); }
int PostgresConnection::process() const { return PQbackendPID(m_handle); }

} // namespace faltakt::server
