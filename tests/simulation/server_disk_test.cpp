// The server's own store on a disk that fails or is full at its n-th call, for every n: nothing is half done, nothing is told
// that is not durable, the error says what it is, and once the disk is back everything goes on.
#include "tests/simulation/crash_vfs.h"
#include "tests/unit/server_world.h"

#include "core/crypto/sealed_outbox.h"
#include "sync/protocol/push_sequence.h"
#include "sync/server/store/embedded/embedded_store.h"

namespace faltakt::server::testing {

namespace {

constexpr const char *Path = "/server.db";

simulation::CrashDisk &disk()
{
    static simulation::CrashDisk disk;
    return disk;
}

crypto::SecretBytes storeKey()
{
    base::SeededRandom random(5);
    return crypto::SecretBytes::makeRandom(random, 32);
}

/// In the test that runs: each is told with one connection for all, and with readers beside the writer.
int &readers()
{
    static int readers = 0;
    return readers;
}

base::Result<std::unique_ptr<EmbeddedStore>> openStore(bool create = false)
{
    return EmbeddedStore::open(
        {.path = Path, .vfs = disk().vfsName(), .create = create, .readers = readers(), .pageCacheMiB = 4}, storeKey());
}

} // namespace

std::unique_ptr<ServerStore> makeWorldStore(const test::TemporaryFolder &, int, base::Random &)
{
    disk().load({});
    readers() = GENERATE(0, 2);
    return need(openStore(true));
}

namespace {

using base::ErrorCode;
using base::Result;
using simulation::CrashKind;
using simulation::DiskFault;

/// What the store holds, as far as a power cut must keep it.
struct Kept {
    std::int64_t lastSeq = 0;
    std::int64_t changes = 0;
    std::size_t quarantined = 0;
    std::int64_t journal = 0;
    std::size_t cases = 0;
    bool operator==(const Kept &) const = default;
};

class DiskWorld : public World {
public:
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();

    DiskWorld()
    {
        annas.push(annas.note(caseId, "first"));
        need(core->administration().assignCase(caseId, bo));
        keep();
    }
    /// From here on the world goes back to this moment.
    void keep()
    {
        m_image = (store.reset(), disk().image());
        reopen();
    }
    void goBack()
    {
        store.reset();
        disk().load(m_image);
        reopen();
    }
    void cutPower()
    {
        disk().goDown();
        store.reset();
        disk().restart(CrashKind::Power, m_chance);
        reopen();
    }
    Kept kept()
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> Result<Kept> {
            Kept kept;
            TRY(kept.lastSeq, snapshot.log().lastSeq(tenant));
            TRY(const auto totals, snapshot.identity().totals());
            kept.changes = totals.changes;
            TRY(const auto returned, snapshot.log().quarantine(tenant));
            kept.quarantined = returned.size();
            TRY(const auto head, snapshot.log().journalHead(tenant, annas.session.device, 1));
            kept.journal = head.n;
            TRY(const auto entries, snapshot.log().accessAfter(tenant, {anna.uuid(), bo.uuid(), team.uuid()}, 0, 1000));
            kept.cases = entries.size();
            return kept;
        }));
    }
    bool accessLogIsWhole()
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> Result<bool> {
            TRY(const auto review, core->accessLog().review(snapshot, tenant, {}, [](const AccessLogEntry &) {}));
            return !review.brokenAt;
        }));
    }

private:
    void reopen()
    {
        core.reset();
        store = need(openStore());
        core = std::make_unique<ServerCore>(
            ServerCoreSetup{.store = *store, .keys = keys, .clock = clock, .random = random, .profileFacts = {}});
    }

    simulation::CrashDisk::Image m_image;
    base::SeededRandom m_chance{11};
};

/// One thing that the server does; the same again must do no harm. What it answers, as text.
using Act = std::function<Result<std::string>()>;

