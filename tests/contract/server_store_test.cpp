// What every store of the server promises, written once over the interface.
#include "tests/contract/server_store_subjects.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

TEMPLATE_LIST_TEST_CASE("a transaction that fails leaves nothing", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto outcome = filled.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.identity().setSetting("x", "1"));
        TRY(const auto seq, t.log().takeSeqs(filled.first, 5));
        TRY_VOID(t.log().addChange(filled.first, filled.change(seq, 1)));
        return base::fail(base::ErrorCode::Refused, "no");
    });
    CHECK(outcome.error().code() == base::ErrorCode::Refused);
    CHECK(filled.read([](StoreSnapshot &s) { return s.identity().setting("x"); }).empty());
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().lastSeq(filled.first); }) == 0);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().changesAfter(filled.first, 0, 10); }).empty());
}

TEMPLATE_LIST_TEST_CASE("what was committed is there after the process has ended", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 1, 3);
    filled.reopen();
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().changesAfter(filled.first, 0, 10); }).size() == 3);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().change(filled.first, 2); }).line == "line 2");
}

TEMPLATE_LIST_TEST_CASE("each tenant has a count of its own, from one and without gaps", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto take = [&](TenantId tenant, std::int64_t count) {
        return filled.write([&](StoreTransaction &t) { return t.log().takeSeqs(tenant, count); });
    };
    CHECK(take(filled.first, 3) == 1);
    CHECK(take(filled.first, 1) == 4);
    CHECK(take(filled.second, 1) == 1);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().lastSeq(filled.first); }) == 4);
}

TEMPLATE_LIST_TEST_CASE("one tenant sees nothing of another's", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 1, 3);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().addCase({filled.caseId, filled.first, {}, Now}));
        TRY_VOID(t.log().addRecordHome(filled.first, idOf<RecordId>(1), {filled.caseId, "note"}));
        TRY_VOID(t.office().addLobSheet(filled.first, {"lob", "1", Now, {}}));
        return t.office().setNumbers(filled.first, idOf<RecordId>(1), {"198001010001"});
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        const TenantId other = filled.second;
        CHECK(s.log().changesAfter(other, 0, 10)->empty());
        CHECK(s.log().changesOfCase(other, filled.caseId, 0, 100, 10)->empty());
        CHECK_FALSE(s.log().change(other, 1).has_value());
        CHECK_FALSE(s.log().accepted(other, idOf<ChangeId>(1))->has_value());
        CHECK_FALSE(s.log().caseFile(other, filled.caseId)->has_value());
        CHECK_FALSE(s.log().recordHome(other, idOf<RecordId>(1))->has_value());
        CHECK_FALSE(s.identity().device(other, filled.device)->has_value());
        CHECK_FALSE(s.identity().worker(other, filled.worker)->has_value());
        CHECK_FALSE(s.office().lobSheet(other, "lob", "1")->has_value());
        CHECK(s.office().personsByNumber(other, "198001010001")->empty());
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("an unknown tenant is not found, whatever is asked of it", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        const auto nobody = idOf<TenantId>(99);
        CHECK(s.log().lastSeq(nobody).error().code() == base::ErrorCode::NotFound);
        CHECK(s.identity().workers(nobody).error().code() == base::ErrorCode::NotFound);
        CHECK_FALSE(s.identity().tenant(nobody)->has_value());
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("changes are read in order, by place and by case", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 1, 9);
    const auto some = filled.read([&](StoreSnapshot &s) { return s.log().changesAfter(filled.first, 4, 3); });
    REQUIRE(some.size() == 3);
    CHECK(some.front().seq == 5);
    CHECK(some.back().seq == 7);
    const auto ofCase =
        filled.read([&](StoreSnapshot &s) { return s.log().changesOfCase(filled.first, filled.caseId, 2, 4, 10); });
    REQUIRE(ofCase.size() == 2);
    CHECK(ofCase.front().seq == 3);
}

