// What reaches a device: rights, backfill across pages, news in order, what is taken away.
#include "tests/unit/server_world.h"

#include "core/crypto/hash.h"
#include "sync/server/api/field_package.h"
#include "sync/server/api/pull_cursor.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::changelog::Compartment;
using faltakt::changelog::CompartmentSet;
using faltakt::changelog::ForgetLine;
using faltakt::changelog::GrantLine;
using faltakt::changelog::KeyLine;

namespace {

struct TwoWorkers : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();

    std::vector<ChangeId> pushNotes(int count)
    {
        std::vector<std::string> lines;
        std::vector<ChangeId> made;
        for (int i = 0; i < count; ++i) {
            const auto line = annas.note(caseId, std::to_string(i));
            made.push_back(line.change.id);
            lines.push_back(line.line);
        }
        annas.push(lines);
        return made;
    }
};

AccessEntry entry(std::int64_t seq, Grantee who, CompartmentSet what) { return {seq, {}, who, what}; }

} // namespace

TEST_CASE_METHOD(TwoWorkers, "nothing of a case without right is sent")
{
    pushNotes(3);
    CHECK(bos.pullChanges().empty());
}

TEST_CASE_METHOD(TwoWorkers, "a grant brings the lines before it as a whole, and what comes later in order")
{
    auto expected = pushNotes(3);
    need(core->administration().assignCase(caseId, bo));
    const auto later = pushNotes(2);
    const auto items = bos.pull();
    const auto grants = TestDevice::linesIn<GrantLine>(items);
    REQUIRE(grants.size() == 1);
    CHECK(grants.front().caseId == caseId);
    CHECK(grants.front().compartments == CompartmentSet::ofCaseworker());
    expected.insert(expected.end(), later.begin(), later.end());
    CHECK(TestDevice::changesIn(items) == expected);
}

TEST_CASE_METHOD(TwoWorkers, "a backfill goes on across small pages while others push")
{
    auto expected = pushNotes(7);
    need(core->administration().assignCase(caseId, bo));
    std::vector<ChangeId> received;
    bool more = true;
    while (more) {
        const auto page = need(bos.pullPage(2));
        CHECK(page.items.size() <= 2);
        const auto some = TestDevice::changesIn(page.items);
        received.insert(received.end(), some.begin(), some.end());
        more = page.more;
        if (expected.size() < 12) {
            const auto pushed = pushNotes(1);
            expected.insert(expected.end(), pushed.begin(), pushed.end());
        }
    }
    CHECK(received == expected);
}

TEST_CASE_METHOD(TwoWorkers, "a right taken away in the middle of a backfill ends it with a forget")
{
    pushNotes(6);
    need(core->administration().assignCase(caseId, bo));
    (void)need(bos.pullPage(4));
    need(core->administration().unassignCase(caseId, bo));
    const auto items = bos.pull();
    CHECK(TestDevice::changesIn(items).empty());
    const auto forgotten = TestDevice::linesIn<ForgetLine>(items);
    REQUIRE(forgotten.size() == 1);
    CHECK(forgotten.front().remaining.empty());
}

TEST_CASE_METHOD(TwoWorkers, "a case granted again is brought again, whole")
{
    const auto notes = pushNotes(3);
    need(core->administration().assignCase(caseId, bo));
    bos.pull();
    need(core->administration().unassignCase(caseId, bo));
    const auto inBetween = pushNotes(1);
    need(core->administration().assignCase(caseId, bo));
    const auto items = bos.pull();
    auto expected = notes;
    expected.insert(expected.end(), inBetween.begin(), inBetween.end());
    CHECK(TestDevice::changesIn(items) == expected);
    CHECK(TestDevice::linesIn<ForgetLine>(items).size() == 1);
}

TEST_CASE_METHOD(TwoWorkers, "a colleague of the team gets a case that was made on a device")
{
    const auto notes = pushNotes(2);
    TestDevice colleagues(*this, addWorker("Cia", team));
    CHECK(colleagues.pullChanges() == notes);
}

TEST_CASE_METHOD(TwoWorkers, "what others opened and read is never sent")
{
    pushNotes(1);
    annas.push(annas.change(caseId, ids.makeId<RecordId>(), "access", {{"action", "open"}, {"purpose", "assigned"}}));
    need(store->write([&](StoreTransaction &transaction) {
        return setAccess(transaction, tenant, caseId, bo.uuid(),
                         CompartmentSet{Compartment::File, Compartment::Reading});
    }));
    CHECK(bos.pullChanges().size() == 1);
}

TEST_CASE_METHOD(TwoWorkers, "compartments that are not granted are left out")
{
    annas.push(annas.change(caseId, ids.makeId<RecordId>(), "person", {{"givenName", "Kim"}}));
    const auto notes = pushNotes(1);
    need(store->write([&](StoreTransaction &transaction) {
        return setAccess(transaction, tenant, caseId, bo.uuid(), CompartmentSet{Compartment::File});
    }));
    CHECK(bos.pullChanges() == notes);
}

