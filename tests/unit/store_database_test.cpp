#include "core/base/random.h"
#include "core/store/database.h"
#include "core/store/migrator.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

using namespace faltakt;
using store::Database;

namespace {

crypto::SecretBytes keyOf(std::uint64_t seed)
{
    base::SeededRandom random(seed);
    return crypto::SecretBytes::makeRandom(random, 32);
}

std::unique_ptr<Database> make(const test::TemporaryFolder &folder, std::uint64_t seed = 1)
{
    return Database::open({.path = folder.file("a.db"), .create = true}, keyOf(seed)).value();
}

} // namespace

TEST_CASE("a database opens with its key and with no other")
{
    const test::TemporaryFolder folder;
    {
        auto database = make(folder);
        database->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)").value();
    }
    const auto wrong = Database::open({.path = folder.file("a.db")}, keyOf(2));
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code() == base::ErrorCode::WrongKey);

    auto database = Database::open({.path = folder.file("a.db")}, keyOf(1)).value();
    auto statement = database->prepare("SELECT x FROM t").value();
    REQUIRE(statement.step().value());
    CHECK(statement.integer(0) == 7);
}

TEST_CASE("a text that stands where another stood gets no statement of that other")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    database->execute("CREATE TABLE t (x INTEGER, y INTEGER) STRICT; INSERT INTO t VALUES (7, 8)").value();
    std::array<char, 15> place{};
    const auto valueOf = [&](std::string_view sql) {
        std::ranges::copy(sql, place.begin());
        auto statement = database->prepare({place.data(), sql.size()}).value();
        REQUIRE(statement.step().value());
        return statement.integer(0);
    };
    CHECK(valueOf("SELECT x FROM t") == 7);
    CHECK(valueOf("SELECT y FROM t") == 8);
    CHECK(valueOf("SELECT x FROM t") == 7);
}

TEST_CASE("a missing database is not made by opening, and an existing one not overwritten by making")
{
    const test::TemporaryFolder folder;
    CHECK(Database::open({.path = folder.file("a.db")}, keyOf(1)).error().code() == base::ErrorCode::NotFound);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db")));
    make(folder)->execute("CREATE TABLE t (x INTEGER) STRICT").value();
    CHECK(Database::open({.path = folder.file("a.db"), .create = true}, keyOf(1)).error().code()
          == base::ErrorCode::AlreadyExists);
}

TEST_CASE("a second opener is told that the store is in use")
{
    const test::TemporaryFolder folder;
    auto first = make(folder);
    first->execute("CREATE TABLE t (x INTEGER) STRICT").value();
    const auto second = Database::open({.path = folder.file("a.db")}, keyOf(1));
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code() == base::ErrorCode::Busy);
}

TEST_CASE("a transaction that is not committed leaves nothing")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    database->execute("CREATE TABLE t (x INTEGER) STRICT").value();
    {
        auto transaction = store::Transaction::begin(*database).value();
        database->execute("INSERT INTO t VALUES (1)").value();
    }
    auto statement = database->prepare("SELECT count(*) FROM t").value();
    REQUIRE(statement.step().value());
    CHECK(statement.integer(0) == 0);
}

TEST_CASE("the same statement may be in use twice at once")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    database->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2)").value();
    auto outer = database->prepare("SELECT x FROM t ORDER BY x").value();
    REQUIRE(outer.step().value());
    auto inner = database->prepare("SELECT x FROM t ORDER BY x").value();
    REQUIRE(inner.step().value());
    REQUIRE(outer.step().value());
    CHECK(outer.integer(0) == 2);
    CHECK(inner.integer(0) == 1);
}

TEST_CASE("values come back as they were bound")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    database->execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d INTEGER) STRICT").value();
    const std::string text("å\xCC\x88 \"';--");
    const base::Bytes blob{0, 1, 255};
    database->prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4)")
        .value()
        .bind(1, INT64_MIN)
        .bind(2, text)
        .bind(3, base::ByteView(blob))
        .bind(4, nullptr)
        .run()
        .value();
    auto statement = database->prepare("SELECT a, b, c, d FROM t").value();
    REQUIRE(statement.step().value());
    CHECK(statement.integer(0) == INT64_MIN);
    CHECK(statement.text(1) == text);
    CHECK(std::equal(blob.begin(), blob.end(), statement.blob(2).begin(), statement.blob(2).end()));
    CHECK(statement.isNull(3));
}

TEST_CASE("a new key opens what the old one wrote, and the old one no longer does")
{
    const test::TemporaryFolder folder;
    {
        auto database = make(folder);
        database->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)").value();
        database->rekey(keyOf(2)).value();
    }
    CHECK(Database::open({.path = folder.file("a.db")}, keyOf(1)).error().code() == base::ErrorCode::WrongKey);
    auto database = Database::open({.path = folder.file("a.db")}, keyOf(2)).value();
    CHECK(database->checkIntegrity().has_value());
}

TEST_CASE("a flipped byte anywhere in the file is noticed")
{
    const test::TemporaryFolder folder;
    {
        auto database = make(folder);
        database->execute("CREATE TABLE t (x INTEGER, y TEXT) STRICT").value();
        for (int i = 0; i < 300; ++i)
            database->prepare("INSERT INTO t VALUES (?1, ?2)")
                .value()
                .bind(1, i)
                .bind(2, std::string(100, 'a'))
                .run()
                .value();
        database->checkpoint().value();
    }
    std::ifstream file(folder.file("a.db"), std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    REQUIRE(whole.size() > 8 * 4096);
    for (std::size_t page = 0; page * 4096 < whole.size(); ++page) {
        std::string damaged = whole;
        damaged[page * 4096 + 100 + page * 37 % 3000] = char(damaged[page * 4096 + 100 + page * 37 % 3000] ^ 0x10);
        const std::string path = folder.file("damaged.db");
        std::ofstream(path, std::ios::binary).write(damaged.data(), std::streamsize(damaged.size()));
        const auto opened = Database::open({.path = path}, keyOf(1));
        const bool noticed = !opened || !(*opened)->checkIntegrity();
        INFO("page " << page);
        CHECK(noticed);
        std::filesystem::remove(path);
        std::filesystem::remove(path + "-wal");
    }
}

TEST_CASE("migrations run once, in order, and a newer file is left alone")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    const std::array two = {store::Migration{1, "CREATE TABLE t (x INTEGER) STRICT"},
                            store::Migration{2, "INSERT INTO t VALUES (1)"}};
    store::migrate(*database, two).value();
    store::migrate(*database, two).value();
    CHECK(store::schemaVersion(*database).value() == 2);
    auto statement = database->prepare("SELECT count(*) FROM t").value();
    REQUIRE(statement.step().value());
    CHECK(statement.integer(0) == 1);
    const std::array one = {two[0]};
    CHECK(store::migrate(*database, one).error().code() == base::ErrorCode::Unsupported);
}

TEST_CASE("a migration that fails leaves the version before it")
{
    const test::TemporaryFolder folder;
    auto database = make(folder);
    const std::array broken = {store::Migration{1, "CREATE TABLE t (x INTEGER) STRICT"},
                               store::Migration{2, "CREATE TABLE u (x INTEGER) STRICT; SELECT * FROM nowhere"}};
    CHECK_FALSE(store::migrate(*database, broken).has_value());
    CHECK(store::schemaVersion(*database).value() == 1);
    CHECK_FALSE(database->execute("SELECT * FROM u").has_value());
}
