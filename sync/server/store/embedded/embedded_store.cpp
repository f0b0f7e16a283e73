#include "sync/server/store/embedded/embedded_store.h"

#include "core/store/database.h"
#include "core/store/migrator.h"
#include "generated/server_store/AccessLogMigration.h"
#include "generated/server_store/BlobsMigration.h"
#include "generated/server_store/ContentPacksMigration.h"
#include "generated/server_store/DeputiesMigration.h"
#include "generated/server_store/InitialMigration.h"
#include "generated/server_store/PackVersionsMigration.h"
#include "generated/server_store/PackageDaysMigration.h"
#include "generated/server_store/PackagesMigration.h"
#include "generated/server_store/ProfilesMigration.h"
#include "generated/server_store/QuarantineMigration.h"
#include "generated/server_store/SumsMigration.h"
#include "generated/server_store/WatchesMigration.h"
#include "sync/server/store/embedded/embedded_access_log.h"
#include "sync/server/store/embedded/embedded_blobs.h"
#include "sync/server/store/embedded/embedded_deputies.h"
#include "sync/server/store/embedded/embedded_identity.h"
#include "sync/server/store/embedded/embedded_log.h"
#include "sync/server/store/embedded/embedded_office.h"
#include "sync/server/store/embedded/embedded_packs.h"
#include "sync/server/store/embedded/embedded_profiles.h"
#include "sync/server/store/embedded/embedded_watches.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace faltakt::server {

using base::Result;
using store::Database;

namespace {

constexpr std::array<store::Migration, 12> Migrations{{{1, server_store::InitialMigration},
                                                       {2, server_store::SumsMigration},
                                                       {3, server_store::AccessLogMigration},
                                                       {4, server_store::BlobsMigration},
                                                       {5, server_store::PackagesMigration},
                                                       {6, server_store::PackageDaysMigration},
                                                       {7, server_store::QuarantineMigration},
                                                       {8, server_store::ContentPacksMigration},
                                                       {9, server_store::PackVersionsMigration},
                                                       {10, server_store::ProfilesMigration},
                                                       {11, server_store::WatchesMigration},
                                                       {12, server_store::DeputiesMigration}}};
constexpr int ReaderCacheMiB = 16;

/// One connection with its faces. One thread at a time.
class Connection final : public StoreSnapshot, public StoreTransaction {
public:
    explicit Connection(std::unique_ptr<Database> database)
        : m_database(std::move(database)), m_numbers(*m_database), m_identity(*m_database, m_numbers),
          m_log(*m_database, m_numbers), m_office(*m_database, m_numbers), m_accessLog(*m_database, m_numbers),
          m_blobs(*m_database, m_numbers), m_packs(*m_database, m_numbers), m_profiles(*m_database, m_numbers),
          m_watches(*m_database, m_numbers), m_deputies(*m_database, m_numbers)
    {
    }

    EmbeddedIdentity &identity() override { return m_identity; }
    EmbeddedLog &log() override { return m_log; }
    EmbeddedOffice &office() override { return m_office; }
    EmbeddedAccessLog &accessLog() override { return m_accessLog; }
    EmbeddedBlobs &blobs() override { return m_blobs; }
    EmbeddedPacks &packs() override { return m_packs; }
    EmbeddedProfiles &profiles() override { return m_profiles; }
    EmbeddedWatches &watches() override { return m_watches; }
    EmbeddedDeputies &deputies() override { return m_deputies; }
    Database &database() { return *m_database; }

    Result<void> read(const std::function<Result<void>(StoreSnapshot &)> &function)
    {
        TRY_VOID(run("BEGIN"));
        Result<void> done = function(*this);
        const Result<void> ended = run("ROLLBACK");
        return done ? ended : done;
    }

    Result<void> write(const std::function<Result<void>(StoreTransaction &)> &function, Durability durability)
    {
        if (durability == Durability::Now)
            return writeNow(function);
        // The next commit that waits for the disk takes the log with it, this one's part included.
        TRY_VOID(m_database->execute("PRAGMA synchronous = NORMAL"));
        const Result<void> done = writeNow(function);
        const Result<void> restored = m_database->execute("PRAGMA synchronous = FULL");
        return done ? restored : done;
    }

private:
    Result<void> run(std::string_view sql)
    {
        TRY(auto statement, m_database->prepare(sql));
        return statement.run();
    }

    Result<void> writeNow(const std::function<Result<void>(StoreTransaction &)> &function)
    {
        TRY(auto transaction, store::Transaction::begin(*m_database));
        Result<void> done = function(*this);
        if (done)
            done = transaction.commit();
        if (!done)
            m_numbers.forget();
        return done;
    }