TEMPLATE_LIST_TEST_CASE("an id is accepted once", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 1, 1);
    const auto again = filled.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY(const auto seq, t.log().takeSeqs(filled.first, 1));
        return t.log().addChange(filled.first, filled.change(seq, 1));
    });
    CHECK(again.error().code() == base::ErrorCode::AlreadyExists);
    const auto known = filled.read([&](StoreSnapshot &s) { return s.log().accepted(filled.first, idOf<ChangeId>(1)); });
    REQUIRE(known);
    CHECK(known->hash == hashOf(1));
    CHECK(known->receipt->seq == 1);
}

TEMPLATE_LIST_TEST_CASE("devices with an open order to lock or to wipe are told, of the tenant and until it is closed",
                        "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto ordered = [&](TenantId tenant) {
        return filled.read([&](StoreSnapshot &s) { return s.identity().devicesWithOrders(tenant); });
    };
    const auto give = [&](std::uint8_t id, const char *kind) {
        filled.write([&](StoreTransaction &t) {
            return t.identity().addCommand(filled.first, filled.device, {idOf<DeviceId>(id).uuid(), kind, Now});
        });
    };
    give(20, "fetchProfile");
    CHECK(ordered(filled.first).empty());
    give(21, "lock");
    give(22, "wipe");
    CHECK(ordered(filled.first) == std::vector{filled.device});
    CHECK(ordered(filled.second).empty());
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        for (const std::uint8_t id : {21, 22})
            TRY_VOID(t.identity().closeCommand(filled.first, filled.device, idOf<DeviceId>(id).uuid(), Now));
        return {};
    });
    CHECK(ordered(filled.first).empty());
}

TEMPLATE_LIST_TEST_CASE("a worker's team and role are replaced, and nobody else's", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto team = idOf<TeamId>(30);
    const auto other = idOf<WorkerId>(31);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.identity().addTeam({team, filled.first, "team"}));
        TRY_VOID(t.identity().addWorker({other, filled.first, {}, "Other", "caseworker", false}));
        return t.identity().setWorkerPlace(filled.first, filled.worker, team, "teamLeader");
    });
    const auto worker = [&](WorkerId id) {
        return filled.read([&](StoreSnapshot &s) { return s.identity().worker(filled.first, id); }).value();
    };
    CHECK(worker(filled.worker).team == team);
    CHECK(worker(filled.worker).role == "teamLeader");
    CHECK_FALSE(worker(other).team);
    CHECK(worker(other).role == "caseworker");
    filled.write([&](StoreTransaction &t) {
        return t.identity().setWorkerPlace(filled.first, filled.worker, std::nullopt, "caseworker");
    });
    CHECK_FALSE(worker(filled.worker).team);
}

TEMPLATE_LIST_TEST_CASE("a journal gives back its first answers", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 1, 1);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        const changelog::Receipt receipt{1, Now, hashOf(101)};
        TRY_VOID(t.log().addJournalEntry(filled.first, filled.device, 1,
                                         {1, hashOf(1), hashOf(11), {1, VerdictKind::Accepted, receipt, {}, {}}}));
        TRY_VOID(t.log().addJournalEntry(
            filled.first, filled.device, 1,
            {2, hashOf(2), hashOf(12), {2, VerdictKind::Quarantined, {}, "schema", "note.text"}}));
        return t.log().setJournalHead(filled.first, filled.device, 1, {2, hashOf(12)}, {});
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        TRY(const auto entries, s.log().journal(filled.first, filled.device, 1, 1, 5));
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].verdict.receipt->stamp == hashOf(101));
        CHECK(entries[1].verdict.reason == "schema");
        CHECK(entries[1].link == hashOf(12));
        CHECK(s.log().journalHead(filled.first, filled.device, 1)->n == 2);
        CHECK(s.log().journalHead(filled.first, filled.device, 2)->n == 0);
        CHECK(s.log().journalByHash(filled.first, filled.device, {hashOf(2)})->size() == 1);
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("rights are read by grantee and by case, in order", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const Grantee other = idOf<WorkerId>(8).uuid();
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().addAccess(filled.first,
                                   {1, filled.caseId, filled.worker.uuid(), CompartmentSet{Compartment::Card}}));
        TRY_VOID(t.log().addAccess(filled.first, {2, filled.caseId, other, CompartmentSet{Compartment::File}}));
        return t.log().addAccess(filled.first, {3, filled.caseId, filled.worker.uuid(), {}});
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        TRY(const auto own, s.log().accessAfter(filled.first, {filled.worker.uuid()}, 0, 10));
        REQUIRE(own.size() == 2);
        CHECK(own[0].compartments == CompartmentSet{Compartment::Card});
        CHECK(own[1].compartments.empty());
        TRY(const auto both, s.log().accessAfter(filled.first, {other, filled.worker.uuid()}, 1, 10));
        CHECK(both.size() == 2);
        CHECK(both.front().seq == 2);
        CHECK(s.log().accessOfCase(filled.first, filled.caseId, {other})->size() == 1);
        CHECK(s.log().accessOfCase(filled.first, filled.caseId, {})->size() == 3);
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("a case id belongs to one tenant", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.write([&](StoreTransaction &t) { return t.log().addCase({filled.caseId, filled.first, {}, Now}); });
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().tenantOfCase(filled.caseId); }) == filled.first);
    const auto taken = filled.store().write([&](StoreTransaction &t) {
        return t.log().addCase({filled.caseId, filled.second, {}, Now});
    });
    CHECK(taken.error().code() == base::ErrorCode::AlreadyExists);
}

