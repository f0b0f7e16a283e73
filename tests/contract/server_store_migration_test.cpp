// A store that the first version of the server wrote is read by this one as it was.
#include "core/store/migrator.h"
#include "tests/contract/server_store_subjects.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

/// How one of the databases writes what both hold.
struct Dialect {
    std::function<std::string(const std::string &hex)> bytes;
    std::string tenant; ///< As the tables name it.
};

/// The first `count` steps of the schema.
std::vector<std::string> schemaSteps(const std::string &store, std::size_t count)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry :
         std::filesystem::directory_iterator(FALTAKT_SOURCE_DIR "/sync/server/store/" + store + "/migrations"))
        files.push_back(entry.path());
    std::ranges::sort(files);
    REQUIRE(files.size() >= count);
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < count; ++i) {
        std::ifstream file(files[i]);
        REQUIRE(file);
        steps.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return steps;
}

/// The schema as the first version made it.
std::string firstSchema(const std::string &store) { return schemaSteps(store, 1).front(); }

template <typename IdType>
IdType idOf(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = number;
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    return IdType(base::Uuid(bytes));
}

const auto Tenant1 = idOf<base::TenantId>(1);
/// With nothing but itself.
const auto Tenant2 = idOf<base::TenantId>(2);
const auto Device1 = idOf<base::DeviceId>(4);
constexpr int Lines = 40;
/// Of the lines' positions; these were answered otherwise.
constexpr int DuplicateAt = Lines + 1;
constexpr int QuarantinedAt = Lines + 2;

base::Hash hashOf(int number) { return crypto::blake2b256(base::bytesOf("line " + std::to_string(number))); }
base::Hash linkOf(int number) { return crypto::blake2b256(base::bytesOf("link " + std::to_string(number))); }
base::CaseId caseOf(int number) { return idOf<base::CaseId>(std::uint8_t(10 + number % 3)); }
Compartment compartmentOf(int number) { return number % 2 == 0 ? Compartment::File : Compartment::Card; }
std::int64_t seqOf(int number) { return number + 100; }

std::string changeRow(const Dialect &in, int number)
{
    std::string row = "(" + in.tenant + "," + std::to_string(seqOf(number));
    row +=
        "," + in.bytes(base::toHex(caseOf(number).uuid().bytes())) + "," + std::to_string(int(compartmentOf(number)));
    row += "," + in.bytes(base::toHex(Device1.uuid().bytes())) + ",1," + std::to_string(number);
    row += "," + in.bytes(base::toHex(idOf<base::ChangeId>(std::uint8_t(100 + number)).uuid().bytes()));
    row += "," + in.bytes(base::toHex(hashOf(number))) + "," + in.bytes(base::toHex(Device1.uuid().bytes()));
    return row + ",5,7," + in.bytes(base::toHex(linkOf(number))) + ",'{}')";
}

std::string journalRow(const Dialect &in, int n, VerdictKind verdict, int line)
{
    std::string row = "(" + in.tenant + "," + in.bytes(base::toHex(Device1.uuid().bytes())) + ",1," + std::to_string(n);
    row += "," + in.bytes(base::toHex(hashOf(n))) + "," + in.bytes(base::toHex(linkOf(n))) + ","
           + std::to_string(int(verdict));
    row += "," + (verdict == VerdictKind::Quarantined ? "NULL" : std::to_string(seqOf(line)));
    return row + (verdict == VerdictKind::Quarantined ? ",'access','note.text')" : ",'','')");
}

/// Rows of the first version: accepted lines with their entries, one position sent twice and one returned.
std::string oldRows(const Dialect &in)
{
    std::string changes;
    std::string entries;
    for (int number = 1; number <= Lines; ++number) {
        changes += (number > 1 ? "," : "") + changeRow(in, number);
        entries += journalRow(in, number, VerdictKind::Accepted, number) + ",";
    }
    entries += journalRow(in, DuplicateAt, VerdictKind::Duplicate, 3) + ",";
    entries += journalRow(in, QuarantinedAt, VerdictKind::Quarantined, 0);
    return "INSERT INTO change VALUES " + changes + "; INSERT INTO journal VALUES " + entries + ";";
}

void checkEntries(const std::vector<JournalEntry> &entries)
{
    REQUIRE(entries.size() == std::size_t(QuarantinedAt));
    for (const JournalEntry &entry : entries) {
        INFO("n " << entry.n);
        const int number = int(entry.n);
        CHECK(entry.hash == hashOf(number));
        CHECK(entry.link == linkOf(number));
        const auto expected = number == DuplicateAt     ? VerdictKind::Duplicate
                              : number == QuarantinedAt ? VerdictKind::Quarantined
                                                        : VerdictKind::Accepted;
        CHECK(entry.verdict.kind == expected);
        CHECK(entry.verdict.receipt.has_value() == (number != QuarantinedAt));
        if (entry.verdict.receipt) {
            CHECK(entry.verdict.receipt->seq == seqOf(number == DuplicateAt ? 3 : number));
            CHECK(entry.verdict.receipt->stamp == linkOf(number == DuplicateAt ? 3 : number));
        }
    }
}

