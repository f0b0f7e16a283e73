// What becomes of rights where a person's identity is protected after the file has been on devices.
#include "sync/server/api/protected_cases.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::changelog::CompartmentSet;
using faltakt::changelog::ForgetLine;

namespace {

/// Anna has made the file; Bo has it through the team, Cia was assigned it by name from another team.
struct Protection : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo", team);
    TeamId otherTeam = need(core->administration().addTeam(tenant, "other"));
    WorkerId cia = addWorker("Cia", otherTeam);
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    TestDevice cias{*this, cia};
    CaseId caseId = ids.makeId<CaseId>();
    RecordId person = ids.makeId<RecordId>();
    ChangeLine made = annas.change(caseId, person, "person", {{"givenName", "Kim"}, {"protection", "none"}});

    Protection()
    {
        REQUIRE(annas.push(made).kind == VerdictKind::Accepted);
        REQUIRE(annas.push(annas.change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "insats"}})).kind
                == VerdictKind::Accepted);
        need(core->administration().assignCase(caseId, cia));
        annas.pull();
        for (TestDevice *device : {&bos, &cias})
            REQUIRE(device->pullChanges().size() >= 2);
    }
    ChangeLine protect(TestDevice &by, const std::string &level, std::vector<ChangeId> base)
    {
        return by.change(caseId, person, "person", {{"protection", level}}, std::move(base));
    }
    faltakt::base::Result<void> takeOff(WorkerId by, WorkerId with, const std::string &reason = "beslut 3 mars")
    {
        return store->write([&](StoreTransaction &transaction) {
            return takeProtectionOff(transaction, core->author(), core->accessLog(), {caseId, by, with, reason});
        });
    }
    static bool forgets(TestDevice &device, CaseId caseId)
    {
        for (const auto &line : TestDevice::linesIn<ForgetLine>(device.pull()))
            if (line.caseId == caseId)
                return true;
        return false;
    }
    int narrowings()
    {
        int count = 0;
        for (const auto &entry :
             need(store->read([&](StoreSnapshot &s) { return s.accessLog().entriesAfter(tenant, 0, 1000); })))
            count += entry.word == "teamRightTaken" && entry.caseId == caseId ? 1 : 0;
        return count;
    }
};

} // namespace

