// What the PostgreSQL store promises beside the contract of all stores: closed rows, several processes, lost connections.
#include "sync/server/store/postgres/postgres_connection.h"
#include "tests/contract/postgres_fixture.h"

#include <atomic>
#include <future>
#include <thread>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::test;
using base::ErrorCode;
using base::Result;

namespace {

PostgresCluster &cluster() { return PostgresCluster::shared(); }

std::string setTenant(base::TenantId tenant) { return "SET faltakt.tenant = '" + tenant.toString() + "'; "; }

std::string count(const PostgresPlace &place, const std::string &before, const std::string &table)
{
    return cluster().run(place.url(), before + "SELECT count(*) FROM " + table).front();
}

} // namespace

TEST_CASE("without the tenant's setting no row is seen, whatever is asked", "[postgres]")
{
    const PostgresPlace place;
    need(place.open()->write([&](StoreTransaction &t) { return place.addChange(t, place.first, 1); }));
    for (const auto *table : {"change", "worker", "device", "counter"}) {
        INFO(table);
        CHECK(count(place, "", table) == "0");
        CHECK(count(place, "SET faltakt.tenant = ''; ", table) == "0");
        CHECK(count(place, setTenant(place.first), table) == "1");
    }
    CHECK(count(place, setTenant(place.second), "change") == "0");
}

TEST_CASE("no row is written for another tenant than the one that is set", "[postgres]")
{
    const PostgresPlace place;
    const std::string insert =
        "INSERT INTO team (tenant, id, name) VALUES ('" + place.first.toString() + "', gen_random_uuid(), 'x')";
    CHECK(cluster().refusalOf(place.url(), insert) == "42501");
    CHECK(cluster().refusalOf(place.url(), setTenant(place.second) + insert) == "42501");
    CHECK(cluster().refusalOf(place.url(), setTenant(place.first) + insert).empty());
    const std::string entry =
        "INSERT INTO directory (kind, id, tenant) VALUES (4, gen_random_uuid(), '" + place.first.toString() + "')";
    CHECK(cluster().refusalOf(place.url(), setTenant(place.second) + entry) == "42501");
}

TEST_CASE("every table with a tenant is closed, also to the tables' owner", "[postgres]")
{
    const PostgresPlace place;
    const auto open = cluster().run(
        place.url(),
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attname = 'tenant'"
        " AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)");
    CHECK(open.empty());
    const auto closed = cluster().run(place.url(), "SELECT tablename FROM pg_policies WHERE schemaname = 'public'");
    // 29 tables, and two policies for each of the two directories and for the access log, which nobody edits.
    CHECK(closed.size() == 38);
}

TEST_CASE("a role that looks past row-level security is refused", "[postgres]")
{
    const PostgresPlace place;
    const auto database = PostgresCluster::databaseOf(place.url());
    cluster().run(place.url(), "SELECT 1");
    cluster().run(cluster().addressAs(PostgresCluster::Superuser, database),
                  "CREATE ROLE sees_all_" + database + " LOGIN BYPASSRLS");
    for (const auto &role : {std::string(PostgresCluster::Superuser), "sees_all_" + database}) {
        const auto address = need(PostgresAddress::parse(cluster().addressAs(role, database)));
        CHECK(place.open({.address = address}).error().code() == ErrorCode::Refused);
    }
}

TEST_CASE("a database of a newer version is refused and left as it is", "[postgres]")
{
    const PostgresPlace place;
    cluster().run(place.url(), "INSERT INTO schema_version VALUES (99)");
    CHECK(place.open({.address = place.address()}).error().code() == ErrorCode::Unsupported);
    CHECK(cluster().run(place.url(), "SELECT max(version) FROM schema_version").front() == "99");
}

TEST_CASE("a database is made once, and opened only where it was made", "[postgres]")
{
    const PostgresPlace place;
    CHECK(place.open({.address = place.address(), .create = true}).error().code() == ErrorCode::AlreadyExists);
    const auto empty = need(PostgresAddress::parse(cluster().makeDatabase()));
    CHECK(place.open({.address = empty}).error().code() == ErrorCode::NotFound);
    const auto nowhere = need(PostgresAddress::parse(cluster().addressAs("faltakt", "nowhere")));
    CHECK_FALSE(place.open({.address = nowhere}).has_value());
}

TEST_CASE("processes that start at once on an empty database make its tables together", "[postgres]")
{
    const PostgresPlace place;
    const std::string url = cluster().makeDatabase();
    const auto address = need(PostgresAddress::parse(url));
    std::atomic<int> opened = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { opened += place.open({.address = address, .create = true}).has_value() ? 1 : 0; });
    for (auto &thread : threads)
        thread.join();
    CHECK(opened == 4);
    CHECK(cluster().run(url, "SELECT version FROM schema_version ORDER BY version")
          == std::vector<std::string>{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"});
}

TEST_CASE("connections that were cut off between two calls are replaced unseen", "[postgres]")
{
    const PostgresPlace place;
    const auto store = place.open();
    need(store->write([&](StoreTransaction &t) { return place.addChange(t, place.first, 1); }));
    (void)need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); }));
    cluster().cutOff(PostgresCluster::databaseOf(place.url()));
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); })) == 1);
    need(store->write([&](StoreTransaction &t) { return place.addChange(t, place.first, 2); }));
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); })) == 2);
}

