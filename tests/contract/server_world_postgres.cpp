// The tests of what the calls do, once more on PostgreSQL: a database for each world.
#include "sync/server/store/postgres/postgres_store.h"
#include "tests/support/postgres_cluster.h"
#include "tests/unit/server_world.h"

namespace faltakt::server::testing {

std::unique_ptr<ServerStore> makeWorldStore(const test::TemporaryFolder & /*folder*/, int readers,
                                            base::Random & /*random*/)
{
    auto address = need(PostgresAddress::parse(test::PostgresCluster::shared().makeDatabase()));
    return need(PostgresStore::open({.address = std::move(address), .create = true, .readers = readers}));
}

} // namespace faltakt::server::testing