TEST_CASE_METHOD(Protection, "a level set later makes the team's devices forget the file, and named workers keep it")
{
    const auto level =
        GENERATE(as<std::string>(), "sekretessmarkering", "skyddadFolkbokforing", "fingerade", "levelOfTomorrow");
    REQUIRE(annas.push(protect(annas, level, {made.change.id})).kind == VerdictKind::Accepted);
    CHECK(forgets(bos, caseId));
    CHECK_FALSE(forgets(annas, caseId));
    CHECK_FALSE(forgets(cias, caseId));
    CHECK(narrowings() == 1);
    // What the team still has unsent is returned, and a device that begins from nothing does not get the file.
    CHECK(bos.push(bos.note(caseId)).reason == "access");
    TestDevice fresh(*this, bo);
    CHECK(fresh.pullChanges().empty());
    CHECK(annas.push(annas.note(caseId)).kind == VerdictKind::Accepted);
    CHECK(cias.push(cias.note(caseId)).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(Protection,
                 "a level holds for every file that is tied to the person's, whichever came first and way it leads")
{
    const auto matter = [&](CaseId of, const std::string &into) {
        return annas.change(of, ids.makeId<RecordId>(), "case", {{"stage", "insats"}, {"mergedInto", into}});
    };
    const auto second = ids.makeId<CaseId>();
    const auto third = ids.makeId<CaseId>();
    REQUIRE(annas.push(annas.change(second, ids.makeId<RecordId>(), "person", {{"givenName", "Kim"}})).kind
            == VerdictKind::Accepted);
    REQUIRE(annas.push(annas.change(third, ids.makeId<RecordId>(), "person", {{"givenName", "Kim"}})).kind
            == VerdictKind::Accepted);
    bos.pull();
    const auto tie = [&] { annas.pushTaken({matter(second, caseId.toString()), matter(third, second.toString())}); };
    const auto level = protect(annas, "sekretessmarkering", {made.change.id});
    const bool isTiedFirst = GENERATE(true, false);
    if (isTiedFirst)
        tie();
    REQUIRE(annas.push(level).kind == VerdictKind::Accepted);
    if (!isTiedFirst)
        tie();
    std::set<CaseId> forgotten;
    for (const auto &line : TestDevice::linesIn<ForgetLine>(bos.pull()))
        forgotten.insert(line.caseId);
    CHECK(forgotten == std::set<CaseId>{caseId, second, third});
    CHECK(annas.push(annas.note(third)).kind == VerdictKind::Accepted);
    // Nor does the team get a card of it by being asked to take over.
    annas.push(annas.change(third, ids.makeId<RecordId>(), "takeover",
                            {{"from", anna.toString()}, {"fromName", "Anna"}, {"text", "open"}}));
    CHECK(bos.pullChanges().empty());
}

TEST_CASE_METHOD(Protection,
                 "a tie takes nothing from a team where nobody is protected, nor does one to another municipality")
{
    const auto second = ids.makeId<CaseId>();
    REQUIRE(annas
                .push(annas.change(second, ids.makeId<RecordId>(), "case",
                                   {{"stage", "insats"}, {"mergedInto", caseId.toString()}}))
                .kind
            == VerdictKind::Accepted);
    const TenantId other = addTenant("Flen");
    const WorkerId eva = need(core->administration().addWorker(other, {}, "Eva", "caseworker"));
    TestDevice evas(*this, eva);
    const auto hers = ids.makeId<CaseId>();
    REQUIRE(evas.push(evas.change(hers, ids.makeId<RecordId>(), "person", {{"protection", "fingerade"}})).kind
            == VerdictKind::Accepted);
    REQUIRE(evas.push(evas.change(hers, ids.makeId<RecordId>(), "case", {{"mergedInto", second.toString()}})).kind
            == VerdictKind::Accepted);
    REQUIRE(annas.push(annas.change(second, ids.makeId<RecordId>(), "case", {{"mergedInto", hers.toString()}})).kind
            == VerdictKind::Accepted);
    CHECK(TestDevice::linesIn<ForgetLine>(bos.pull()).empty());
    CHECK(narrowings() == 0);
}

TEST_CASE_METHOD(Protection, "whoever sets it with the team's right alone loses the file with the team")
{
    REQUIRE(bos.push(protect(bos, "sekretessmarkering", {made.change.id})).kind == VerdictKind::Accepted);
    CHECK(forgets(bos, caseId));
}

TEST_CASE_METHOD(Protection, "a level that stands in conflict with none protects too")
{
    REQUIRE(annas.push(protect(annas, "none", {made.change.id})).kind == VerdictKind::Accepted);
    CHECK_FALSE(forgets(bos, caseId));
    // Written by somebody who had not seen that.
    REQUIRE(cias.push(protect(cias, "fingerade", {made.change.id})).kind == VerdictKind::Accepted);
    CHECK(forgets(bos, caseId));
}

TEST_CASE_METHOD(Protection, "a file that is made with a level is never the team's")
{
    const auto fresh = ids.makeId<CaseId>();
    REQUIRE(annas.push(annas.change(fresh, ids.makeId<RecordId>(), "person", {{"protection", "fingerade"}})).kind
            == VerdictKind::Accepted);
    CHECK(bos.pullChanges().empty());
    CHECK(annas.push(annas.note(fresh)).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(Protection,
                 "nothing comes back by itself when the level goes, and an assignment by name brings the file")
{
    const auto level = protect(annas, "sekretessmarkering", {made.change.id});
    REQUIRE(annas.push(level).kind == VerdictKind::Accepted);
    CHECK(forgets(bos, caseId));
    need(takeOff(anna, cia));
    CHECK(annas.pullChanges().size() == 1);
    CHECK(bos.pullChanges().empty());
    CHECK(narrowings() == 1);
    need(core->administration().assignCase(caseId, bo));
    CHECK(bos.pullChanges().size() >= 3);
}

TEST_CASE_METHOD(Protection, "a level goes up by anybody's word, and no device takes it down")
{
    const auto first = protect(annas, "sekretessmarkering", {made.change.id});
    REQUIRE(annas.push(first).kind == VerdictKind::Accepted);
    const auto lower = [&](json::Value value) {
        return cias.push(cias.change(caseId, person, "person", {{"protection", std::move(value)}}, {first.change.id}));
    };
    for (const json::Value &value : {json::Value("none"), json::Value(nullptr)}) {
        const Verdict verdict = lower(value);
        CHECK(verdict.reason == "access");
        CHECK(verdict.field == "person.protection");
    }
    const auto second = protect(cias, "fingerade", {first.change.id});
    CHECK(cias.push(second).kind == VerdictKind::Accepted);
    CHECK(lower("skyddadFolkbokforing").reason == "access");
    // Within one push too.
    const auto third = protect(annas, "levelOfTomorrow", {second.change.id});
    const auto fourth = protect(annas, "fingerade", {third.change.id});
    const auto verdicts = annas.push(std::vector<std::string>{third.line, fourth.line});
    CHECK(verdicts[0].kind == VerdictKind::Accepted);
    CHECK(verdicts[1].reason == "access");
}

TEST_CASE_METHOD(Protection, "no device throws a card away that protects")
{
    const auto level = protect(annas, "sekretessmarkering", {made.change.id});
    REQUIRE(annas.push(level).kind == VerdictKind::Accepted);
    const auto deletion = [&] {
        return annas.change(caseId, person, "person", {{"deleted", true}}, {made.change.id, level.change.id});
    };
    const Verdict verdict = annas.push(deletion());
    CHECK(verdict.reason == "access");
    CHECK(verdict.field == "person.deleted");
    CHECK(takeOff(anna, cia)); // There is still one to take off.
    CHECK(annas.push(deletion()).kind == VerdictKind::Accepted);
    // Made by mistake and taken back before anybody heard of it.
    const auto fresh = ids.makeId<RecordId>();
    const auto mistaken = annas.change(caseId, fresh, "person", {{"protection", "fingerade"}});
    annas.pushTaken({mistaken, annas.change(caseId, fresh, "person", {{"deleted", true}}, {mistaken.change.id})});
}

TEST_CASE_METHOD(Protection,
                 "a level is taken off by two workers and for a reason, and the three stand in the access log")
{
    using faltakt::base::ErrorCode;
    CHECK(takeOff(anna, cia).error().code() == ErrorCode::Refused); // There is none.
    REQUIRE(annas.push(protect(annas, "fingerade", {made.change.id})).kind == VerdictKind::Accepted);
    CHECK(takeOff(anna, anna).error().code() == ErrorCode::Refused);
    CHECK(takeOff(anna, cia, "  ").error().code() == ErrorCode::Refused);
    CHECK(takeOff(anna, cia, "två\nrader").error().code() == ErrorCode::Refused);
    CHECK(takeOff(anna, cia, std::string(500, 'x')).error().code() == ErrorCode::Refused);
    CHECK(takeOff(anna, ids.makeId<WorkerId>()).error().code() == ErrorCode::NotFound);
    const TenantId other = addTenant("Flen");
    const WorkerId foreign = need(core->administration().addWorker(other, {}, "Eva", "caseworker"));
    CHECK(takeOff(foreign, cia).error().code() == ErrorCode::NotFound);
    need(takeOff(anna, cia));
    auto log = need(store->read([&](StoreSnapshot &s) { return s.accessLog().entriesAfter(tenant, 0, 1000); }));
    std::erase_if(log, [](const AccessLogEntry &entry) { return entry.word != "protectionTakenOff"; });
    REQUIRE(log.size() == 1);
    CHECK(log.front().caseId == caseId);
    CHECK(log.front().purpose == anna.toString() + " with " + cia.toString() + ": beslut 3 mars");
    CHECK(takeOff(anna, cia).error().code() == ErrorCode::Refused);
    // From here on a device may set it anew.
    CHECK(annas.push(protect(annas, "sekretessmarkering", {})).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(Protection, "a level that was not taken narrows nothing, and neither does any other field")
{
    TestDevice stranger(*this, addWorker("Dan"));
    CHECK(stranger.push(protect(stranger, "fingerade", {})).kind == VerdictKind::Quarantined);
    REQUIRE(annas.push(annas.change(caseId, person, "person", {{"familyName", "Ek"}}, {})).kind
            == VerdictKind::Accepted);
    CHECK_FALSE(forgets(bos, caseId));
    CHECK(narrowings() == 0);
}