void checkStore(ServerStore &store)
{
    need(store.read([](StoreSnapshot &snapshot) -> base::Result<void> {
        TRY(const auto entries, snapshot.log().journal(Tenant1, Device1, 1, 1, 1000));
        checkEntries(entries);
        TRY(const auto one, snapshot.log().journal(Tenant1, Device1, 1, 7, 7));
        CHECK((one.size() == 1 && one.front().n == 7));
        TRY(const auto byHash, snapshot.log().journalByHash(Tenant1, Device1, {hashOf(5), hashOf(QuarantinedAt)}));
        CHECK(byHash.size() == 2);
        TRY(const auto sums, snapshot.log().caseSums(Tenant1, {caseOf(0), caseOf(1), caseOf(2)}));
        std::map<std::pair<CaseId, Compartment>, changelog::LineSum> expected;
        for (int number = 1; number <= Lines; ++number)
            expected[{caseOf(number), compartmentOf(number)}].add(hashOf(number));
        CHECK(sums.size() == expected.size());
        // One setting held for the whole server then.
        TRY(const std::string setting, snapshot.identity().setting("packageDays"));
        CHECK(setting.empty());
        for (const CompartmentSum &sum : sums)
            CHECK(sum.lines == expected[{sum.caseId, sum.compartment}]);
        return {};
    }));
}

} // namespace

TEST_CASE("an embedded store of the first version is brought forward with nothing lost", "[embedded]")
{
    need(crypto::initialise());
    // What held for the whole server, where somebody had set it.
    const bool isSet = GENERATE(true, false);
    const test::TemporaryFolder folder;
    const auto key = crypto::SecretBytes::ofSize(32);
    const Dialect dialect{[](const std::string &hex) { return "x'" + hex + "'"; }, "1"};
    {
        const store::DatabaseOptions options{.path = folder.file("server.db"), .vfs = {}, .create = true};
        const auto database = need(store::Database::open(options, key));
        const std::string schema = firstSchema("embedded");
        const std::array<store::Migration, 1> first{{{1, schema.c_str()}}};
        need(store::migrate(*database, first));
        if (isSet)
            need(database->execute("INSERT INTO setting VALUES ('packageDays', '90')"));
        const std::string id = dialect.bytes(base::toHex(Tenant1.uuid().bytes()));
        const std::string other = dialect.bytes(base::toHex(Tenant2.uuid().bytes()));
        need(database->execute(("INSERT INTO tenant VALUES (1," + id + ",'a','taby',x'',x'',x'',x'',x'',0), (2," + other
                                + ",'b','taby',x'',x'',x'',x'',x'',0);"
                                + std::string("INSERT INTO counter VALUES (1, 500);") + oldRows(dialect))
                                   .c_str()));
    }
    checkStore(*need(EmbeddedStore::open({.path = folder.file("server.db"), .vfs = {}, .readers = 1}, key)));
    const auto database = need(store::Database::open({.path = folder.file("server.db")}, key));
    auto days = need(database->prepare("SELECT count(*), count(package_days), total(package_days) FROM tenant"));
    REQUIRE(need(days.step()));
    CHECK(days.integer(0) == 2);
    CHECK(days.integer(1) == (isSet ? 2 : 0));
    CHECK(days.integer(2) == (isSet ? 180 : 0));
}

TEST_CASE("a PostgreSQL store of the first version is brought forward with nothing lost", "[postgres]")
{
    need(crypto::initialise());
    const bool isSet = GENERATE(true, false);
    auto &cluster = test::PostgresCluster::shared();
    const std::string address = cluster.makeDatabase();
    const std::string id = "'" + Tenant1.toString() + "'";
    const Dialect dialect{
        [](const std::string &hex) { return hex.size() == 32 ? "'" + hex + "'::uuid" : "'\\x" + hex + "'::bytea"; },
        id};
    cluster.run(address, firstSchema("postgres"));
    cluster.run(address,
                "CREATE TABLE schema_version (version bigint PRIMARY KEY); INSERT INTO schema_version VALUES (1);"
                "INSERT INTO setting VALUES ('logId', 'x')");
    if (isSet)
        cluster.run(address, "INSERT INTO setting VALUES ('packageDays', '90')");
    const std::string other = "'" + Tenant2.toString() + "'";
    cluster.run(address, "SET faltakt.tenant = " + other + "; INSERT INTO tenant VALUES (" + other
                             + ", DEFAULT, 'b', 'taby', '', '', '', " + other + "," + other + ", 0)");
    cluster.run(address, "SET faltakt.tenant = " + id + "; INSERT INTO tenant VALUES (" + id
                             + ", DEFAULT, 'a', 'taby', '', '', '', " + id + "," + id + ", 0);"
                             + "INSERT INTO counter VALUES (" + id + ", 500);" + oldRows(dialect));
    const auto store = need(PostgresStore::open({.address = need(PostgresAddress::parse(address))}));
    checkStore(*store);
    const std::string days = "SELECT count(*) FROM tenant WHERE package_days ";
    CHECK(cluster.run(address, days + "= 90").front() == (isSet ? "2" : "0"));
    CHECK(cluster.run(address, days + "IS NULL").front() == (isSet ? "0" : "2"));
    // Each accepted line is its own entry; the others alone are left beside them.
    CHECK(cluster.run(address, "SET faltakt.tenant = " + id + "; SELECT count(*) FROM journal").front() == "2");
}

