// A server that was put back from a backup: what its own stamp proves it takes back, and nothing else.
#include "tests/unit/server_world.h"

#include "core/crypto/hash.h"
#include "sync/server/api/log_history.h"
#include "sync/server/api/pull_cursor.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::changelog::CompartmentSet;
using faltakt::changelog::OfferedLine;
using faltakt::changelog::OfferVerdict;

namespace {

struct Restored : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();

    /// As the server once took it, before the backup was put back.
    OfferedLine taken(const ChangeLine &line, std::int64_t seq = 500) const
    {
        const auto received = clock.now() - std::chrono::hours(5);
        return {{seq, received, makeStamp(keys.stampKey(), tenant, seq, received, line.hash)}, line.line};
    }
    std::vector<OfferVerdict> offer(TestDevice &device, const std::vector<OfferedLine> &lines)
    {
        return need(core->offer().take(device.session, lines));
    }
    OfferVerdict offer(TestDevice &device, const OfferedLine &line) { return offer(device, std::vector{line}).front(); }
    std::int64_t changes()
    {
        return need(store->read([](StoreSnapshot &s) { return s.identity().totals(); })).changes;
    }
    CompartmentSet rightsOf(TestDevice &device, CaseId of)
    {
        return need(store->read([&](StoreSnapshot &s) -> faltakt::base::Result<CompartmentSet> {
            TRY(const Caller caller, findCaller(s.identity(), device.session));
            TRY(const auto entries, s.log().accessOfCase(tenant, of, caller.grantees()));
            return CaseAccess(entries).effective();
        }));
    }
    faltakt::protocol::HelloAnswer hello(TestDevice &device, const std::string &logId)
    {
        faltakt::protocol::HelloRequest request;
        request.device = device.session.device;
        request.n = device.n;
        request.link = device.link;
        request.logId = logId;
        return need(core->hello().hello(request, device.key.publicKey()));
    }
};

} // namespace

TEST_CASE_METHOD(Restored,
                 "a line is taken back from whoever brings it, under its author and with its first receipt's time")
{
    const auto line = annas.note(caseId, "lost with the disk");
    const auto offered = taken(line);
    REQUIRE(offer(bos, offered) == OfferVerdict::Taken);
    CHECK(offer(bos, offered) == OfferVerdict::Known);
    need(core->administration().assignCase(caseId, bo));
    const auto items = bos.pull();
    const auto delivered = TestDevice::linesIn<faltakt::changelog::DeliveredChange>(items);
    REQUIRE(delivered.size() == 1);
    CHECK(delivered.front().line.line == line.line);
    CHECK(delivered.front().line.change.by == anna);
    const auto &receipt = delivered.front().receipt;
    CHECK(receipt.received == offered.receipt.received);
    CHECK(receipt.seq != offered.receipt.seq);
    CHECK(receipt.stamp == makeStamp(keys.stampKey(), tenant, receipt.seq, receipt.received, line.hash));
    CHECK(grown > 0);
}

TEST_CASE_METHOD(
    Restored, "a stamp that is forged, another place's, another time's, another line's or another tenant's is refused")
{
    const auto line = annas.note(caseId, "never taken");
    OfferedLine offered = taken(line);
    SECTION("forged") { offered.receipt.stamp = faltakt::base::Hash{1}; }
    SECTION("one bit") { offered.receipt.stamp[31] ^= 1; }
    SECTION("another place") { ++offered.receipt.seq; }
    SECTION("another time") { offered.receipt.received += std::chrono::milliseconds(1); }
    SECTION("another line") { offered.line = annas.note(caseId, "something else").line; }
    SECTION("a byte more") { offered.line += ' '; }
    SECTION("another tenant's")
    {
        const TenantId stranger = addTenant("Flen");
        offered.receipt.stamp =
            makeStamp(keys.stampKey(), stranger, offered.receipt.seq, offered.receipt.received, line.hash);
    }
    SECTION("no line at all")
    {
        offered.line = "{}";
        offered.receipt.stamp = makeStamp(keys.stampKey(), tenant, offered.receipt.seq, offered.receipt.received,
                                          faltakt::crypto::blake2b256(faltakt::base::bytesOf(offered.line)));
    }
    CHECK(offer(annas, offered) == OfferVerdict::Refused);
    CHECK(changes() == 0);
}

