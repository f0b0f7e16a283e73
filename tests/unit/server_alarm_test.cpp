// Visits of people who work alone: the team's own case, the alarm when nobody checks out, and whose clock counts.
#include "core/casework/visit_watch.h"
#include "sync/server/api/alarm_service.h"
#include "sync/server/api/worker_role.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace json = faltakt::base::json;
namespace changelog = faltakt::changelog;
using namespace std::chrono_literals;

namespace {

std::string text(base::Instant at) { return base::formatInstant(at); }

/// A team of a leader and two workers, its case, and their devices.
struct TeamWorld : World {
    TeamWorld()
    {
        leader = need(core->administration().addWorker(tenant, team, "Lea", "teamLeader"));
        need(core->teams().keep());
        annas = std::make_unique<TestDevice>(*this, addWorker("Anna", team));
        bos = std::make_unique<TestDevice>(*this, addWorker("Bo", team));
        need(core->teams().keep());
        annas->pull();
        bos->pull();
    }

    ChangeLine checkIn(TestDevice &by, base::Duration ahead)
    {
        record = ids.makeId<RecordId>();
        return by.change(teamCase, record, "visitWatch",
                         {{"worker", by.session.worker.toString()},
                          {"startedAt", text(clock.now())},
                          {"plannedEnd", text(clock.now() + ahead)},
                          {"place", "Storgatan 1"}});
    }
    /// Anna's visit of an hour, at the server.
    void annaIsOut()
    {
        visit = checkIn(*annas, 1h);
        REQUIRE(annas->push(visit).kind == VerdictKind::Accepted);
    }
    Verdict edit(TestDevice &by, json::Object fields)
    {
        return by.push(by.change(teamCase, record, "visitWatch", std::move(fields), {visit.change.id}));
    }
    std::vector<VisitAlarm> raise() { return need(core->alarms().raise()); }
    std::vector<VisitAlarm> standing() { return need(core->alarms().standing(tenant)); }

    WorkerId leader;
    CaseId teamCase = TeamDesk::caseOf(team);
    std::unique_ptr<TestDevice> annas;
    std::unique_ptr<TestDevice> bos;
    RecordId record;
    ChangeLine visit;
};

/// Everything of these kinds that the device pulls, as kind and fields.
std::vector<std::string> linesOf(TestDevice &device, const std::string &kind)
{
    std::vector<std::string> lines;
    for (const auto &item : device.pull())
        if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
            for (const RecordSet &set : delivered->line.change.sets)
                if (set.kind == kind)
                    lines.push_back(json::serialise(set.fields));
    return lines;
}

} // namespace

TEST_CASE("a team has a case of its own that tells its people from one another")
{
    World world;
    const WorkerId anna = world.addWorker("Anna", world.team);
    need(world.core->administration().addWorker(world.tenant, world.team, "Lea", "teamLeader"));
    world.addWorker("Somebody else's");
    need(world.core->teams().keep());
    TestDevice device(world, anna);
    const auto items = device.pull();
    std::string all;
    for (const auto &item : items)
        if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
            all += delivered->line.line;
    CHECK(all.find(R"("teamName":"team")") != std::string::npos);
    CHECK(all.find(R"("name":"Anna")") != std::string::npos);
    CHECK(all.find(R"("leads":true)") != std::string::npos);
    CHECK(all.find("Somebody") == std::string::npos);
}

TEST_CASE("a team's case that says how it is stays as it is, also for another process")
{
    World world;
    world.addWorker("Anna", world.team);
    need(world.core->teams().keep());
    const int grown = world.grown;
    need(world.core->teams().keep());
    TeamDesk another(*world.store, world.core->author(), world.clock, [&](TenantId) { ++world.grown; });
    need(another.keep());
    CHECK(world.grown == grown);
}

TEST_CASE("who leaves a team is told there and taken up in the other one")
{
    World world;
    const WorkerId anna = world.addWorker("Anna", world.team);
    need(world.core->teams().keep());
    const TeamId other = need(world.core->administration().addTeam(world.tenant, "other"));
    need(world.store->write([&](StoreTransaction &transaction) {
        return setWorkerRole(transaction, world.core->accessLog(), anna, "caseworker", other);
    }));
    need(world.core->teams().keep());
    TestDevice bos(world, world.addWorker("Bo", world.team));
    TestDevice annas(world, anna);
    CHECK(linesOf(bos, "colleague").back() == R"({"left":true})");
    const auto there = linesOf(annas, "colleague");
    REQUIRE(there.size() == 1);
    CHECK(there.front().find(R"("name":"Anna")") != std::string::npos);
}

TEST_CASE("nobody hears of a visit that is checked out of in time")
{
    TeamWorld world;
    world.annaIsOut();
    world.clock.advance(59min);
    CHECK(world.raise().empty());
    REQUIRE(world.edit(*world.annas, {{"endedAt", text(world.clock.now())}}).kind == VerdictKind::Accepted);
    world.clock.advance(10min);
    CHECK(world.raise().empty());
    CHECK(world.standing().empty());
}