TEMPLATE_LIST_TEST_CASE("an enrolment ticket is used once", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.write([&](StoreTransaction &t) {
        return t.identity().addTicket({hashOf(7), filled.first, filled.worker, Now, {}});
    });
    filled.write([&](StoreTransaction &t) { return t.identity().useTicket(hashOf(7), filled.device); });
    const auto again =
        filled.store().write([&](StoreTransaction &t) { return t.identity().useTicket(hashOf(7), idOf<DeviceId>(9)); });
    CHECK(again.error().code() == base::ErrorCode::AlreadyExists);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.identity().ticket(hashOf(7)); })->usedBy == filled.device);
}

TEMPLATE_LIST_TEST_CASE("a record's state comes back as it was", "[contract]", Subjects)
{
    Filled<TestType> filled;
    changelog::RecordState state(idOf<RecordId>(1), filled.caseId, "person");
    state.apply(idOf<ChangeId>(1), {idOf<RecordId>(1), "person", base::json::Object{{"givenName", "Kim"}}, {}},
                [](ChangeId) { return true; });
    state.apply(idOf<ChangeId>(2), {idOf<RecordId>(1), "person", base::json::Object{{"givenName", "Kaj"}}, {}},
                [](ChangeId) { return true; });
    filled.write([&](StoreTransaction &t) { return t.log().setRecordState(filled.first, state); });
    filled.reopen();
    const auto back =
        filled.read([&](StoreSnapshot &s) { return s.log().recordStates(filled.first, filled.caseId, "person"); });
    REQUIRE(back.size() == 1);
    CHECK(back.front().heads("givenName").size() == 2);
    CHECK(changelog::hasConflict(back.front()));
    // Of many cases and kinds at once; of each so many.
    const auto ofMany = [&](const std::vector<CaseId> &cases, int mostOfEach) {
        return filled.read([&](StoreSnapshot &s) {
            return s.log().recordStatesOf(filled.first, cases, {"case", "person"}, mostOfEach);
        });
    };
    filled.write([&](StoreTransaction &t) {
        return t.log().setRecordState(filled.first, changelog::RecordState(idOf<RecordId>(2), filled.caseId, "person"));
    });
    CHECK(ofMany({idOf<CaseId>(77), filled.caseId}, 10).size() == 2);
    REQUIRE(ofMany({filled.caseId}, 1).size() == 1);
    CHECK(ofMany({filled.caseId}, 1).front().heads("givenName").size() == 2);
    CHECK(ofMany({idOf<CaseId>(77)}, 10).empty());
    CHECK(ofMany({}, 10).empty());
}