TEST_CASE("of two packs of one version that an older embedded store took at once the first one is left", "[embedded]")
{
    need(crypto::initialise());
    const test::TemporaryFolder folder;
    const auto key = crypto::SecretBytes::ofSize(32);
    {
        const auto database =
            need(store::Database::open({.path = folder.file("server.db"), .vfs = {}, .create = true}, key));
        const auto steps = schemaSteps("embedded", 8);
        std::vector<store::Migration> migrations;
        for (const std::string &step : steps)
            migrations.push_back({int(migrations.size()) + 1, step.c_str()});
        need(store::migrate(*database, std::span(migrations).first(1)));
        const std::string id = "x'" + base::toHex(Tenant1.uuid().bytes()) + "'";
        need(database->execute(("INSERT INTO tenant VALUES (1," + id + ",'a','taby',x'',x'',x'',x'',x'',0)").c_str()));
        need(store::migrate(*database, migrations));
        need(
            database->execute("INSERT INTO content_pack VALUES (1,1,'p','1',x'01',1,5),(2,1,'p','1',x'02',1,6),"
                              "(3,1,'p','2',x'03',1,7),(4,1,'q','1',x'04',1,8);"
                              "INSERT INTO content_pack_chunk VALUES (1,0,x'11'),(2,0,x'12'),(3,0,x'13'),(4,0,x'14')"));
    }
    need(EmbeddedStore::open({.path = folder.file("server.db"), .vfs = {}, .readers = 1}, key));
    const auto database = need(store::Database::open({.path = folder.file("server.db")}, key));
    auto left = need(database->prepare("SELECT group_concat(number) FROM content_pack, content_pack_chunk"
                                       " WHERE content_pack_chunk.pack = number"));
    REQUIRE(need(left.step()));
    CHECK(left.text(0) == "1,3,4");
}

TEST_CASE("of two packs of one version that an older PostgreSQL store took at once the first one is left", "[postgres]")
{
    need(crypto::initialise());
    auto &cluster = test::PostgresCluster::shared();
    const std::string address = cluster.makeDatabase();
    cluster.run(address, "CREATE TABLE schema_version (version bigint PRIMARY KEY)");
    for (const std::string &step : schemaSteps("postgres", 9))
        cluster.run(address, step + "; INSERT INTO schema_version SELECT count(*) + 1 FROM schema_version");
    const std::string id = "'" + Tenant1.toString() + "'";
    std::string packs, chunks;
    for (const auto &[hash, pack, version] : {std::tuple("01", "p", "1"), std::tuple("02", "p", "1"),
                                              std::tuple("03", "p", "2"), std::tuple("04", "q", "1")}) {
        const std::string name = std::string("'\\x") + hash + "'::bytea";
        packs +=
            std::string(packs.empty() ? "" : ",") + "(" + id + ",'" + pack + "','" + version + "'," + name + ",1,5)";
        chunks += std::string(chunks.empty() ? "" : ",") + "(" + id + "," + name + ",0,'\\x11')";
    }
    const std::string enter = "SET faltakt.tenant = " + id + "; ";
    cluster.run(address, "INSERT INTO setting VALUES ('logId', 'x')");
    cluster.run(address, enter + "INSERT INTO content_pack (tenant, pack, version, hash, size, added) VALUES " + packs
                             + "; INSERT INTO content_pack_chunk VALUES " + chunks);
    need(PostgresStore::open({.address = need(PostgresAddress::parse(address))}));
    CHECK(cluster.run(address, enter + "SELECT encode(hash, 'hex') FROM content_pack ORDER BY number")
          == std::vector<std::string>{"01", "03", "04"});
    CHECK(cluster.run(address, enter + "SELECT encode(hash, 'hex') FROM content_pack_chunk ORDER BY hash")
          == std::vector<std::string>{"01", "03", "04"});
}
