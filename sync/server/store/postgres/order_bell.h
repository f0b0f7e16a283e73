#pragma once

#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/server_records.h"

#include <atomic>
#include <functional>
#include <thread>

namespace faltakt::server {

/// Hears through the database that another process has made a tenant's order longer, so that long polls here wake up.
/// Has one connection and one thread. While the connection is away nothing is heard; when it is back, all tenants are told,
/// since nobody knows what was missed. Nothing depends on a notice but the waiting: what is there is read either way.
class OrderBell {
public:
    using Listener = std::function<void(TenantId)>;
    /// For "all of them".
    using Tenants = std::function<std::vector<TenantId>()>;

    [[nodiscard]] static base::Result<std::unique_ptr<OrderBell>> start(const PostgresAddress &address, Listener grew,
                                                                        Tenants tenants);
    ~OrderBell();
    OrderBell(const OrderBell &) = delete;
    OrderBell &operator=(const OrderBell &) = delete;

    /// What a process sends after its commit. Its own notices a process passes over. Nothing of it is to be kept, so the disk
    /// is not waited for.
    [[nodiscard]] std::string noticeFor(TenantId tenant) const;
    static constexpr char Ring[] =
        "SELECT set_config('synchronous_commit', 'off', true), pg_notify('faltakt_order', $1)";

private:
    OrderBell(PostgresAddress address, Listener grew, Tenants tenants);
    [[nodiscard]] base::Result<void> connect();
    void run();
    void hear(const std::string &notice) const;
    /// Until the connection has something to read, the time is over, or the end has come; true on the end.
    [[nodiscard]] bool waitFor(int descriptor, int milliseconds) const;

    PostgresAddress m_address;
    Listener m_grew;
    Tenants m_tenants;
    std::unique_ptr<PostgresConnection> m_connection;
    std::atomic<int> m_process = 0; ///< By its number in the database the sender of a notice is known.
    int m_end = -1;                 ///< Readable when the thread is to end.
    std::thread m_thread;
};

} // namespace faltakt::server