/// Fails at call n for n = 0, 1, … until the act no longer comes to it; gives how often it failed.
int failAtEachCall(DiskWorld &world, DiskFault fault, const Act &act)
{
    const Kept before = world.kept();
    const auto sound = need(act());
    const Kept after = world.kept();
    for (int n = 0; n < 2000; ++n) {
        world.goBack();
        disk().failAfter(n, fault);
        const auto result = act();
        const bool struck = disk().mend();
        if (!struck) {
            REQUIRE(result);
            return n;
        }
        INFO("call " << n);
        if (!result) {
            CHECK(result.error().code()
                  == (fault == DiskFault::Full ? ErrorCode::StorageFull : ErrorCode::StorageFailed));
            // Where the last sync failed it may yet be there, as after a crash; but not in part.
            const Kept found = world.kept();
            CHECK((found == before || found == after));
        } else {
            CHECK(world.kept() == after);
            world.cutPower();
            CHECK(world.kept() == after);
        }
        CHECK(world.accessLogIsWhole());
        const auto again = act();
        REQUIRE(again);
        CHECK(*again == sound);
        world.cutPower();
        CHECK(world.kept() == after);
        CHECK(world.accessLogIsWhole());
    }
    FAIL("the act has no end");
    return -1;
}

DiskFault someFault() { return GENERATE(DiskFault::ErrorOnce, DiskFault::Error, DiskFault::Full); }

} // namespace

