#pragma once

#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/server_records.h"

#include <functional>
#include <set>

namespace faltakt::server {

enum class DirectoryKind : std::int64_t { Team = 1, Worker = 2, Device = 3, Case = 4 };

/// Rows of the tables that the lines of a push go into, kept together so that a push is few statements for each. A statement
/// costs more than its rows where there are few.
struct PostgresPendingRows {
    using Column = PostgresColumn;
    using Type = PostgresColumn::Type;
    /// What all lines of a push have in common.
    struct Origin {
        DeviceId device;
        std::int64_t epoch = 0;
        WorkerId by;
        base::Instant received{};
        friend bool operator==(const Origin &, const Origin &) = default;
    };
    struct Changes {
        Origin origin;
        Column seq{Type::Integer}, caseId{Type::Uuid}, compartment{Type::Integer}, n{Type::Integer}, id{Type::Uuid},
            hash{Type::Bytes}, at{Type::Integer}, stamp{Type::Bytes}, line{Type::Bytes}, part{Type::Integer},
            inForce{Type::Integer}, touchesMore{Type::Integer};
        /// May be one row behind the others: the last line's journal entry has not come yet, and need not come.
        Column link{Type::Bytes};

        [[nodiscard]] bool awaitsLink() const { return link.count() < seq.count(); }
        void goWithoutLink()
        {
            if (awaitsLink())
                link.addNull();
        }
    } changes;
    struct Journal {
        Column device{Type::Uuid}, epoch{Type::Integer}, n{Type::Integer}, hash{Type::Bytes}, link{Type::Bytes},
            verdict{Type::Integer}, seq{Type::Integer}, reason{Type::Text}, field{Type::Text};
    } journal;
    struct Records {
        Column id{Type::Uuid}, caseId{Type::Uuid}, kind{Type::Text}, part{Type::Integer};
    } records;
    struct Cases {
        Column id{Type::Uuid}, team{Type::Uuid}, created{Type::Integer};
        Column free{Type::Uuid}; ///< Those whose id nobody had when it was asked for: they go into the directory, too.
    } cases;
    struct Rights {
        Column seq{Type::Integer}, caseId{Type::Uuid}, grantee{Type::Uuid}, compartments{Type::Integer},
            since{Type::Integer}, made{Type::Integer};
    } rights;
};

/// One transaction after the other on one connection, each inside one tenant at a time. Reading sees what was written
/// before, also what still waits to be sent.
///
/// A writing transaction takes its tenant's lock before it looks at anything of the tenant's, and keeps it to its end. So
/// of one tenant one transaction judges and writes at a time, in whatever process, and needs no retrying; tenants do not
/// wait for each other. Row locks at the end alone (the counter) would let two of them judge by the same state.
class PostgresSession {
public:
    /// WriteSoon: the commit does not wait for the disk.
    enum class Mode { Read, Write, WriteSoon };
    explicit PostgresSession(PostgresConnection &connection) : m_connection(&connection) {}

    void begin(Mode mode);
    /// Sends what waits and commits; durable when it returns. mayHaveCommitted() says what an error means.
    [[nodiscard]] base::Result<void> commit();
    void rollBack();
    /// After an error of commit(): the connection broke while the database was at it, and nobody knows.
    [[nodiscard]] bool mayHaveCommitted() const { return m_mayHaveCommitted; }

    /// From here on rows of this tenant are seen and written, of no other. NotFound.
    [[nodiscard]] base::Result<void> enter(TenantId tenant);
    [[nodiscard]] base::Result<PostgresRows> query(const char *sql, const PostgresParameters &parameters = {});
    using Question = std::pair<const char *, PostgresParameters>;
    /// Several at once, with one wait for all.
    [[nodiscard]] base::Result<std::vector<PostgresRows>> queryEach(const std::vector<Question> &questions);
    using Answers = std::vector<PostgresRows>;
    /// Asks without waiting: what several parts of a call are about to look for is fetched in one go. `taker` gets the answers
    /// with the next wait; it may not ask.
    void ask(const std::vector<Question> &questions, std::function<base::Result<void>(Answers)> taker);
    /// Waits for what was asked; whoever looks into what a taker fills calls it first.
    [[nodiscard]] base::Result<void> settle();
    void queue(const char *sql, const PostgresParameters &parameters,
               base::ErrorCode onConflict = base::ErrorCode::AlreadyExists)
    {
        m_connection->queue(sql, parameters, onConflict);
    }
    /// Rows of the tenant that was entered last.
    [[nodiscard]] PostgresPendingRows &pending() { return m_pending; }
    /// Those of changes, where each has the same origin.
    [[nodiscard]] PostgresPendingRows::Changes &pendingChanges(const PostgresPendingRows::Origin &origin);
    /// Sends the lines where many are pending, so that they do not pile up; the other rows are few and wait for the end.
    void relieve();

    [[nodiscard]] PostgresConnection &connection() { return *m_connection; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Whose order this transaction makes longer.
    [[nodiscard]] std::set<TenantId> &grown() { return m_grown; }

private:
    struct Asked {
        std::size_t begin = 0, end = 0; ///< Among the answers of the next wait.
        std::function<base::Result<void>(Answers)> taker;
    };
    [[nodiscard]] base::Result<void> handOut(const std::vector<Asked> &asked);
    void sendPending();
    void sendPendingCases();
    void sendPendingLines();

    PostgresConnection *m_connection;
    Mode m_mode = Mode::Read;
    std::optional<TenantId> m_tenant;
    std::set<TenantId> m_known; ///< Tenants that are there for certain.
    std::set<TenantId> m_grown;
    PostgresPendingRows m_pending;
    std::vector<Asked> m_asked;
    bool m_mayHaveCommitted = false;
};

} // namespace faltakt::server
