#include "sync/server/store/embedded/embedded_store.h"
#include "tests/unit/server_world.h"

namespace faltakt::server::testing {

std::unique_ptr<ServerStore> makeWorldStore(const test::TemporaryFolder &folder, int readers, base::Random &random)
{
    const auto key = crypto::SecretBytes::makeRandom(random, 32);
    return need(
        EmbeddedStore::open({.path = folder.file("server.db"), .vfs = {}, .create = true, .readers = readers}, key));
}

} // namespace faltakt::server::testing
