// Working together, told as short stories: without chance, without faults.
#include "tests/simulation/office.h"

using namespace faltakt;
using namespace faltakt::simulation;
using changelog::makeCreation;
using changelog::makeEdit;
using std::chrono::minutes;

namespace {

constexpr int Asker = 0;
constexpr int Colleague = 2; ///< A device of another worker of the team.

/// A case of the asker's with a matter, that the team does not see.
struct Team : Office {
    base::CaseId caseId = makeCase(Asker);
    base::RecordId matter = device(Asker).ids().makeId<base::RecordId>();

    Team()
    {
        REQUIRE(device(Asker).save({{caseId, {makeCreation(matter, "case", {{"responsible", self(Asker)}})}, {}}}));
        sync(Asker);
        server().setAccess(caseId, teamId().uuid(), {}).value();
        sync(Colleague);
    }
    static std::string self(int number) { return workerId(workerOf(number)).toString(); }
    std::string now() { return base::formatInstant(device(Asker).clock().now()); }
    changelog::RecordState state(int number, base::RecordId record)
    {
        return **device(number).store().recordState(record);
    }
    base::RecordId make(int number, base::CaseId in, const std::string &kind, base::json::Object fields)
    {
        const auto record = device(number).ids().makeId<base::RecordId>();
        REQUIRE(device(number).save({{in, {makeCreation(record, kind, std::move(fields))}, {}}}));
        return record;
    }
    void edit(int number, base::RecordId record, base::json::Object fields)
    {
        const auto before = state(number, record);
        REQUIRE(device(number).save({{before.caseId(), {makeEdit(before, std::move(fields))}, {}}}));
    }
    void checkAllIsWell()
    {
        for (const int number : {Asker, Colleague})
            CHECK(differences(number).empty());
        CHECK_FALSE(findings().any());
    }
};

} // namespace

TEST_CASE_METHOD(Team, "who is asked has the card, who takes over the file, and both sides come to the same")
{
    const auto question =
        make(Asker, caseId, "takeover", {{"from", self(Asker)}, {"to", self(Colleague)}, {"askedAt", now()}});
    sync(Asker);
    sync(Colleague);
    CHECK(records(Colleague, caseId) == 3); // Person, matter and question.
    REQUIRE(device(Colleague).save(
        {{caseId,
          {makeEdit(state(Colleague, question), {{"answer", "accepted"}, {"answeredBy", self(Colleague)}}),
           makeEdit(state(Colleague, matter), {{"responsible", self(Colleague)}})},
          {}}}));
    sync(Colleague);
    sync(Asker);
    CHECK(records(Colleague, caseId) == 4);
    CHECK(device(Asker).store().record(matter).value()->text("responsible") == self(Colleague));
    checkAllIsWell();
}

TEST_CASE_METHOD(Team, "nobody hands over what was taken from them since they asked")
{
    const auto question =
        make(Asker, caseId, "takeover", {{"from", self(Asker)}, {"to", self(Colleague)}, {"askedAt", now()}});
    sync(Asker);
    sync(Colleague);
    setAccess(caseId, workerOf(Asker), {});
    edit(Colleague, question, {{"answer", "accepted"}, {"answeredBy", self(Colleague)}});
    sync(Colleague);
    CHECK(device(Colleague).store().returned()->size() == 1);
    CHECK(records(Colleague, caseId) == 3); // Still the card alone.
    sync(Asker);
    checkAllIsWell();
}

TEST_CASE_METHOD(
    Team, "devices of a team forget somebody whose identity is protected later, and who has a right by name stays")
{
    REQUIRE(server().setAccess(caseId, teamId().uuid(), CompartmentSet::ofCaseworker()));
    sync(Colleague);
    REQUIRE(records(Colleague, caseId) == 3);
    edit(Asker, device(Asker).store().recordsOfKind(caseId, "person")->front().id,
         {{"protection", "sekretessmarkering"}});
    sync(Asker);
    sync(Colleague);
    CHECK(records(Colleague, caseId) == 0);
    CHECK(records(Asker, caseId) == 3);
    checkAllIsWell();
}

TEST_CASE_METHOD(Team, "a matter that is closed without knowing of a worry comes back to who closed it")
{
    REQUIRE(server().setAccess(caseId, teamId().uuid(), CompartmentSet::ofCaseworker()));
    sync(Colleague);
    make(Asker, caseId, "children", {{"answer", "none"}, {"at", now()}});
    edit(Asker, matter, {{"stage", "closed"}, {"closedAs", "done"}});
    make(Colleague, caseId, "children", {{"answer", "worry"}, {"at", now()}});
    sync(Colleague);
    sync(Asker);
    REQUIRE(device(Asker).store().returned()->size() == 1);
    CHECK(device(Asker).store().returned()->front().reason == "children");
    CHECK(device(Asker).store().record(matter).value()->text("stage").empty());
    sync(Colleague);
    checkAllIsWell();
}