    std::unique_ptr<Database> m_database;
    TenantNumbers m_numbers;
    EmbeddedIdentity m_identity;
    EmbeddedLog m_log;
    EmbeddedOffice m_office;
    EmbeddedAccessLog m_accessLog;
    EmbeddedBlobs m_blobs;
    EmbeddedPacks m_packs;
    EmbeddedProfiles m_profiles;
    EmbeddedWatches m_watches;
    EmbeddedDeputies m_deputies;
};

} // namespace

struct EmbeddedStore::Parts {
    store::DatabaseOptions options;
    crypto::SecretBytes key;
    std::mutex writing;
    std::unique_ptr<Connection> writer;
    std::mutex poolLock;
    std::condition_variable returned;
    std::vector<std::unique_ptr<Connection>> idleReaders;
    bool readsApart = false;

    /// Works on a connection, which is made first where there is none. One that met a failing disk is given up: after a page
    /// that could not be read SQLCipher refuses all others, also when the disk is sound again.
    template <typename Work>
    Result<void> on(std::unique_ptr<Connection> &connection, int pageCacheMiB, Work work)
    {
        if (!connection) {
            store::DatabaseOptions own = options;
            own.pageCacheMiB = pageCacheMiB;
            TRY(auto database, Database::open(own, key));
            connection = std::make_unique<Connection>(std::move(database));
        }
        const Result<void> done = work(*connection);
        if (!done && done.error().code() == base::ErrorCode::StorageFailed)
            connection.reset();
        return done;
    }
    template <typename Work>
    Result<void> onWriter(Work work)
    {
        const std::lock_guard lock(writing);
        return on(writer, options.pageCacheMiB, std::move(work));
    }
    template <typename Work>
    Result<void> onReader(Work work)
    {
        if (!readsApart)
            return onWriter(std::move(work));
        auto reader = takeReader();
        const Result<void> done = on(reader, ReaderCacheMiB, std::move(work));
        giveBack(std::move(reader));
        return done;
    }

private:
    std::unique_ptr<Connection> takeReader()
    {
        std::unique_lock lock(poolLock);
        returned.wait(lock, [this] { return !idleReaders.empty(); });
        auto reader = std::move(idleReaders.back());
        idleReaders.pop_back();
        return reader;
    }
    void giveBack(std::unique_ptr<Connection> reader)
    {
        {
            const std::lock_guard lock(poolLock);
            idleReaders.push_back(std::move(reader));
        }
        returned.notify_one();
    }
};

EmbeddedStore::EmbeddedStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
EmbeddedStore::~EmbeddedStore()
{
    // Readers close first, so that the writer is the last and leaves no log beside the file.
    m_parts->idleReaders.clear();
}

Result<std::unique_ptr<EmbeddedStore>> EmbeddedStore::open(const EmbeddedStoreSetup &setup,
                                                           const crypto::SecretBytes &key)
{
    auto parts = std::make_unique<Parts>();
    parts->options = {.path = setup.path,
                      .vfs = setup.vfs,
                      .pageCacheMiB = setup.pageCacheMiB,
                      .create = setup.create,
                      .exclusive = setup.readers == 0};
    parts->key = key.clone();
    TRY(auto database, Database::open(parts->options, key));
    TRY_VOID(store::migrate(*database, Migrations));
    parts->writer = std::make_unique<Connection>(std::move(database));
    parts->options.create = false;
    store::DatabaseOptions reading = parts->options;
    reading.pageCacheMiB = ReaderCacheMiB;
    for (int i = 0; i < setup.readers; ++i) {
        TRY(auto reader, Database::open(reading, key));
        parts->idleReaders.push_back(std::make_unique<Connection>(std::move(reader)));
    }
    parts->readsApart = setup.readers > 0;
    return std::unique_ptr<EmbeddedStore>(new EmbeddedStore(std::move(parts)));
}

Result<void> EmbeddedStore::runRead(const std::function<Result<void>(StoreSnapshot &)> &function)
{
    return m_parts->onReader([&](Connection &reader) { return reader.read(function); });
}

Result<void> EmbeddedStore::copyInto(const std::string &path)
{
    return m_parts->onReader([&](Connection &reader) { return reader.database().copyInto(path); });
}

Result<void> EmbeddedStore::runWrite(const std::function<Result<void>(StoreTransaction &)> &function,
                                     Durability durability)
{
    return m_parts->onWriter([&](Connection &writer) { return writer.write(function, durability); });
}

} // namespace faltakt::server