TEST_CASE("a visit without a check-out is told to the team once")
{
    TeamWorld world;
    world.annaIsOut();
    world.bos->pull();
    world.clock.advance(1h);
    const int grown = world.grown;
    const auto raised = world.raise();
    REQUIRE(raised.size() == 1);
    CHECK(raised.front().workerName == "Anna");
    CHECK(raised.front().teamName == "team");
    CHECK(raised.front().record == world.record);
    CHECK(world.grown == grown + 1);
    CHECK(world.raise().empty());
    const auto told = linesOf(*world.bos, "visitWatch");
    REQUIRE(told.size() == 1);
    CHECK(told.front()
          == R"({"alarm":{"at":")" + text(world.clock.now()) + R"(","end":")" + text(world.clock.now()) + R"("}})");
    CHECK(world.standing().size() == 1);
}

TEST_CASE("two processes tell the team once")
{
    TeamWorld world;
    world.annaIsOut();
    ServerCore second(
        {.store = *world.store, .keys = world.keys, .clock = world.clock, .random = world.random, .profileFacts = {}});
    world.clock.advance(2h);
    CHECK(world.raise().size() + need(second.alarms().raise()).size() == 1);
    CHECK(linesOf(*world.bos, "visitWatch").size() == 2); // The visit and its one alarm.
}

TEST_CASE("an alarm ends with the check-out")
{
    TeamWorld world;
    world.annaIsOut();
    world.clock.advance(2h);
    world.raise();
    REQUIRE(world.edit(*world.annas, {{"endedAt", text(world.clock.now())}}).kind == VerdictKind::Accepted);
    CHECK(world.standing().empty());
}

TEST_CASE("an end that was moved is minded anew, before an alarm and after it")
{
    TeamWorld world;
    world.annaIsOut();
    const bool isLate = GENERATE(false, true);
    if (isLate) {
        world.clock.advance(61min);
        REQUIRE(world.raise().size() == 1);
    }
    const base::Instant moved = world.clock.now() + 90min;
    REQUIRE(world.edit(*world.annas, {{"plannedEnd", text(moved)}}).kind == VerdictKind::Accepted);
    CHECK(world.standing().empty());
    world.clock.advance(89min);
    CHECK(world.raise().empty());
    world.clock.advance(1min);
    CHECK(world.raise().size() == 1);
}

TEST_CASE("a check-in that comes after its end is told at once")
{
    TeamWorld world;
    const ChangeLine late = world.checkIn(*world.annas, 30min);
    world.clock.advance(45min);
    REQUIRE(world.annas->push(late).kind == VerdictKind::Accepted);
    CHECK(world.raise().size() == 1);
}

TEST_CASE("a check-in and a check-out that come together are told to nobody")
{
    TeamWorld world;
    world.visit = world.checkIn(*world.annas, 30min);
    world.clock.advance(45min);
    const ChangeLine out = world.annas->change(world.teamCase, world.record, "visitWatch",
                                               {{"endedAt", text(world.clock.now())}}, {world.visit.change.id});
    world.annas->pushTaken({world.visit, out});
    CHECK(world.raise().empty());
}

TEST_CASE("a device whose clock is ahead is minded by the time that it gave itself")
{
    TeamWorld world;
    const auto ahead = std::chrono::hours(5);
    world.clock.advance(ahead);
    const ChangeLine visit = world.checkIn(*world.annas, 1h);
    world.clock.advance(-ahead);
    REQUIRE(world.annas->push(visit).kind == VerdictKind::Accepted);
    world.clock.advance(59min);
    CHECK(world.raise().empty());
    world.clock.advance(1min);
    CHECK(world.raise().size() == 1);
}

TEST_CASE("no visit is minded for longer than a day")
{
    TeamWorld world;
    REQUIRE(world.annas->push(world.checkIn(*world.annas, 24h * 365)).kind == VerdictKind::Accepted);
    world.clock.advance(24h);
    CHECK(world.raise().size() == 1);
}

TEST_CASE("of two ends that did not know of each other the earlier one is minded")
{
    TeamWorld world;
    world.annaIsOut();
    const auto base = std::vector<ChangeId>{world.visit.change.id};
    const auto moved = [&](TestDevice &by, base::Duration ahead) {
        return by.push(by.change(world.teamCase, world.record, "visitWatch",
                                 {{"plannedEnd", text(world.clock.now() + ahead)}}, base));
    };
    TestDevice annasOther(world, world.annas->session.worker);
    REQUIRE(moved(*world.annas, 5h).kind == VerdictKind::Accepted);
    REQUIRE(moved(annasOther, 2h).kind == VerdictKind::Accepted);
    world.clock.advance(2h);
    CHECK(world.raise().size() == 1);
}

