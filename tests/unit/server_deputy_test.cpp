// Deputies: who may name one, when the right comes and goes, and what does not make it last longer.
#include "core/casework/deputy.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/record_reader.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace casework = faltakt::casework;
namespace json = faltakt::base::json;
namespace changelog = faltakt::changelog;
using changelog::CompartmentSet;
using namespace std::chrono_literals;

namespace {

constexpr const char *FirstDay = "2026-03-04";
constexpr const char *LastDay = "2026-03-06";

base::Date day(const char *text) { return need(base::parseDate(text)); }

/// Anna's matter, which nobody else of the team sees. Bo and Cia are of her team, Dan is not. It is the second of March.
struct Absence : World {
    Absence()
    {
        const TeamId other = need(core->administration().addTeam(tenant, "other"));
        annas = std::make_unique<TestDevice>(*this, addWorker("Anna", team));
        bos = std::make_unique<TestDevice>(*this, addWorker("Bo", team));
        cias = std::make_unique<TestDevice>(*this, addWorker("Cia", team));
        dans = std::make_unique<TestDevice>(*this, addWorker("Dan", other));
        caseId = makeCase();
    }
    CaseId makeCase()
    {
        const auto id = ids.makeId<CaseId>();
        annas->pushTaken(
            {annas->change(id, ids.makeId<RecordId>(), "case", {{"stage", "intake"}, {"responsible", idOf(*annas)}}),
             annas->note(id, "secret")});
        need(
            store->write([&](StoreTransaction &t) { return setAccess(t, tenant, id, team.uuid(), CompartmentSet()); }));
        return id;
    }
    static std::string idOf(const TestDevice &device) { return device.session.worker.toString(); }
    static bool taken(const Verdict &verdict) { return verdict.kind == VerdictKind::Accepted; }

    json::Object naming(const TestDevice &from, const TestDevice &to) const
    {
        return {{"from", idOf(from)}, {"fromName", "F"},      {"to", idOf(to)},
                {"toName", "T"},      {"firstDay", FirstDay}, {"lastDay", LastDay}};
    }
    Verdict name(TestDevice &by, json::Object fields)
    {
        named = by.change(caseId, record = ids.makeId<RecordId>(), "deputy", std::move(fields));
        return by.push(named);
    }
    void nameBo() { REQUIRE(taken(name(*annas, naming(*annas, *bos)))); }
    Verdict edit(TestDevice &by, json::Object fields)
    {
        return by.push(by.change(caseId, record, "deputy", std::move(fields), {named.change.id}));
    }
    /// The server's clock shows this, and the server has looked.
    void at(base::Instant when)
    {
        clock.setWall(when);
        need(core->deputies().keep());
    }
    void atFirstDay() { at(casework::opensAt(day(FirstDay))); }
    void afterLastDay() { at(casework::closesAfter(day(LastDay))); }

    CompartmentSet rightOf(const TestDevice &device)
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<CompartmentSet> {
            TRY(const auto entries,
                snapshot.log().accessOfCase(tenant, caseId, {device.session.worker.uuid(), team.uuid()}));
            return CaseAccess(entries).effective();
        }));
    }
    bool leaves()
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<bool> {
            const RecordReader reader(snapshot.log(), tenant);
            TRY(const auto found, snapshot.log().recordState(tenant, record));
            const auto told = reader.value(*found, "leaves");
            return told.boolean() && *told.boolean();
        }));
    }
    void protectPerson()
    {
        annas->pushTaken(
            {annas->change(caseId, ids.makeId<RecordId>(), "person", {{"protection", "sekretessmarkering"}})});
    }

    std::unique_ptr<TestDevice> annas, bos, cias, dans;
    CaseId caseId;
    RecordId record;
    ChangeLine named;
};

constexpr CompartmentSet Whole = CompartmentSet::ofCaseworker();

} // namespace

TEST_CASE("a deputy has the file from the first day on, by the Swedish calendar, and no moment before")
{
    Absence absence;
    absence.nameBo();
    CHECK(absence.rightOf(*absence.bos).empty());
    absence.at(casework::opensAt(day(FirstDay)) - 1ms);
    CHECK(absence.rightOf(*absence.bos).empty());
    CHECK(absence.bos->pullChanges().empty());
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.bos) == Whole);
    CHECK(absence.bos->pullChanges().size() == 4); // Case, note, naming, and that it leaves with the last day.
    CHECK(absence.leaves());
    CHECK(absence.rightOf(*absence.annas) == Whole);
}