TEMPLATE_LIST_TEST_CASE("a quarantined line is kept once, with why", "[contract]", Subjects)
{
    Filled<TestType> filled;
    QuarantinedChange change;
    change.hash = hashOf(1);
    change.id = idOf<ChangeId>(1);
    // It may be anything: that is why it is here.
    change.line = std::string("\0 \xff\xc3( å", 8);
    change.worker = filled.worker;
    change.device = filled.device;
    change.received = Now;
    change.reason = "access";
    for (int i = 0; i < 2; ++i)
        filled.write([&](StoreTransaction &t) { return t.log().addQuarantined(filled.first, change); });
    const auto kept = filled.read([&](StoreSnapshot &s) { return s.log().quarantine(filled.first); });
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().line == change.line);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().quarantined(filled.first, idOf<ChangeId>(1)); })->reason
          == "access");
}

TEMPLATE_LIST_TEST_CASE("quarantined lines are read page by page, the latest first, of one tenant", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    for (std::uint8_t i = 1; i <= 5; ++i)
        for (const TenantId tenant : {filled.first, filled.second})
            filled.write([&](StoreTransaction &t) {
                QuarantinedChange change;
                change.hash = hashOf(i);
                change.line = "x";
                change.worker = filled.worker;
                change.device = filled.device;
                change.reason = "access";
                change.field = tenant == filled.first ? "own" : "another's";
                return t.log().addQuarantined(tenant, change);
            });
    std::vector<base::Hash> hashes;
    std::int64_t position = std::numeric_limits<std::int64_t>::max();
    for (const std::size_t expected : {2U, 2U, 1U, 0U}) {
        const auto page =
            filled.read([&](StoreSnapshot &s) { return s.log().quarantineBefore(filled.first, position, 2); });
        REQUIRE(page.size() == expected);
        for (const QuarantinedChange &change : page) {
            CHECK(change.field == "own");
            CHECK(change.position < position);
            position = change.position;
            hashes.push_back(change.hash);
        }
    }
    CHECK(hashes == std::vector{hashOf(5), hashOf(4), hashOf(3), hashOf(2), hashOf(1)});
}

TEMPLATE_LIST_TEST_CASE("how far back a field package reaches is each tenant's own", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto days = [&](TenantId tenant) {
        return filled.read([&](StoreSnapshot &s) { return s.identity().tenant(tenant); })->packageDays;
    };
    CHECK_FALSE(days(filled.first).has_value());
    filled.write([&](StoreTransaction &t) { return t.identity().setPackageDays(filled.first, 0); });
    filled.reopen();
    CHECK(days(filled.first) == 0);
    CHECK_FALSE(days(filled.second).has_value());
    CHECK_FALSE(
        filled.store().write([&](StoreTransaction &t) { return t.identity().setPackageDays(idOf<TenantId>(99), 1); }));
    const auto all = filled.read([](StoreSnapshot &s) { return s.identity().tenants(); });
    CHECK(std::ranges::count_if(all, [](const Tenant &tenant) { return tenant.packageDays == 0; }) == 1);
}

TEMPLATE_LIST_TEST_CASE("a reader of many threads never sees a hole below the last place", "[contract]", Subjects)
{
    Filled<TestType> filled;
    std::atomic<bool> done = false;
    std::atomic<int> holes = 0;
    std::thread reader([&] {
        while (!done) {
            (void)filled.store().read([&](StoreSnapshot &s) -> base::Result<void> {
                TRY(const auto last, s.log().lastSeq(filled.first));
                TRY(const auto changes, s.log().changesAfter(filled.first, 0, 1000));
                holes += changes.size() == std::size_t(last) ? 0 : 1;
                return {};
            });
        }
    });
    std::vector<std::thread> writers;
    writers.reserve(3);
    for (std::uint8_t w = 0; w < 3; ++w)
        writers.emplace_back([&filled, w] {
            for (std::uint8_t i = 0; i < 20; ++i)
                (void)filled.store().write([&](StoreTransaction &t) -> base::Result<void> {
                    TRY(const auto seq, t.log().takeSeqs(filled.first, 1));
                    return t.log().addChange(filled.first, filled.change(seq, std::uint8_t(w * 20 + i + 1)));
                });
        });
    for (auto &writer : writers)
        writer.join();
    done = true;
    reader.join();
    CHECK(holes == 0);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().lastSeq(filled.first); }) == 60);
}