TEST_CASE("somebody says to take care of an alarm, at the server or on a device")
{
    TeamWorld world;
    world.annaIsOut();
    CHECK(world.core->alarms().acknowledge(world.tenant, world.record).error().code() == base::ErrorCode::NotFound);
    world.clock.advance(1h);
    const base::Instant end = world.clock.now();
    world.raise();
    if (GENERATE(true, false)) {
        need(world.core->alarms().acknowledge(world.tenant, world.record));
        need(world.core->alarms().acknowledge(world.tenant, world.record));
        CHECK(world.standing().front().seenBy == "server");
    } else {
        const auto seen = faltakt::casework::watchSeen(world.bos->session.worker, world.clock.now(), end);
        REQUIRE(world.bos->push(world.bos->change(world.teamCase, world.record, "visitWatch", {{"care", seen}})).kind
                == VerdictKind::Accepted);
        CHECK(world.standing().front().seenBy == "Bo");
    }
    CHECK(world.raise().empty());
}

TEST_CASE("nobody else says that a visit is over or takes longer, and so keeps its alarm back")
{
    TeamWorld world;
    world.annaIsOut();
    const auto refused = [&](json::Object fields) {
        const Verdict verdict = world.edit(*world.bos, std::move(fields));
        return verdict.kind == VerdictKind::Quarantined && verdict.reason == "access";
    };
    const std::string later = text(world.clock.now() + 20h);
    CHECK(refused({{"endedAt", text(world.clock.now())}}));
    CHECK(refused({{"plannedEnd", later}}));
    CHECK(refused({{"deleted", true}}));
    CHECK(refused({{"place", "elsewhere"}}));
    CHECK(refused({{"phone", "0700000000"}}));
    // Nor by saying first whose it is.
    CHECK(refused({{"worker", world.bos->session.worker.toString()}}));
    CHECK(refused({{"worker", world.annas->session.worker.toString()}, {"endedAt", later}}));
    world.clock.advance(1h);
    REQUIRE(world.raise().size() == 1);
    // Nor does anybody say in another's name to take care of it, or take that back.
    const auto care = [&](const TestDevice &by) {
        return json::Object{
            {"care", faltakt::casework::watchSeen(by.session.worker, world.clock.now(), world.clock.now())}};
    };
    CHECK(refused(care(*world.annas)));
    CHECK(refused({{"care", json::Value()}}) == false); // Nobody has said it.
    CHECK(world.standing().size() == 1);
    CHECK(world.standing().front().seenBy.empty());
    TestDevice third(world, world.addWorker("Cia", world.team));
    REQUIRE(world.edit(third, care(third)).kind == VerdictKind::Accepted);
    CHECK(refused({{"care", json::Value()}}));
    CHECK(world.standing().front().seenBy == "Cia");
    CHECK(world.edit(third, {{"care", json::Value()}}).kind == VerdictKind::Accepted);
}

TEST_CASE("nobody is checked in by somebody else")
{
    TeamWorld world;
    const auto checkIn = [&](json::Object fields) {
        fields.set("plannedEnd", text(world.clock.now() + 1h));
        return world.bos->push(
            world.bos->change(world.teamCase, world.ids.makeId<RecordId>(), "visitWatch", std::move(fields)));
    };
    CHECK(checkIn({{"worker", world.annas->session.worker.toString()}}).reason == "access");
    CHECK(checkIn({}).reason == "access");
    world.clock.advance(2h);
    CHECK(world.raise().empty());
}

TEST_CASE("what the server alone may say is taken from no device")
{
    TeamWorld world;
    world.annaIsOut();
    const auto alarm = faltakt::casework::watchAlarm(world.clock.now(), world.clock.now());
    const Verdict forged = world.edit(*world.bos, {{"alarm", alarm}});
    CHECK(forged.kind == VerdictKind::Quarantined);
    CHECK(forged.reason == "schema");
    const auto refused = [&](CaseId caseId, const std::string &kind, json::Object fields) {
        return world.bos->push(world.bos->change(caseId, world.ids.makeId<RecordId>(), kind, std::move(fields))).kind
               == VerdictKind::Quarantined;
    };
    CHECK(refused(world.teamCase, "colleague", {{"name", "Nobody"}}));
    CHECK(refused(world.ids.makeId<CaseId>(), "case", {{"team", world.team.toString()}}));
    CHECK(refused(world.ids.makeId<CaseId>(), "case", {{"teamName", "x"}}));
}

TEST_CASE("who is in no team of the case may not check in there")
{
    TeamWorld world;
    TestDevice stranger(world, world.addWorker("Stranger"));
    const Verdict verdict = stranger.push(world.checkIn(stranger, 1h));
    CHECK(verdict.kind == VerdictKind::Quarantined);
    world.clock.advance(2h);
    CHECK(world.raise().empty());
}

TEST_CASE("a team's own case is not listed, assigned, taken away or closed")
{
    TeamWorld world;
    Administration &office = world.core->administration();
    CHECK(need(office.cases(world.tenant)).empty());
    for (const auto &done :
         {office.assignCase(world.teamCase, world.leader), office.unassignCase(world.teamCase, world.leader),
          office.closeCase(world.teamCase, "done")}) {
        REQUIRE_FALSE(done);
        CHECK(done.error().code() == base::ErrorCode::Refused);
    }
}
