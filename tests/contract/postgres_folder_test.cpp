// A server's data folder whose data are in a database.
#include "core/crypto/system_random.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/server_instance.h"
#include "tests/contract/postgres_fixture.h"

#include <filesystem>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::test;
using base::ErrorCode;

namespace {

struct Folders {
    TemporaryFolder place;
    base::SystemClock clock;
    crypto::SystemRandom random;
    std::string url = PostgresCluster::shared().makeDatabase();
    DataFolder first{place.file("first")};

    Folders()
    {
        need(crypto::initialise());
        need(initialiseData(first, "one", {"localhost"}, clock, random, url));
    }
    base::Result<std::unique_ptr<ServerInstance>> open(const DataFolder &folder, const std::string &database = {})
    {
        return ServerInstance::open(folder, std::move(*need(DataLock::tryTake(folder))), 0, clock, random, {},
                                    database);
    }
    static std::string nameIn(ServerInstance &instance)
    {
        return need(instance.core().store().read(
            [](StoreSnapshot &snapshot) { return snapshot.identity().setting(SettingNames::ServerName); }));
    }
};

} // namespace

TEST_CASE_METHOD(Folders, "a folder knows where its data are, and a copy of it serves the same", "[postgres]")
{
    CHECK(first.isInitialised());
    CHECK_FALSE(std::filesystem::exists(first.database()));
    const auto one = need(open(first));
    CHECK(nameIn(*one) == "one");
    std::filesystem::copy(first.root(), place.file("second"), std::filesystem::copy_options::recursive);
    const auto two = need(open(DataFolder(place.file("second"))));
    CHECK(nameIn(*two) == "one");
}

TEST_CASE_METHOD(Folders, "a database takes one server", "[postgres]")
{
    const auto again = initialiseData(DataFolder(place.file("other")), "two", {"localhost"}, clock, random, url);
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
    CHECK(nameIn(*need(open(first))) == "one");
}

TEST_CASE_METHOD(Folders, "a folder with other keys is refused", "[postgres]")
{
    const DataFolder other(place.file("other"));
    need(other.create());
    need(FolderKeyVault::create(other.keys(), random));
    CHECK(open(other, url).error().code() == ErrorCode::WrongKey);
}

TEST_CASE_METHOD(Folders, "a folder that keeps its data itself takes no database", "[postgres]")
{
    const DataFolder own(place.file("own"));
    need(initialiseData(own, "own", {"localhost"}, clock, random));
    CHECK(open(own, url).error().code() == ErrorCode::InvalidInput);
    CHECK(nameIn(*need(open(own))) == "own");
}