TEST_CASE("the right goes with the last day by itself, and the device is told to forget")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    absence.bos->pull();
    absence.at(casework::closesAfter(day(LastDay)) - 1ms);
    CHECK(absence.rightOf(*absence.bos) == Whole);
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos).empty());
    CHECK(TestDevice::linesIn<changelog::ForgetLine>(absence.bos->pull()).size() == 1);
    CHECK(need(absence.core->deputies().keep()) == 0);
}

TEST_CASE("a server that slept through all the days gives nothing")
{
    Absence absence;
    absence.nameBo();
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos).empty());
    CHECK(absence.bos->pullChanges().empty());
}

TEST_CASE("what a deputy wrote in time comes in after the last day, and what was written later does not")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    absence.bos->pull();
    const auto inTime = absence.bos->note(absence.caseId, "in time");
    absence.afterLastDay();
    const auto late = absence.bos->note(absence.caseId, "late");
    absence.clock.setWall(absence.clock.now() + 48h);
    CHECK(Absence::taken(absence.bos->push(inTime)));
    CHECK_FALSE(Absence::taken(absence.bos->push(late)));
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("what a deputy wrote in time comes in for two weeks")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    const auto inTime = absence.bos->note(absence.caseId, "in time");
    absence.at(casework::closesAfter(day(LastDay)) + 1h);
    absence.at(casework::closesAfter(day(LastDay)) + 14 * 24h);
    CHECK_FALSE(Absence::taken(absence.bos->push(inTime)));
}

TEST_CASE("nobody comes by a file through a moment that a device makes up")
{
    Absence absence;
    absence.nameBo();
    // The days have not begun at the server, whatever the device's clock says.
    absence.clock.setWall(casework::opensAt(day(FirstDay)) + 1h);
    const auto ahead = absence.bos->note(absence.caseId, "ahead");
    absence.clock.setWall(Start);
    CHECK_FALSE(Absence::taken(absence.bos->push(ahead)));
}

TEST_CASE("only who holds the whole file names a deputy, in the own name, a colleague, for days in order")
{
    Absence absence;
    const auto with = [&](const char *field, json::Value value) {
        json::Object fields = absence.naming(*absence.annas, *absence.bos);
        fields.set(field, std::move(value));
        return Absence::taken(absence.name(*absence.annas, std::move(fields)));
    };
    CHECK_FALSE(Absence::taken(absence.name(*absence.bos, absence.naming(*absence.bos, *absence.cias))));
    CHECK_FALSE(with("from", Absence::idOf(*absence.cias)));
    CHECK_FALSE(with("to", Absence::idOf(*absence.dans)));
    CHECK_FALSE(with("to", Absence::idOf(*absence.annas)));
    CHECK_FALSE(with("to", absence.ids.makeId<WorkerId>().toString()));
    CHECK_FALSE(with("lastDay", "2026-03-03"));
    CHECK_FALSE(with("lastDay", "2027-03-05"));
    CHECK_FALSE(with("endedAt", "2026-03-04T08:00:00Z"));
    CHECK_FALSE(with("opened/2026-03-04", "urgent"));
    CHECK_FALSE(with("leaves", false));
    CHECK(with("lastDay", "2027-03-04"));
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.dans).empty());
    CHECK(absence.rightOf(*absence.cias).empty());
}

TEST_CASE("a deputy names no deputy")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    CHECK_FALSE(Absence::taken(absence.name(*absence.bos, absence.naming(*absence.bos, *absence.cias))));
}

TEST_CASE("what was named stands as it was named, and only the deputy tells of an opening")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    CHECK_FALSE(Absence::taken(absence.edit(*absence.bos, {{"lastDay", "2026-12-31"}})));
    CHECK_FALSE(Absence::taken(absence.edit(*absence.annas, {{"to", Absence::idOf(*absence.cias)}})));
    CHECK_FALSE(Absence::taken(absence.edit(*absence.bos, {{"leaves", false}})));
    CHECK_FALSE(Absence::taken(absence.edit(*absence.annas, {{"opened/2026-03-04", "urgent"}})));
    CHECK(Absence::taken(absence.edit(*absence.bos, {{"opened/2026-03-04", "urgent"}})));
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("standing in ends early by who named and by the deputy, before the first day too")
{
    const bool byDeputy = GENERATE(false, true);
    const bool hasBegun = GENERATE(false, true);
    if (byDeputy && !hasBegun)
        return; // Who has not begun has no right to the record.
    Absence absence;
    absence.nameBo();
    if (hasBegun)
        absence.atFirstDay();
    TestDevice &who = byDeputy ? *absence.bos : *absence.annas;
    CHECK(Absence::taken(absence.edit(who, {{"endedAt", "2026-03-04T09:00:00Z"}})));
    absence.at(casework::opensAt(day(FirstDay)) + 10h);
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("a naming that was undone before anybody heard of it gives nothing")
{
    Absence absence;
    const auto record = absence.ids.makeId<RecordId>();
    const auto made =
        absence.annas->change(absence.caseId, record, "deputy", absence.naming(*absence.annas, *absence.bos));
    const auto undone = absence.annas->change(absence.caseId, record, "deputy", {{"deleted", true}}, {made.change.id});
    absence.annas->pushTaken({made, undone});
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("of two stretches that overlap the later end counts")
{
    Absence absence;
    absence.nameBo();
    json::Object longer = absence.naming(*absence.annas, *absence.bos);
    longer.set("lastDay", "2026-03-09");
    REQUIRE(Absence::taken(absence.name(*absence.annas, longer)));
    absence.atFirstDay();
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos) == Whole);
    absence.at(casework::closesAfter(day("2026-03-09")));
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("a case that is assigned to the deputy meanwhile stays, and the device is told so")
{
    Absence absence;
    absence.nameBo();
    absence.atFirstDay();
    CHECK(absence.leaves());
    need(absence.core->administration().assignCase(absence.caseId, absence.bos->session.worker));
    need(absence.core->deputies().keep());
    CHECK_FALSE(absence.leaves());
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos) == Whole);
}

