#pragma once

#include "sync/server/store/postgres/postgres_access_log.h"
#include "sync/server/store/postgres/postgres_blobs.h"
#include "sync/server/store/postgres/postgres_deputies.h"
#include "sync/server/store/postgres/postgres_identity.h"
#include "sync/server/store/postgres/postgres_log.h"
#include "sync/server/store/postgres/postgres_office.h"
#include "sync/server/store/postgres/postgres_packs.h"
#include "sync/server/store/postgres/postgres_profiles.h"
#include "sync/server/store/postgres/postgres_watches.h"

namespace faltakt::server {

/// One connection with its transaction and its faces. One thread at a time.
class PostgresDesk final : public StoreSnapshot, public StoreTransaction {
public:
    explicit PostgresDesk(std::unique_ptr<PostgresConnection> connection)
        : m_connection(std::move(connection)), m_session(*m_connection), m_identity(m_session), m_accessLog(m_session),
          m_log(m_session, m_accessLog), m_office(m_session), m_blobs(m_session), m_packs(m_session),
          m_profiles(m_session), m_watches(m_session), m_deputies(m_session)
    {
    }

    PostgresIdentity &identity() override { return m_identity; }
    PostgresLog &log() override { return m_log; }
    PostgresOffice &office() override { return m_office; }
    PostgresAccessLog &accessLog() override { return m_accessLog; }
    PostgresBlobs &blobs() override { return m_blobs; }
    PostgresPacks &packs() override { return m_packs; }
    PostgresProfiles &profiles() override { return m_profiles; }
    PostgresWatches &watches() override { return m_watches; }
    PostgresDeputies &deputies() override { return m_deputies; }
    PostgresSession &session() { return m_session; }

    /// Begins, runs, and commits or rolls back.
    template <typename Function>
    [[nodiscard]] base::Result<void> run(PostgresSession::Mode mode, const Function &function)
    {
        m_identity.forget();
        m_accessLog.forget();
        m_log.forget();
        m_session.begin(mode);
        base::Result<void> done = function(*this);
        if (done)
            done = m_session.commit();
        m_undoneForOthers = !done && m_connection->wasUndoneForOthers();
        if (!done)
            m_session.rollBack();
        m_identity.forget();
        m_accessLog.forget();
        m_log.forget();
        return done;
    }
    [[nodiscard]] bool isLost() const { return m_connection->isLost(); }
    /// Where run() failed: true when certainly nothing was kept and another try may succeed at once.
    [[nodiscard]] bool mayTryAgain() const
    {
        return !m_session.mayHaveCommitted() && (m_connection->isLost() || m_undoneForOthers);
    }

private:
    std::unique_ptr<PostgresConnection> m_connection;
    PostgresSession m_session;
    PostgresIdentity m_identity;
    PostgresAccessLog m_accessLog;
    PostgresLog m_log;
    PostgresOffice m_office;
    PostgresBlobs m_blobs;
    PostgresPacks m_packs;
    PostgresProfiles m_profiles;
    PostgresWatches m_watches;
    PostgresDeputies m_deputies;
    bool m_undoneForOthers = false;
};

} // namespace faltakt::server
