#include "sync/server/store/postgres/postgres_store.h"

#include "sync/server/store/postgres/order_bell.h"
#include "sync/server/store/postgres/postgres_pool.h"
#include "sync/server/store/postgres/postgres_schema.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// The first try may meet a connection that died unseen, and the second a database that is just coming up.
constexpr int Tries = 3;

/// Runs on a connection of the pool, and again where nothing was kept for certain.
template <typename Function, typename AfterCommit>
Result<void> runOn(PostgresPool &pool, PostgresSession::Mode mode, const Function &function, const AfterCommit &after)
{
    for (int attempt = 1;; ++attempt) {
        TRY(const auto desk, pool.take());
        Result<void> done = desk->run(mode, function);
        if (done)
            after(*desk);
        if (done || attempt == Tries || !desk->mayTryAgain())
            return done;
    }
}

} // namespace

struct PostgresStore::Parts {
    PostgresPool readers;
    PostgresPool writers;
    std::unique_ptr<OrderBell> bell;

    explicit Parts(const PostgresStoreSetup &setup)
        : readers(setup.address, std::max(setup.readers, 1)), writers(setup.address, std::max(setup.writers, 1))
    {
    }

    /// Not inside the transaction: the database lets one of those commit at a time. Where it fails, or the process ends in
    /// between, the waiting ask again when their time is over.
    void ring(PostgresDesk &desk) const
    {
        for (const TenantId &tenant : desk.session().grown()) {
            const std::string notice = bell ? bell->noticeFor(tenant) : "0 " + tenant.toString();
            desk.session().queue(OrderBell::Ring, PostgresParameters().add(notice));
        }
        desk.session().connection().detach();
    }
};

PostgresStore::PostgresStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PostgresStore::~PostgresStore()
{
    // Its thread reads through the pools.
    m_parts->bell.reset();
}

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(PostgresStoreSetup setup)
{
    {
        TRY(const auto connection, PostgresConnection::open(setup.address));
        TRY(const PostgresContent content, examineDatabase(*connection));
        if (setup.create && content == PostgresContent::Server)
            return fail(ErrorCode::AlreadyExists, "this database already holds a server's data");
        if (!setup.create && content == PostgresContent::Nothing)
            return fail(ErrorCode::NotFound, "there is no server's data in this database: run init first");
        TRY_VOID(migrateDatabase(*connection));
    }
    std::unique_ptr<PostgresStore> store(new PostgresStore(std::make_unique<Parts>(setup)));
    if (setup.orderGrew) {
        TRY(store->m_parts->bell, OrderBell::start(setup.address, std::move(setup.orderGrew), [raw = store.get()] {
                std::vector<TenantId> ids;
                const auto all = raw->read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); });
                for (const Tenant &tenant : all ? *all : std::vector<Tenant>())
                    ids.push_back(tenant.id);
                return ids;
            }));
    }
    return store;
}

Result<void> PostgresStore::runRead(const std::function<Result<void>(StoreSnapshot &)> &function)
{
    return runOn(m_parts->readers, PostgresSession::Mode::Read, function, [](PostgresDesk &) {});
}

Result<void> PostgresStore::runWrite(const std::function<Result<void>(StoreTransaction &)> &function,
                                     Durability durability)
{
    using Mode = PostgresSession::Mode;
    return runOn(m_parts->writers, durability == Durability::Now ? Mode::Write : Mode::WriteSoon, function,
                 [this](PostgresDesk &desk) { m_parts->ring(desk); });
}

} // namespace faltakt::server
