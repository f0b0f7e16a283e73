#pragma once

#include "sync/server/store/postgres/postgres_address.h"
#include "sync/server/store/postgres/postgres_values.h"

#include <map>

struct pg_conn;

namespace faltakt::server {

/// One connection to the database; the only code that speaks with it. Statements are static text, prepared once for each
/// connection, with binary parameters and answers. They are sent one behind the other without waiting (libpq's pipeline
/// mode) until an answer is needed. One thread at a time.
class PostgresConnection {
public:
    /// Busy where the database cannot be reached, Refused where it lets nobody in under this name.
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresConnection>> open(const PostgresAddress &address);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    /// Sends without waiting. What fails is told by the next finish() or query(), and nothing behind it is carried out.
    /// `sql` must be a literal: the statement is known by its place. `onConflict`: what it means that a key is taken.
    void queue(const char *sql, const PostgresParameters &parameters = {},
               base::ErrorCode onConflict = base::ErrorCode::AlreadyExists);
    /// How many answers the next finish() gives so far: the place of the next one among them.
    [[nodiscard]] std::size_t awaitedAnswers() const;
    /// Hands what is queued to the network, so that the database works on it while the caller goes on.
    void push();
    /// What is queued is carried out now, on its own; nobody waits for it or hears what became of it.
    void detach();
    /// Waits for everything queued; the first error.
    [[nodiscard]] base::Result<void> finish();
    /// Queues, waits, and gives the answer to this statement.
    [[nodiscard]] base::Result<PostgresRows> query(const char *sql, const PostgresParameters &parameters = {},
                                                   base::ErrorCode onConflict = base::ErrorCode::AlreadyExists);
    /// The answers to what the last successful finish() waited for, in order.
    [[nodiscard]] std::vector<PostgresRows> takeAnswers() { return std::move(m_answers); }
    /// Several statements in one text, as migrations have; nothing may be queued.
    [[nodiscard]] base::Result<void> executeScript(const char *sql);

    /// The connection is gone: of no use any more.
    [[nodiscard]] bool isLost() const;
    /// Looks whether the other side has hung up, without sending anything.
    [[nodiscard]] bool wasHungUp();
    /// The last error was that the database undid the transaction for the sake of others.
    [[nodiscard]] bool wasUndoneForOthers() const { return m_undoneForOthers; }

    /// From now on notices of this channel are heard; after that no statement may be sent.
    [[nodiscard]] base::Result<void> listen(const char *channel);
    /// What has come since the last call; Busy where the connection is gone.
    [[nodiscard]] base::Result<std::vector<std::string>> takeNotices();
    /// Readable when something has come.
    [[nodiscard]] int socket() const;
    /// The number that the database knows the connection by.
    [[nodiscard]] int process() const;

private:
    struct Awaited {
        enum class Kind { Statement, Preparation, Detachment } kind = Kind::Statement;
        const char *sql = nullptr;
        base::ErrorCode onConflict = base::ErrorCode::AlreadyExists;
    };
    explicit PostgresConnection(pg_conn *handle) : m_handle(handle) {}
    [[nodiscard]] base::Result<void> prepareSession();
    /// One answer of the pipeline; remembers the first error.
    void takeAnswer(const Awaited &awaited);
    void forgetDetached();
    void fail(base::Error error);
    /// A statement could not even be sent: what lies between here and the database is not known any more.
    void giveUp();

    pg_conn *m_handle;
    std::map<const char *, std::string> m_statements;
    std::uint64_t m_nextStatement = 0;
    bool m_givenUp = false;
    std::vector<Awaited> m_awaited;
    std::optional<base::Error> m_error;
    bool m_undoneForOthers = false;
    std::vector<PostgresRows> m_answers;
};

} // namespace faltakt::server