TEST_CASE_METHOD(Team, "what the same push says of children counts when it closes the matter")
{
    make(Asker, caseId, "children", {{"answer", "worry"}, {"at", now()}});
    edit(Asker, matter, {{"stage", "closed"}, {"closedAs", "done"}});
    sync(Asker);
    CHECK(device(Asker).store().returned()->size() == 1);
    make(Asker, caseId, "children", {{"step", "nothing"}, {"stepAt", now()}});
    edit(Asker, matter, {{"stage", "closed"}, {"closedAs", "done"}});
    sync(Asker);
    CHECK(device(Asker).store().returned()->size() == 1);
    CHECK(device(Asker).store().record(matter).value()->text("stage") == "closed");
    CHECK_FALSE(findings().any());
}

TEST_CASE_METHOD(Team, "a matter that was thrown away meanwhile is not closed over a worry either")
{
    REQUIRE(server().setAccess(caseId, teamId().uuid(), CompartmentSet::ofCaseworker()));
    make(Asker, caseId, "children", {{"answer", "worry"}, {"at", now()}});
    sync(Asker);
    sync(Colleague);
    REQUIRE(device(Colleague).save({{caseId, {changelog::makeDelete(state(Colleague, matter))}, {}}}));
    sync(Colleague);
    edit(Asker, matter, {{"stage", "closed"}, {"closedAs", "done"}});
    // The same without a word on what it builds on.
    REQUIRE(device(Asker).save(
        {{caseId, {changelog::RecordSet{matter, "case", {{"stage", "closed"}, {"closedAs", "done"}}, {}}}, {}}}));
    sync(Asker);
    CHECK(device(Asker).store().returned()->size() == 2);
    sync(Colleague);
    checkAllIsWell();
}

TEST_CASE_METHOD(Team, "a file that was closed as somebody else's is not the right person's after all over a worry")
{
    make(Asker, caseId, "children", {{"answer", "worry"}, {"at", now()}});
    edit(Asker, matter, {{"stage", "closed"}, {"closedAs", "wrongPerson"}});
    sync(Asker);
    CHECK(device(Asker).store().returned()->empty());
    edit(Asker, matter, {{"closedAs", "done"}});
    sync(Asker);
    REQUIRE(device(Asker).store().returned()->size() == 1);
    CHECK(device(Asker).store().returned()->front().reason == "children");
    CHECK_FALSE(findings().any());
}

TEST_CASE_METHOD(Team, "the team is told once of a visit that is over, and again when its end was moved")
{
    sync(Asker);
    const auto until = [this](int after) { return base::formatInstant(device(Asker).clock().now() + minutes(after)); };
    const auto visit = make(Asker, teamCaseId(), "visitWatch", {{"worker", self(Asker)}, {"plannedEnd", until(30)}});
    sync(Asker);
    const auto alarmAt = [&] {
        REQUIRE(server().raiseAlarms());
        sync(Colleague);
        const auto view = device(Colleague).store().record(visit).value();
        const auto *alarm = view->fields.find("alarm");
        return alarm ? alarm->stringAt("at") : std::string();
    };
    pass(minutes(29));
    CHECK(alarmAt().empty());
    pass(minutes(2));
    const std::string first = alarmAt();
    CHECK_FALSE(first.empty());
    pass(minutes(2));
    CHECK(alarmAt() == first);
    sync(Asker);
    edit(Asker, visit, {{"plannedEnd", until(30)}});
    sync(Asker);
    CHECK(alarmAt() == first);
    pass(minutes(31));
    CHECK(alarmAt() > first);
    sync(Asker);
    checkAllIsWell();
}

TEST_CASE_METHOD(Team, "no clock of a device puts an alarm off")
{
    device(Asker).clock().setSkew(std::chrono::hours(24 * 365));
    sync(Asker);
    const auto end = base::formatInstant(device(Asker).clock().now() + minutes(10));
    const auto visit = make(Asker, teamCaseId(), "visitWatch", {{"worker", self(Asker)}, {"plannedEnd", end}});
    sync(Asker);
    pass(minutes(11));
    REQUIRE(server().raiseAlarms());
    sync(Colleague);
    CHECK(device(Colleague).store().record(visit).value()->fields.contains("alarm"));
    CHECK_FALSE(findings().any());
}

TEST_CASE("a save in several cases is there whole or not at all, at whatever step the power goes")
{
    for (int step = 0; step < 60; ++step) {
        Office office;
        SimulatedDevice &device = office.device(Loner);
        std::vector<store::Draft> drafts;
        drafts.reserve(3);
        for (int i = 0; i < 3; ++i)
            drafts.push_back({office.makeCase(Loner),
                              {makeCreation(device.ids().makeId<base::RecordId>(), "note", {{"text", "met"}})},
                              {}});
        device.disk().goDownAfter(step);
        const bool isSaved = device.save(drafts);
        if (device.isRunning())
            device.kill();
        device.restart(CrashKind::Process);
        INFO("step " << step);
        REQUIRE(device.isRunning());
        std::size_t there = 0;
        for (const store::Draft &draft : drafts)
            there += office.records(Loner, draft.caseId) - 2;
        CHECK((there == 3 || (there == 0 && !isSaved)));
        CHECK_FALSE(office.findings().any());
    }
}
