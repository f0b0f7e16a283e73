#include "core/store/database.h"
#include "tests/simulation/crash_vfs.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::simulation;

namespace {

crypto::SecretBytes key()
{
    base::SeededRandom random(1);
    return crypto::SecretBytes::makeRandom(random, 32);
}

std::unique_ptr<store::Database> open(const CrashDisk &disk, bool create = false)
{
    auto database =
        store::Database::open({.path = "/a.db", .vfs = disk.vfsName(), .pageCacheMiB = 1, .create = create}, key());
    REQUIRE(database);
    return std::move(*database);
}

std::int64_t rows(store::Database &database)
{
    auto statement = database.prepare("SELECT count(*) FROM t");
    REQUIRE(statement);
    REQUIRE(statement->step());
    return statement->integer(0);
}

} // namespace

TEST_CASE("what is committed on a crash disk is there after a power cut")
{
    CrashDisk disk;
    base::SeededRandom random(3);
    auto database = open(disk, true);
    REQUIRE(database->execute("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('one')"));
    disk.goDown();
    CHECK_FALSE(database->execute("INSERT INTO t VALUES ('two')"));
    database.reset();
    disk.restart(CrashKind::Power, random);
    database = open(disk);
    CHECK(rows(*database) == 1);
    CHECK(database->checkIntegrity());
}

TEST_CASE("a power cut takes what was not synced; the end of a process does not")
{
    for (const CrashKind kind : {CrashKind::Power, CrashKind::Process}) {
        int kept = 0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            CrashDisk disk;
            base::SeededRandom random(seed);
            auto database = open(disk, true);
            REQUIRE(database->execute(
                "CREATE TABLE t (a TEXT) STRICT; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = OFF"));
            REQUIRE(database->execute("INSERT INTO t VALUES ('never synced')"));
            disk.goDown();
            database.reset();
            disk.restart(kind, random);
            database = open(disk);
            kept += int(rows(*database));
        }
        if (kind == CrashKind::Process)
            CHECK(kept == 20);
        else
            CHECK(kept < 20);
    }
}

TEST_CASE("a disk goes down at the step that was chosen, and an image puts everything back")
{
    CrashDisk disk;
    base::SeededRandom random(3);
    auto database = open(disk, true);
    REQUIRE(database->execute("CREATE TABLE t (a TEXT) STRICT"));
    const auto image = disk.image();
    disk.goDownAfter(0);
    CHECK_FALSE(database->execute("INSERT INTO t VALUES ('x')"));
    CHECK(disk.isDown());
    database.reset();
    disk.load(image);
    CHECK_FALSE(disk.isDown());
    database = open(disk);
    CHECK(rows(*database) == 0);
    REQUIRE(database->execute("INSERT INTO t VALUES ('y')"));
    CHECK(disk.steps() > 0);
}