TEST_CASE_METHOD(Restored, "a bad line holds up none of the others")
{
    const auto first = annas.note(caseId, "a");
    const auto second = annas.note(caseId, "b");
    auto forged = taken(annas.note(caseId, "c"), 501);
    forged.receipt.stamp = {};
    const auto verdicts = offer(annas, {taken(first, 500), forged, taken(second, 502), taken(first, 500)});
    CHECK(verdicts
          == std::vector{OfferVerdict::Taken, OfferVerdict::Refused, OfferVerdict::Taken, OfferVerdict::Known});
    CHECK(changes() == 2);
}

TEST_CASE_METHOD(Restored, "nothing that stands there since is overwritten: an id, a record, a case of others")
{
    const auto record = ids.makeId<RecordId>();
    auto line = annas.change(caseId, record, "note", {{"text", "old"}});
    SECTION("the id")
    {
        auto other = line.change;
        other.sets.front().fields = {{"text", "new"}};
        annas.push(faltakt::changelog::sealChange(other));
    }
    SECTION("the record") { annas.push(annas.change(ids.makeId<CaseId>(), record, "note", {{"text", "new"}})); }
    SECTION("the case")
    {
        const TenantId flen = addTenant("Flen");
        const WorkerId stranger = need(core->administration().addWorker(flen, {}, "Eva", "caseworker"));
        TestDevice evas(*this, stranger);
        evas.push(evas.note(caseId, "theirs"));
    }
    const auto before = changes();
    CHECK(offer(annas, taken(line)) == OfferVerdict::Refused);
    CHECK(changes() == before);
}

TEST_CASE_METHOD(Restored, "the author who brings his own lines of a case without rights has it again, with his team")
{
    TestDevice colleagues(*this, addWorker("Cia", team));
    const auto line = annas.note(caseId, "made here, and lost");
    REQUIRE(offer(annas, taken(line)) == OfferVerdict::Taken);
    CHECK(rightsOf(annas, caseId) == CompartmentSet::ofCaseworker());
    CHECK(rightsOf(colleagues, caseId) == CompartmentSet::ofCaseworker());
    CHECK(annas.push(annas.note(caseId, "goes on")).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(Restored, "who brings the lines of others gets no right by it, and the author gets it still")
{
    const auto line = annas.note(caseId, "hers");
    REQUIRE(offer(bos, taken(line)) == OfferVerdict::Taken);
    CHECK(rightsOf(bos, caseId).empty());
    CHECK(bos.pullChanges().empty());
    CHECK(rightsOf(annas, caseId).empty());
    CHECK(offer(annas, taken(line)) == OfferVerdict::Known);
    CHECK(rightsOf(annas, caseId) == CompartmentSet::ofCaseworker());
    CHECK(annas.pullChanges().size() == 1);
}

TEST_CASE_METHOD(Restored, "a right that was taken away does not come back with lines")
{
    annas.push(annas.note(caseId, "kept"));
    need(store->write([&](StoreTransaction &t) -> faltakt::base::Result<void> {
        TRY_VOID(setAccess(t, tenant, caseId, anna.uuid(), {}));
        TRY_VOID(setAccess(t, tenant, caseId, team.uuid(), {}));
        return {};
    }));
    REQUIRE(offer(annas, taken(annas.note(caseId, "brought back"))) == OfferVerdict::Taken);
    CHECK(rightsOf(annas, caseId).empty());
}

TEST_CASE_METHOD(Restored, "a revoked device hands in what it holds and gets nothing for it")
{
    need(core->administration().revokeDevice(annas.session.device));
    CHECK(offer(annas, taken(annas.note(caseId, "hers"))) == OfferVerdict::Taken);
    CHECK(rightsOf(annas, caseId).empty());
}

TEST_CASE_METHOD(Restored, "a line that was brought back is a repetition when its author pushes it again")
{
    const auto line = annas.note(caseId, "a");
    REQUIRE(offer(annas, taken(line)) == OfferVerdict::Taken);
    const auto verdict = annas.push(line);
    CHECK(verdict.kind == VerdictKind::Duplicate);
    CHECK(verdict.receipt->received == clock.now() - std::chrono::hours(5));
    CHECK(changes() == 1);
}

TEST_CASE_METHOD(Restored, "the author who pushes late what a colleague brought back has the case again, with his team")
{
    TestDevice colleagues(*this, addWorker("Cia", team));
    const auto line = annas.note(caseId, "hers");
    const auto next = annas.note(caseId, "unsent, in the same push");
    REQUIRE(offer(bos, taken(line)) == OfferVerdict::Taken);
    REQUIRE(rightsOf(annas, caseId).empty());
    const auto verdicts = annas.push({line.line, next.line});
    CHECK(verdicts[0].kind == VerdictKind::Duplicate);
    CHECK(verdicts[1].kind == VerdictKind::Accepted);
    CHECK(rightsOf(annas, caseId) == CompartmentSet::ofCaseworker());
    CHECK(rightsOf(colleagues, caseId) == CompartmentSet::ofCaseworker());
    CHECK(rightsOf(bos, caseId).empty());
    const auto log =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.accessLog().entriesAfter(tenant, 0, 1000); }));
    CHECK(std::count_if(log.begin(), log.end(),
                        [&](const AccessLogEntry &entry) {
                            return entry.word == "rightGivenBack" && entry.caseId == caseId && entry.worker == anna;
                        })
          == 1);
}