TEST_CASE_METHOD(DiskWorld, "a push is taken whole or not at all, wherever the disk fails")
{
    const auto batch = annas.append({annas.note(caseId, std::string(20'000, 'x')).line,
                                     annas.note(ids.makeId<CaseId>(), "a new case").line,
                                     annas.change(caseId, ids.makeId<RecordId>(), "note", {{"text", 7}}).line});
    const int calls = failAtEachCall(*this, someFault(), [&]() -> Result<std::string> {
        TRY(const auto answer, annas.pushBatch(batch));
        const auto &verdicts = std::get<protocol::PushVerdicts>(answer).verdicts;
        std::string kinds;
        for (const auto &verdict : verdicts)
            kinds += verdict.receipt ? std::to_string(verdict.receipt->seq) + ' ' : verdict.reason;
        return kinds;
    });
    CHECK(calls > 5);
}

TEST_CASE_METHOD(DiskWorld, "a page leaves only with its note in the access log, wherever the disk fails")
{
    const int calls = failAtEachCall(*this, someFault(), [&]() -> Result<std::string> {
        TRY(const auto page, core->pull().pull(bos.session, {.cursor = {}, .limit = 100, .wait = {}, .epoch = 1}));
        return protocol::encodePullPage(page);
    });
    CHECK(calls > 0);
}

TEST_CASE_METHOD(DiskWorld, "greeting and comparing fail whole, wherever the disk fails")
{
    const auto fault = someFault();
    const int greeting = failAtEachCall(*this, fault, [&]() -> Result<std::string> {
        protocol::HelloRequest request;
        request.device = annas.session.device;
        request.n = annas.n;
        request.link = annas.link;
        TRY(const auto answer, core->hello().hello(request, annas.key.publicKey()));
        return std::to_string(answer.n);
    });
    CHECK(greeting > 0);
    bos.pull();
    const auto logId = need(store->read([](StoreSnapshot &s) { return s.identity().setting("logId"); }));
    keep();
    (void)failAtEachCall(*this, fault, [&]() -> Result<std::string> {
        TRY(const auto answer, core->digest().compare(bos.session, {bos.cursor, logId, {}}));
        return protocol::encode(answer);
    });
}

TEST_CASE_METHOD(DiskWorld, "lines that a restored server had lost are taken back whole, wherever the disk fails")
{
    std::vector<changelog::OfferedLine> lines;
    for (int i = 0; i < 3; ++i) {
        const auto line = annas.note(ids.makeId<CaseId>(), "lost with the disk");
        const auto received = clock.now() - std::chrono::hours(5);
        lines.push_back(
            {{500 + i, received, makeStamp(keys.stampKey(), tenant, 500 + i, received, line.hash)}, line.line});
    }
    const int calls = failAtEachCall(*this, someFault(), [&]() -> Result<std::string> {
        TRY(const auto verdicts, core->offer().take(annas.session, lines));
        for (const auto verdict : verdicts)
            if (verdict == changelog::OfferVerdict::Refused)
                return base::fail(ErrorCode::Internal, "refused");
        return std::string();
    });
    CHECK(calls > 5);
}

TEST_CASE_METHOD(DiskWorld, "a sealed outbox is taken whole, wherever the disk fails")
{
    const auto run = annas.append({annas.note(caseId, "sealed").line, annas.note(caseId, "too").line});
    const auto pushes = need(protocol::signPushes(run, tenant, annas.session.device, annas.key));
    const std::string text = protocol::encodePushSequence(pushes);
    const auto bytes = base::bytesOf(text);
    const auto all = need(store->read([](StoreSnapshot &s) { return s.identity().tenants(); }));
    const crypto::SealedOutbox outbox{annas.session.device, ids.make(), base::Bytes(bytes.begin(), bytes.end())};
    const auto sealed = need(outbox.sealFor(all.front().outboxKey));
    const int calls = failAtEachCall(*this, someFault(), [&]() -> Result<std::string> {
        TRY(const auto answer, core->outbox().take(tenant, sealed));
        return std::to_string(answer.taken) + ' ' + std::to_string(answer.quarantined);
    });
    CHECK(calls > 5);
}

TEST_CASE_METHOD(DiskWorld, "a right is given and a device is revoked whole, wherever the disk fails")
{
    const auto fault = someFault();
    const auto orphan = ids.makeId<CaseId>();
    annas.push(annas.note(orphan, "soon also hers"));
    keep();
    const int giving = failAtEachCall(*this, fault, [&]() -> Result<std::string> {
        TRY_VOID(core->administration().assignCase(orphan, bo));
        return std::string();
    });
    CHECK(giving > 3);
    goBack();
    const int revoking = failAtEachCall(*this, fault, [&]() -> Result<std::string> {
        TRY_VOID(core->administration().revokeDevice(bos.session.device));
        return std::string();
    });
    CHECK(revoking > 3);
}

TEST_CASE_METHOD(DiskWorld, "a ticket that a failing disk kept from being used can be used once more")
{
    const auto ticket = need(core->enrolment().makeTicket(anna));
    const auto key = need(crypto::SigningKey::make());
    keep();
    const auto fault = someFault();
    for (int n = 0; n < 2000; ++n) {
        goBack();
        disk().failAfter(n, fault);
        const auto enrol = [&] {
            return core->enrolment().enrol({ticket.secret, key.publicKey(), "phone", "test"}, key.publicKey());
        };
        const auto enrolled = enrol();
        const bool struck = disk().mend();
        if (!struck)
            return;
        INFO("call " << n);
        if (enrolled)
            cutPower();
        const auto device = enrolled ? Result<DeviceId>(enrolled->device)
                                     : enrol().transform([](const auto &answer) { return answer.device; });
        REQUIRE(device);
        CHECK(need(store->read([&](StoreSnapshot &s) { return s.identity().device(tenant, *device); })).has_value());
    }
}

TEST_CASE_METHOD(DiskWorld, "a copy that fails leaves the store as it was, and the next one is whole")
{
    const Kept before = kept();
    const auto fault = someFault();
    for (int n = 0; n < 2000; ++n) {
        goBack();
        disk().failAfter(n, fault);
        const auto copied = store->copyInto("/copy.db");
        const bool struck = disk().mend();
        INFO("call " << n);
        CHECK(kept() == before);
        if (!copied) {
            const auto code = copied.error().code();
            CHECK((code == ErrorCode::StorageFailed || code == ErrorCode::StorageFull));
            need(store->copyInto("/second.db"));
        }
        const auto copy = need(EmbeddedStore::open(
            {.path = copied ? "/copy.db" : "/second.db", .vfs = disk().vfsName(), .readers = 0, .pageCacheMiB = 4},
            storeKey()));
        CHECK(need(copy->read([&](StoreSnapshot &s) { return s.log().lastSeq(tenant); })) == before.lastSeq);
        if (!struck)
            return;
    }
}

TEST_CASE_METHOD(DiskWorld, "a store that could not be opened opens as it was when the disk is back")
{
    const Kept before = kept();
    annas.push(annas.note(caseId, "in the log beside the file"));
    const Kept after = kept();
    const auto fault = someFault();
    for (int n = 0; n < 2000; ++n) {
        goBack();
        annas.n = before.journal;
        annas.link = need(store->read([&](StoreSnapshot &s) {
                         return s.log().journalHead(tenant, annas.session.device, 1);
                     })).link;
        annas.push(annas.note(caseId, "in the log beside the file"));
        disk().goDown();
        store.reset();
        base::SeededRandom chance{std::uint64_t(n)};
        disk().restart(CrashKind::Process, chance);
        disk().failAfter(n, fault);
        auto opened = openStore();
        const bool struck = disk().mend();
        INFO("call " << n);
        if (!opened)
            opened = openStore();
        REQUIRE(opened);
        store = std::move(*opened);
        CHECK(kept() == after);
        if (!struck)
            return;
    }
}

} // namespace faltakt::server::testing
