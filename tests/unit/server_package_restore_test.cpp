// Field packages after a server was put back, and what a device was to forget until its receipt.
#include "tests/unit/server_package_world.h"

#include "sync/server/api/log_history.h"
#include "sync/server/api/open_forgets.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;

TEST_CASE_METHOD(OldCase, "a server put back tells anew how much stays behind, once, and none as well")
{
    const std::size_t limit = GENERATE(1, 1000);
    assignBo();
    pull();
    const auto fetched = GENERATE(false, true);
    if (fetched) {
        fetch();
        pull();
    }
    // What the lost part of the old log had said.
    held.older = 99;
    need(beginNewLog(*store, random));
    pull(limit);
    CHECK(held.older == (fetched ? 0 : Behind));
    CHECK(TestDevice::linesIn<OlderLine>(pull(limit)).empty());
}

TEST_CASE_METHOD(OldCase, "after a server was put back, many cases are told in several pages, each within the budget")
{
    constexpr int SmallBudget = 30;
    assignBo();
    std::set<CaseId> all{caseId};
    for (int i = 0; i < 5; ++i) {
        const auto other = ids.makeId<CaseId>();
        all.insert(other);
        annas.push(annas.note(other));
        need(core->administration().assignCase(other, bo));
    }
    bos.pull();
    need(beginNewLog(*store, random));
    PullService small(*store, core->accessLog(), clock, {}, SmallBudget);
    std::set<CaseId> told;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        REQUIRE(pages < 100);
        const auto page =
            need(small.pull(bos.session, {.cursor = bos.cursor, .limit = 1000, .wait = {}, .epoch = bos.epoch}));
        for (const auto &line : TestDevice::linesIn<OlderLine>(page.items))
            told.insert(line.caseId);
        bos.cursor = page.cursor;
        more = page.more;
    }
    CHECK(told == all);
    CHECK(pages > 2);
}

TEST_CASE_METHOD(OldCase,
                 "what a device was to forget stays open until its receipt, and a receipt of another log says nothing")
{
    const auto open = [&] {
        return need(store->read([&](StoreSnapshot &s) -> faltakt::base::Result<OpenForgets> {
            TRY(const auto device, s.identity().device(tenant, bos.session.device));
            return openForgets(s.log(), *device, {bo.uuid()});
        }));
    };
    const auto greet = [&](std::int64_t forgotten, const std::string &log) {
        faltakt::protocol::HelloRequest hello;
        hello.device = bos.session.device;
        hello.app = "test";
        hello.logId = log;
        hello.forgotten = forgotten;
        need(core->hello().hello(hello, bos.key.publicKey()));
    };
    assignBo();
    CHECK(open().count == 0);
    clock.advance(std::chrono::hours(1));
    const auto taken = clock.now();
    need(core->administration().unassignCase(caseId, bo));
    clock.advance(std::chrono::hours(1));
    assignBo();
    need(core->administration().unassignCase(caseId, bo));
    CHECK(open().count == 2);
    CHECK(open().since == taken);
    greet(1'000'000, "another");
    CHECK(open().count == 2);
    const auto forgets = TestDevice::linesIn<ForgetLine>(pull());
    REQUIRE(forgets.size() == 2);
    greet(forgets.front().seq, logId());
    CHECK(open().count == 1);
    greet(forgets.back().seq, logId());
    CHECK(open().count == 0);
    CHECK_FALSE(open().since);
}