TEMPLATE_LIST_TEST_CASE("sums of cases add up, each compartment's and each tenant's for itself", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto sumOf = [](std::initializer_list<std::uint8_t> numbers) {
        changelog::LineSum sum;
        for (const std::uint8_t number : numbers) {
            base::Hash hash{};
            hash.fill(number);
            sum.add(hash);
        }
        return sum;
    };
    const auto add = [&](TenantId tenant, const std::vector<CompartmentSum> &sums) {
        filled.write([&](StoreTransaction &t) { return t.log().addToCaseSums(tenant, sums); });
    };
    const CaseId other = idOf<CaseId>(6);
    add(filled.first, {{filled.caseId, Compartment::File, sumOf({0xff})}, {other, Compartment::Lob, sumOf({7})}});
    add(filled.first,
        {{filled.caseId, Compartment::File, sumOf({0xfe, 3})}, {filled.caseId, Compartment::Card, sumOf({9})}});
    add(filled.second, {{filled.caseId, Compartment::File, sumOf({1})}});
    filled.reopen();
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        TRY(auto sums, s.log().caseSums(filled.first, {filled.caseId, idOf<CaseId>(99)}));
        REQUIRE(sums.size() == 2);
        if (sums[0].compartment != Compartment::File)
            std::swap(sums[0], sums[1]);
        CHECK(sums[0].caseId == filled.caseId);
        CHECK(sums[0].lines == sumOf({0xff, 0xfe, 3}));
        CHECK(sums[1].compartment == Compartment::Card);
        CHECK(sums[1].lines == sumOf({9}));
        CHECK(s.log().caseSums(filled.first, {})->empty());
        TRY(const auto theirs, s.log().caseSums(filled.second, {filled.caseId, other}));
        REQUIRE(theirs.size() == 1);
        CHECK(theirs.front().lines == sumOf({1}));
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("parts of packages are found by age and place, and put in the place of what was known",
                        "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto part = [&](std::int64_t first, std::int64_t last, base::Instant touched) {
        PackagePart made{.caseId = filled.caseId, .first = first, .compartment = Compartment::Lob};
        made.lines.add(hashOf(std::uint8_t(first)));
        made.last = last;
        made.touched = touched;
        return made;
    };
    const auto hour = std::chrono::hours(1);
    PackagePart open = part(3, 3, Now - hour);
    open.open = 1;
    PackagePart always = part(4, 4, Now - hour);
    always.always = true;
    filled.write([&](StoreTransaction &t) {
        return t.log().setParts(filled.first, {part(1, 2, Now - hour), part(5, 9, Now), open, always});
    });
    filled.reopen();
    const auto outside = [&](TenantId tenant, base::Instant before, std::int64_t after) {
        return filled.read([&](StoreSnapshot &s) -> base::Result<std::vector<std::int64_t>> {
            TRY(const auto parts, s.log().partsOutside(tenant, {idOf<CaseId>(99), filled.caseId}, before, after));
            std::vector<std::int64_t> firsts;
            for (const PackagePart &one : parts)
                firsts.push_back(one.first);
            std::sort(firsts.begin(), firsts.end());
            return firsts;
        });
    };
    CHECK(outside(filled.first, Now, 100) == std::vector<std::int64_t>{1});
    CHECK(outside(filled.first, Now - hour, 100).empty());
    CHECK(outside(filled.first, Now, 3) == std::vector<std::int64_t>{1, 4, 5});
    CHECK(outside(filled.second, Now, 0).empty());
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY(auto known, t.log().part(filled.first, filled.caseId, 1));
        REQUIRE(known);
        CHECK(known->lines.count == 1);
        CHECK(known->compartment == Compartment::Lob);
        known->lines.add(hashOf(7));
        known->touched = Now + hour;
        known->last = 20;
        TRY_VOID(t.log().setParts(filled.first, {*known}));
        TRY(const auto again, t.log().part(filled.first, filled.caseId, 1));
        CHECK(again->last == 20);
        CHECK_FALSE(t.log().part(filled.first, filled.caseId, 2)->has_value());
        return {};
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        TRY(const auto known, s.log().part(filled.first, filled.caseId, 1));
        changelog::LineSum both;
        both.add(hashOf(1));
        both.add(hashOf(7));
        CHECK(known->lines == both);
        CHECK(known->touched == Now + hour);
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("a change, its record, a right and a device keep what packages need of them", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    const auto record = idOf<RecordId>(40);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        StoredChange change = filled.change(1, 1);
        change.place = {1, true, false};
        TRY_VOID(t.log().addChange(filled.first, change));
        StoredChange beyond = filled.change(2, 2);
        beyond.place = {0, false, true};
        TRY_VOID(t.log().addChange(filled.first, beyond));
        TRY_VOID(t.log().addRecordHome(filled.first, record, {filled.caseId, "note", 1}));
        TRY_VOID(t.log().setParts(filled.first, {PackagePart{.caseId = filled.caseId, .first = 1, .last = 2}}));
        TRY_VOID(
            t.log().addAccess(filled.first, {3, filled.caseId, filled.worker.uuid(), CompartmentSet{Compartment::File},
                                             Now, Now + std::chrono::hours(1)}));
        TRY_VOID(t.log().addFetch(filled.first, {4, filled.device, filled.caseId, Now}));
        TRY_VOID(t.log().addFetch(filled.first, {6, filled.device, filled.caseId, {}}));
        Device device = filled.deviceOf(idOf<DeviceId>(41), filled.first, filled.worker);
        device.package = {5, Now};
        TRY_VOID(t.identity().addDevice(device));
        TRY_VOID(t.identity().noteContact(filled.first, device.id, Now, "app", 9));
        return t.identity().noteContact(filled.first, device.id, Now, "app", 7);
    });
    filled.reopen();
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        LogReader &log = s.log();
        const auto places = need(log.changesAfter(filled.first, 0, 10));
        REQUIRE(places.size() == 2);
        CHECK(places[0].place == PartPlace{1, true, false});
        CHECK(places[0].received == filled.change(1, 1).received);
        CHECK(places[1].place == PartPlace{0, false, true});
        CHECK(log.changesOfCase(filled.first, places[0].caseId, 0, 9, 10)->front().place == PartPlace{1, true, false});
        CHECK(log.change(filled.first, 2)->place == PartPlace{0, false, true});
        CHECK(log.recordHome(filled.first, record)->value().part == 1);
        CHECK(log.accessOfCase(filled.first, filled.caseId, {})->front().since == Now);
        CHECK(log.accessAfter(filled.first, {filled.worker.uuid()}, 0, 9)->front().since == Now);
        CHECK(log.accessOfCase(filled.first, filled.caseId, {})->front().made == Now + std::chrono::hours(1));
        const auto fetches = need(log.fetchesAfter(filled.first, filled.device, 0, 9));
        REQUIRE(fetches.size() == 2);
        CHECK(fetches[0].since == Now);
        CHECK(fetches[1].caseId == filled.caseId);
        CHECK(log.fetchesAfter(filled.first, filled.device, 4, 9)->size() == 1);
        CHECK(log.fetchesAfter(filled.first, idOf<DeviceId>(41), 0, 9)->empty());
        CHECK(s.identity().device(filled.first, idOf<DeviceId>(41))->value().package == PackageStart{5, Now});
        CHECK(s.identity().device(filled.first, idOf<DeviceId>(41))->value().forgotten == 9);
        CHECK(s.identity().device(filled.first, filled.device)->value().package == PackageStart{});
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("logs that ended are told in their order, each tenant's", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().addEndedLog(filled.first, {"one", 40}));
        TRY_VOID(t.log().addEndedLog(filled.first, {"two", 30}));
        return t.log().addEndedLog(filled.second, {"one", 5});
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        TRY(const auto logs, s.log().endedLogs(filled.first));
        REQUIRE(logs.size() == 2);
        CHECK(logs[0].logId == "one");
        CHECK(logs[0].head == 40);
        CHECK(logs[1].logId == "two");
        CHECK(s.log().endedLogs(filled.second)->size() == 1);
        return {};
    });
}