TEST_CASE_METHOD(TwoWorkers, "a device does not get its own lines of the epoch it writes in, but those of another")
{
    const auto notes = pushNotes(2);
    CHECK(annas.pullChanges().empty());
    annas.cursor.clear();
    annas.epoch = 2;
    CHECK(annas.pullChanges() == notes);
}

TEST_CASE_METHOD(TwoWorkers, "every device learns the keys of all, signed by the tenant's key, and their end")
{
    need(core->administration().revokeDevice(annas.session.device));
    const auto lines = TestDevice::linesIn<KeyLine>(bos.pull());
    const auto keysOfTenant = need(keys.keysOf(tenant));
    int ended = 0;
    for (const KeyLine &line : lines) {
        const auto signature = need(faltakt::crypto::signatureFromBase64Url(line.signature));
        CHECK(keysOfTenant->signing.publicKey().verify(faltakt::base::bytesOf(faltakt::changelog::keyStatement(line)),
                                                       signature));
        ended += line.device == annas.session.device && line.until ? 1 : 0;
    }
    CHECK(lines.size() == 4); // The server's own, Anna's, Bo's, and the end of Anna's.
    CHECK(ended == 1);
}

TEST_CASE_METHOD(TwoWorkers, "a pull that is repeated with the same cursor gives the same page")
{
    pushNotes(5);
    need(core->administration().assignCase(caseId, bo));
    (void)need(bos.pullPage(3));
    const std::string cursor = bos.cursor;
    const auto first =
        faltakt::protocol::encodePullPage(need(core->pull().pull(bos.session, {.cursor = cursor, .limit = 2})));
    const auto second =
        faltakt::protocol::encodePullPage(need(core->pull().pull(bos.session, {.cursor = cursor, .limit = 2})));
    CHECK(first == second);
}

TEST_CASE_METHOD(TwoWorkers, "a made-up cursor opens nothing")
{
    pushNotes(5);
    const auto logId = need(store->read([](StoreSnapshot &snapshot) { return snapshot.identity().setting("logId"); }));
    for (std::int64_t seq = 0; seq < 8; ++seq) {
        for (std::int64_t grant = seq + 1; grant < 10; ++grant) {
            const PullCursor forged{logId, seq, grant, 0};
            const auto page = core->pull().pull(bos.session, {.cursor = forged.toString()});
            if (page)
                CHECK(TestDevice::changesIn(page->items).empty());
        }
    }
}

TEST_CASE("a cursor comes back as it was written, and nothing else is read as one")
{
    const PullCursor cursor{"log", 17, 20, 5};
    CHECK(need(PullCursor::parse(cursor.toString())) == cursor);
    CHECK(need(PullCursor::parse("")) == PullCursor{});
    for (const char *bad : {"x", "e30", "bm90IGpzb24", "eyJ2IjoxLCJzIjotMX0", "eyJ2IjoxLCJzIjo1LCJnIjozfQ"})
        CHECK_FALSE(PullCursor::parse(bad).has_value());
    CHECK_FALSE(PullCursor::parse(std::string(5000, 'A')).has_value());
}

TEST_CASE("a compartment counts from the entry since which it is held without a break, whoever granted it")
{
    const Grantee worker = faltakt::base::Uuid(std::array<std::uint8_t, 16>{1});
    const Grantee team = faltakt::base::Uuid(std::array<std::uint8_t, 16>{2});
    const CompartmentSet card{Compartment::Card};
    const CompartmentSet both{Compartment::Card, Compartment::File};
    const std::vector<AccessEntry> entries{entry(5, worker, card), entry(8, team, both), entry(12, worker, {}),
                                           entry(20, team, card)};
    const CaseAccess access(entries);
    CHECK(access.effective() == card);
    const FieldPackage package(entries, {}, {});
    CHECK(package.delivers(Compartment::Card, 6));
    CHECK_FALSE(package.delivers(Compartment::Card, 5));
    CHECK_FALSE(package.delivers(Compartment::File, 9));
    CHECK(access.stepAt(5).opened == card);
    CHECK(access.stepAt(8).opened.empty());
    CHECK_FALSE(access.stepAt(12).closed);
    CHECK(access.stepAt(20).closed);
    CHECK(access.stepAt(20).remaining == card);
}

TEST_CASE_METHOD(TwoWorkers, "one call looks at a bounded number of places and says that there is more")
{
    pushNotes(300);
    PullService narrow(*store, core->accessLog(), clock, {}, 1);
    Session session = bos.session;
    std::string cursor;
    const auto page = need(narrow.pull(session, {.cursor = cursor, .limit = 1}));
    CHECK(page.more);
}