TEST_CASE("a right that is taken away meanwhile does not come back with the last day")
{
    Absence absence;
    need(absence.core->administration().assignCase(absence.caseId, absence.bos->session.worker));
    absence.nameBo();
    absence.atFirstDay();
    CHECK_FALSE(absence.leaves());
    need(absence.core->administration().unassignCase(absence.caseId, absence.bos->session.worker));
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("a case that is closed has no deputies")
{
    Absence absence;
    absence.nameBo();
    need(absence.core->administration().closeCase(absence.caseId, "done"));
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("somebody with protected identity is not among all cases, and is named for by name")
{
    Absence absence;
    absence.protectPerson();
    json::Object all = absence.naming(*absence.annas, *absence.bos);
    all.set("all", true);
    CHECK_FALSE(Absence::taken(absence.name(*absence.annas, all)));
    absence.nameBo();
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.bos) == Whole);
}

TEST_CASE("a level of protection takes the right of who was named for all cases, at once")
{
    const bool hasBegun = GENERATE(false, true);
    Absence absence;
    json::Object all = absence.naming(*absence.annas, *absence.bos);
    all.set("all", true);
    REQUIRE(Absence::taken(absence.name(*absence.annas, all)));
    if (hasBegun)
        absence.atFirstDay();
    absence.protectPerson();
    CHECK(absence.rightOf(*absence.bos).empty());
    absence.at(casework::opensAt(day(FirstDay)) + 1h);
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("the office names for who is absent, in every open case but those of protected people")
{
    Absence absence;
    const CaseId open = absence.caseId;
    const CaseId guarded = absence.caseId = absence.makeCase();
    absence.protectPerson();
    absence.caseId = open;
    const DeputyService::Order order{absence.bos->session.worker, day(FirstDay), day(LastDay)};
    const auto named = need(absence.core->deputies().nameForAll(absence.annas->session.worker, order));
    CHECK(named.cases == 1);
    CHECK(named.protectedLeft == 1);
    absence.atFirstDay();
    CHECK(absence.rightOf(*absence.bos) == Whole);
    absence.caseId = guarded;
    CHECK(absence.rightOf(*absence.bos).empty());
    need(absence.core->deputies().nameFor(guarded, order));
    need(absence.core->deputies().keep());
    CHECK(absence.rightOf(*absence.bos) == Whole);
    absence.afterLastDay();
    CHECK(absence.rightOf(*absence.bos).empty());
}

TEST_CASE("the office names nobody for days out of order, for oneself, or for a stranger")
{
    Absence absence;
    const auto bo = absence.bos->session.worker;
    auto &deputies = absence.core->deputies();
    CHECK(deputies.nameFor(absence.caseId, {bo, day(LastDay), day(FirstDay)}).error().code()
          == base::ErrorCode::Refused);
    CHECK(deputies.nameFor(absence.caseId, {absence.annas->session.worker, day(FirstDay), day(LastDay)}).error().code()
          == base::ErrorCode::Refused);
    CHECK(deputies.nameFor(absence.caseId, {absence.ids.makeId<WorkerId>(), day(FirstDay), day(LastDay)}).error().code()
          == base::ErrorCode::NotFound);
    CHECK(deputies.nameFor(absence.ids.makeId<CaseId>(), {bo, day(FirstDay), day(LastDay)}).error().code()
          == base::ErrorCode::NotFound);
    CHECK(deputies.nameForAll(absence.ids.makeId<WorkerId>(), {bo, day(FirstDay), day(LastDay)}).error().code()
          == base::ErrorCode::NotFound);
}