TEST_CASE("a transaction that loses its connection before its end runs once more and counts once", "[postgres]")
{
    const PostgresPlace place;
    const auto store = place.open();
    int runs = 0;
    need(store->write([&](StoreTransaction &t) -> Result<void> {
        TRY_VOID(place.addChange(t, place.first, 1));
        if (++runs == 1)
            cluster().cutOff(PostgresCluster::databaseOf(place.url()));
        return {};
    }));
    CHECK(runs == 2);
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); })) == 1);
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().changesAfter(place.first, 0, 9); })).size() == 1);
}

TEST_CASE("a database that is away is told as busy, and nothing of the transaction is kept", "[postgres]")
{
    const PostgresPlace place;
    const auto store = place.open();
    const auto database = PostgresCluster::databaseOf(place.url());
    const auto owner = cluster().addressAs(PostgresCluster::Superuser, "postgres");
    const auto outcome = store->write([&](StoreTransaction &t) -> Result<void> {
        TRY_VOID(place.addChange(t, place.first, 1));
        cluster().run(owner, "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        cluster().cutOff(database);
        return {};
    });
    CHECK_FALSE(outcome.has_value());
    cluster().run(owner, "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); })) == 0);
}

TEST_CASE("of one tenant one transaction judges at a time, in whatever process", "[postgres]")
{
    const PostgresPlace place;
    const auto one = place.open();
    const auto other = place.open();
    constexpr int Each = 25;
    // Reads a head, and writes the next: two that judge by the same head would lose one.
    std::atomic<int> failures = 0;
    const auto work = [&](PostgresStore &store) {
        for (int i = 0; i < Each; ++i)
            failures += store.write([&](StoreTransaction &t) -> Result<void> {
                                 TRY(const auto head, t.log().journalHead(place.first, place.device, 1));
                                 TRY_VOID(place.addChange(t, place.first, std::uint8_t(head.n + 1)));
                                 return t.log().setJournalHead(place.first, place.device, 1, {head.n + 1, {}}, {});
                             }).has_value()
                            ? 0
                            : 1;
    };
    std::vector<std::thread> threads;
    for (auto *store : {one.get(), other.get(), one.get(), other.get()})
        threads.emplace_back([&work, store] { work(*store); });
    for (auto &thread : threads)
        thread.join();
    const auto head =
        need(one->read([&](StoreSnapshot &s) { return s.log().journalHead(place.first, place.device, 1); }));
    CHECK(failures == 0);
    CHECK(head.n == 4 * Each);
    CHECK(need(other->read([&](StoreSnapshot &s) { return s.log().changesAfter(place.first, 0, 1000); })).size()
          == 4 * Each);
}

TEST_CASE("tenants do not wait for each other", "[postgres]")
{
    const PostgresPlace place;
    const auto one = place.open();
    const auto other = place.open();
    need(one->write([&](StoreTransaction &t) -> Result<void> {
        TRY_VOID(place.addChange(t, place.first, 1));
        // While the first tenant's transaction is open, the second's begins and ends.
        return other->write([&](StoreTransaction &u) { return place.addChange(u, place.second, 2); });
    }));
    CHECK(need(one->read([&](StoreSnapshot &s) { return s.log().lastSeq(place.second); })) == 1);
}

TEST_CASE("a case id that two tenants take at the same moment is told as busy, not as taken", "[postgres]")
{
    const PostgresPlace place;
    const auto one = place.open();
    const auto other = place.open();
    const auto outcome = one->write([&](StoreTransaction &t) -> Result<void> {
        (void)need(t.log().lastSeq(place.first));
        CHECK_FALSE(need(t.log().tenantOfCase(place.caseId)));
        need(other->write([&](StoreTransaction &u) {
            return u.log().addCase({place.caseId, place.second, {}, place.now});
        }));
        return t.log().addCase({place.caseId, place.first, {}, place.now});
    });
    CHECK(outcome.error().code() == ErrorCode::Busy);
}

TEST_CASE("another process's growth is heard, the own is not", "[postgres]")
{
    const PostgresPlace place;
    std::mutex mutex;
    std::vector<base::TenantId> heard;
    std::promise<void> second;
    const auto listener = need(place.open({.address = place.address(), .orderGrew = [&](base::TenantId tenant) {
                                               const std::lock_guard lock(mutex);
                                               heard.push_back(tenant);
                                               if (tenant == place.second)
                                                   second.set_value();
                                           }}));
    need(listener->write([&](StoreTransaction &t) { return place.addChange(t, place.first, 1); }));
    need(place.open()->write([&](StoreTransaction &t) { return place.addChange(t, place.second, 2); }));
    REQUIRE(second.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    const std::lock_guard lock(mutex);
    CHECK(heard == std::vector{place.second});
}

TEST_CASE("an order that another process gives a device is heard, though nothing grew", "[postgres]")
{
    const PostgresPlace place;
    std::promise<base::TenantId> heard;
    const auto listener = need(
        place.open({.address = place.address(), .orderGrew = [&](base::TenantId tenant) { heard.set_value(tenant); }}));
    need(place.open()->write([&](StoreTransaction &t) {
        return t.identity().addCommand(place.first, place.device,
                                       {idOf<base::DeviceId>(20).uuid(), std::string(LockCommand), place.now});
    }));
    auto told = heard.get_future();
    REQUIRE(told.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(told.get() == place.first);
}

TEST_CASE("after the bell's connection was away all tenants are told", "[postgres]")
{
    const PostgresPlace place;
    std::promise<void> both;
    std::atomic<int> heard = 0;
    const auto listener = need(place.open({.address = place.address(), .orderGrew = [&](base::TenantId) {
                                               if (++heard == 2)
                                                   both.set_value();
                                           }}));
    cluster().cutOff(PostgresCluster::databaseOf(place.url()));
    CHECK(both.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
}

TEST_CASE("what a push expects to ask for changes no answer", "[postgres]")
{
    const PostgresPlace place;
    const auto store = place.open();
    const auto record = idOf<base::RecordId>(9);
    need(store->write([&](StoreTransaction &t) -> Result<void> {
        TRY_VOID(t.log().addCase({place.caseId, place.first, {}, place.now}));
        TRY_VOID(t.log().addRecordHome(place.first, record, {place.caseId, "note"}));
        TRY_VOID(
            t.log().addJournalEntry(place.first, place.device, 1, {.n = 1, .hash = {}, .link = {}, .verdict = {}}));
        TRY_VOID(t.log().setJournalHead(place.first, place.device, 1, {1, {}}, {}));
        return place.addChange(t, place.first, 1);
    }));
    need(store->write([&](StoreTransaction &t) -> Result<void> {
        const ExpectedReads expected{.changes = {idOf<base::ChangeId>(1), idOf<base::ChangeId>(2)},
                                     .records = {record, idOf<base::RecordId>(10)},
                                     .cases = {place.caseId, idOf<base::CaseId>(11)},
                                     .journal = ExpectedReads::Journal{place.device, 1, 1, 5}};
        TRY_VOID(t.log().expect(place.first, expected));
        CHECK(need(t.log().journalHead(place.first, place.device, 1)).n == 1);
        CHECK(need(t.log().journalHead(place.first, place.device, 2)).n == 0);
        CHECK(need(t.log().journal(place.first, place.device, 1, 1, 2)).size() == 1);
        CHECK(need(t.log().journal(place.first, place.device, 1, 2, 2)).empty());
        CHECK(need(t.log().accepted(place.first, idOf<base::ChangeId>(1)))->receipt->seq == 1);
        CHECK_FALSE(need(t.log().accepted(place.first, idOf<base::ChangeId>(2))));
        CHECK_FALSE(need(t.log().quarantined(place.first, idOf<base::ChangeId>(1))));
        CHECK(need(t.log().recordHome(place.first, record))->kind == "note");
        CHECK_FALSE(need(t.log().recordHome(place.first, idOf<base::RecordId>(10))));
        CHECK(need(t.log().tenantOfCase(place.caseId)) == place.first);
        CHECK_FALSE(need(t.log().tenantOfCase(idOf<base::CaseId>(11))));
        // And what is written after it is seen.
        TRY_VOID(place.addChange(t, place.first, 2));
        CHECK(need(t.log().accepted(place.first, idOf<base::ChangeId>(2)))->receipt->seq == 2);
        TRY_VOID(t.log().addAccess(place.first, {3, place.caseId, place.first.uuid(), {}}));
        CHECK(need(t.log().accessOfCase(place.first, place.caseId, {})).size() == 1);
        TRY_VOID(t.log().setJournalHead(place.first, place.device, 1, {2, {}}, {}));
        CHECK(need(t.log().journalHead(place.first, place.device, 1)).n == 2);
        return {};
    }));
}

TEST_CASE("plans that are made while the tables are empty go by an index", "[postgres]")
{
    const PostgresPlace place;
    const auto connection = need(PostgresConnection::open(place.address()));
    const auto plan = need(connection->query("EXPLAIN SELECT kind FROM record WHERE tenant = gen_random_uuid()"
                                             " AND id = ANY(ARRAY[gen_random_uuid()])"));
    std::string text;
    for (int i = 0; i < plan.count(); ++i)
        text += std::string(plan.row(i).text(0)) + '\n';
    INFO(text);
    CHECK(text.find("record_pkey") != std::string::npos);
}
