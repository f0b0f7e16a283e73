#pragma once

#include "sync/server/store/postgres/postgres_address.h"
#include "sync/server/store/server_store.h"

#include <memory>

namespace faltakt::server {

struct PostgresStoreSetup {
    PostgresAddress address;
    bool create = false; ///< Make the tables; AlreadyExists where a server's data is there.
    int readers = 4;     ///< Connections for reading and for writing, each at least one.
    int writers = 4;
    /// Told whose order another process made longer; on a thread of the store's. Empty: nothing is listened for.
    std::function<void(TenantId)> orderGrew = {};
};

/// The server's data in a PostgreSQL database, for one process or several at once. Thread-safe.
class PostgresStore final : public ServerStore {
public:
    /// Busy (cannot be reached), NotFound (no server's data), AlreadyExists, Refused (a role with too many rights or none),
    /// Unsupported (a newer version's).
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresStore>> open(PostgresStoreSetup setup);
    ~PostgresStore() override;

protected:
    base::Result<void> runRead(const std::function<base::Result<void>(StoreSnapshot &)> &function) override;
    base::Result<void> runWrite(const std::function<base::Result<void>(StoreTransaction &)> &function,
                                Durability durability) override;

private:
    struct Parts;
    explicit PostgresStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace faltakt::server
