// Who is told that something is new: nobody whom it concerns may be left waiting, and few others are asked.
#include "sync/server/api/news_board.h"
#include "sync/server/api/pull_cursor.h"
#include "tests/unit/server_world.h"

#include <array>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;

namespace {

/// Two teams of two, each with a device; everybody has pulled to the end.
struct Town : World {
    Town()
    {
        const TeamId other = need(core->administration().addTeam(tenant, "other"));
        for (int i = 0; i < 4; ++i)
            devices.push_back(
                std::make_unique<TestDevice>(*this, addWorker("worker " + std::to_string(i), i < 2 ? team : other)));
        settle();
    }
    void settle()
    {
        for (const auto &device : devices)
            device->pull();
    }
    static std::int64_t placeOf(const TestDevice &device) { return need(PullCursor::parse(device.cursor)).seq; }
    /// A new look each time.
    std::optional<std::int64_t> quietUntil(const TestDevice &device)
    {
        const auto grantees = need(board.waiting(device.session)).grantees;
        return board.quietUntil(device.session, grantees, placeOf(device), ++generation);
    }
    std::int64_t last()
    {
        return need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); }));
    }

    std::vector<std::unique_ptr<TestDevice>> devices;
    NewsBoard board{*store};
    std::uint64_t generation = 0;
};

} // namespace

TEST_CASE_METHOD(Town, "a change concerns the team of its case and leaves the other team quiet")
{
    devices[0]->push(devices[0]->note(ids.makeId<CaseId>()));
    CHECK_FALSE(quietUntil(*devices[1]));
    CHECK(quietUntil(*devices[2]) == last());
    CHECK(quietUntil(*devices[3]) == last());
}

TEST_CASE_METHOD(Town, "a right alone, and a new device's key, are for everybody to look at")
{
    const CaseId caseId = ids.makeId<CaseId>();
    devices[0]->push(devices[0]->note(caseId));
    settle();
    CHECK(quietUntil(*devices[3]));
    SECTION("a right")
    {
        need(store->write([&](StoreTransaction &transaction) {
            return setAccess(transaction, tenant, caseId, devices[3]->session.worker.uuid(),
                             changelog::CompartmentSet::ofCaseworker());
        }));
    }
    SECTION("a key") { TestDevice another(*this, addWorker("new", team)); }
    SECTION("a revocation") { need(core->administration().revokeDevice(devices[3]->session.device)); }
    CHECK_FALSE(quietUntil(*devices[3]));
}

TEST_CASE_METHOD(Town, "an order for a device is for that one to hear, until it is carried out")
{
    const auto order = GENERATE(Administration::DeviceOrder::Lock, Administration::DeviceOrder::Wipe);
    const Session &ordered = devices[1]->session;
    const int before = grown;
    need(core->administration().orderDevice(ordered.device, order));
    CHECK(grown == before + 1);
    CHECK(need(board.waiting(ordered)).isOrdered);
    CHECK_FALSE(need(board.waiting(devices[0]->session)).isOrdered);
    CHECK_FALSE(quietUntil(*devices[1]));
    CHECK(quietUntil(*devices[0]) == last());
    // The same once more is no news.
    need(core->administration().orderDevice(ordered.device, order));
    CHECK(grown == before + 1);
    need(store->write([&](StoreTransaction &t) -> base::Result<void> {
        TRY(const auto open, t.identity().openCommands(tenant, ordered.device));
        return t.identity().closeCommand(tenant, ordered.device, open.front().id, clock.now());
    }));
    CHECK(quietUntil(*devices[1]) == last());
}

TEST_CASE_METHOD(Town, "one look serves all who wait under one generation, and a later one is looked at anew")
{
    const auto grantees = need(board.waiting(devices[2]->session)).grantees;
    const std::int64_t before = last();
    CHECK(board.quietUntil(devices[2]->session, grantees, before, 1) == before);
    devices[2]->push(devices[2]->note(ids.makeId<CaseId>()));
    CHECK(board.quietUntil(devices[2]->session, grantees, before, 1) == before);
    CHECK_FALSE(board.quietUntil(devices[2]->session, grantees, before, 2));
    // Who stands before what was looked at has it looked at from there.
    const auto others = need(board.waiting(devices[0]->session)).grantees;
    CHECK(board.quietUntil(devices[0]->session, others, last(), 3) == last());
    CHECK_FALSE(board.quietUntil(devices[2]->session, grantees, before, 3));
}

TEST_CASE_METHOD(Town, "a place beyond the end of the order is for the walk to judge")
{
    const auto grantees = need(board.waiting(devices[0]->session)).grantees;
    CHECK_FALSE(board.quietUntil(devices[0]->session, grantees, last() + 5, 1));
}

TEST_CASE_METHOD(Town, "whoever is told to be quiet would have found nothing, whatever is done")
{
    base::SeededRandom dice(20261126);
    std::vector<std::pair<std::size_t, CaseId>> cases;
    int quiet = 0;
    for (int round = 0; round < 120; ++round) {
        const std::size_t author = dice.below(devices.size());
        const std::size_t one = cases.empty() ? 0 : dice.below(cases.size());
        const auto act = cases.empty() ? 0 : dice.below(5);
        if (act == 0) {
            cases.emplace_back(author, ids.makeId<CaseId>());
            devices[author]->push(devices[author]->note(cases.back().second));
        } else if (act == 1) {
            devices[cases[one].first]->push(devices[cases[one].first]->note(cases[one].second));
        } else if (act == 2) {
            need(core->administration().assignCase(cases[one].second, devices[author]->session.worker));
        } else if (act == 3) {
            (void)core->administration().unassignCase(cases[one].second, devices[author]->session.worker);
        }
        for (const auto &device : devices) {
            const auto until = quietUntil(*device);
            const std::string before = device->cursor;
            // Not everybody pulls each time, so that stretches of several acts are looked at too.
            if (!until && dice.below(2) == 0)
                device->pull();
            if (!until)
                continue;
            ++quiet;
            CHECK(device->pull().empty());
            CHECK(placeOf(*device) == *until);
            device->cursor = dice.below(2) == 0 ? before : device->cursor;
        }
    }
    CHECK(quiet > 50);
}