TEST_CASE_METHOD(Restored, "a push of nothing but repetitions that gives a right wakes who waits for news")
{
    const auto line = annas.note(caseId, "hers");
    REQUIRE(offer(bos, taken(line)) == OfferVerdict::Taken);
    const auto before = grown;
    CHECK(annas.push(line).kind == VerdictKind::Duplicate);
    CHECK(grown == before + 1);
}

TEST_CASE_METHOD(Restored, "word of a reading gives nobody a right")
{
    const auto line = annas.note(caseId, "hers");
    REQUIRE(offer(bos, taken(line)) == OfferVerdict::Taken);
    const auto read = annas.change(caseId, ids.makeId<RecordId>(), "access", {{"action", "open"}});
    CHECK(offer(annas, taken(read)) == OfferVerdict::Taken);
    CHECK(rightsOf(annas, caseId).empty());
}

TEST_CASE_METHOD(Restored, "a repeated line gives no right to a case that somebody was given or that was taken away")
{
    const auto line = annas.note(caseId, "hers");
    REQUIRE(offer(bos, taken(line)) == OfferVerdict::Taken);
    need(core->administration().assignCase(caseId, bo));
    CHECK(annas.push(line).kind == VerdictKind::Duplicate);
    CHECK(rightsOf(annas, caseId).empty());
}

TEST_CASE_METHOD(Restored, "hello says above which place of the log that the device knows lines are to be offered")
{
    annas.push(annas.note(caseId, "a"));
    const std::string first = logId();
    CHECK_FALSE(hello(annas, first).logChanged);
    const std::int64_t head = need(store->read([&](StoreSnapshot &s) { return s.log().lastSeq(tenant); }));
    const std::string second = need(beginNewLog(*store, random));
    CHECK(hello(annas, first).logChanged);
    CHECK(hello(annas, first).offerAbove == head);
    CHECK_FALSE(hello(annas, second).logChanged);
    CHECK_FALSE(hello(annas, second).offerAbove);
    annas.push(annas.note(caseId, "b"));
    const std::string third = need(beginNewLog(*store, random));
    CHECK(hello(annas, first).offerAbove == head);
    CHECK(hello(annas, second).offerAbove == head + 1);
    CHECK(hello(annas, "a log that began after the backup").offerAbove == head);
    CHECK(hello(annas, third).logId == third);
}

TEST_CASE_METHOD(Restored, "a cursor of the old log goes on where both logs part; one of an unknown log begins anew")
{
    annas.push(annas.note(caseId, "before"));
    TestDevice colleagues(*this, addWorker("Cia", team));
    colleagues.pull();
    need(beginNewLog(*store, random));
    const auto line = annas.note(caseId, "after");
    annas.push(line);
    auto ahead = need(PullCursor::parse(colleagues.cursor));
    ahead.seq += 50; // It had seen what is lost.
    colleagues.cursor = ahead.toString();
    CHECK(colleagues.pullChanges() == std::vector{line.change.id});
    auto unknown = ahead;
    unknown.logId = "of another backup";
    colleagues.cursor = unknown.toString();
    CHECK(colleagues.pullChanges().size() == 2);
}
