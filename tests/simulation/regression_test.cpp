// What the simulation has found, told as short stories: without chance, without faults.
#include "tests/simulation/office.h"

using namespace faltakt;
using namespace faltakt::simulation;

TEST_CASE("a case that was taken away and granted again comes back with the device's own lines")
{
    Office office;
    const auto caseId = office.makeCase(Loner);
    office.sync(Loner);
    office.setAccess(caseId, LonersWorker, {});
    office.sync(Loner);
    REQUIRE(office.records(Loner, caseId) == 0);
    office.setAccess(caseId, LonersWorker, CompartmentSet::ofCaseworker());
    office.sync(Loner);
    CHECK(office.records(Loner, caseId) == 2);
    CHECK(office.differences(Loner).empty());
}

TEST_CASE("what is pushed after a new grant is not lost to the older forget that is pulled after it")
{
    Office office;
    const auto caseId = office.makeCase(Loner);
    office.sync(Loner);
    office.setAccess(caseId, LonersWorker, {});
    office.setAccess(caseId, LonersWorker, CompartmentSet::ofCaseworker());
    office.addNote(Loner, caseId, "in between");
    office.sync(Loner);
    CHECK(office.records(Loner, caseId) == 3);
    CHECK(office.differences(Loner).empty());
}

TEST_CASE("a device put back twice from the same backup skips the epoch that is taken")
{
    Office office;
    const auto caseId = office.makeCase(Loner);
    office.sync(Loner);
    office.device(Loner).backUp();
    for (int time = 0; time < 3; ++time) {
        office.addNote(Loner, caseId, "note " + std::to_string(time));
        office.sync(Loner);
        office.device(Loner).putBackupBack(office.witness());
        office.addNote(Loner, caseId, "after " + std::to_string(time));
        office.sync(Loner);
        office.device(Loner).putBackupBack(office.witness());
    }
    office.sync(Loner);
    CHECK(office.differences(Loner).empty());
    CHECK(office.records(Loner, caseId) == 8);
    CHECK(office.device(Loner).store().syncPosition()->epoch > 3);
    CHECK_FALSE(office.findings().any());
}

TEST_CASE("what may not be accepted is returned with what builds on it, and the rest goes through")
{
    Office office;
    const auto caseId = office.makeCase(Loner);
    auto &device = office.device(Loner);
    const auto record = device.ids().makeId<base::RecordId>();
    const std::string tooLong(ServerNoteLength + 1, 'x');
    REQUIRE(device.save({{caseId, {changelog::makeCreation(record, "note", {{"text", tooLong}})}, {}}}));
    REQUIRE(
        device.save({{caseId, {changelog::makeEdit(**device.store().recordState(record), {{"text", "short"}})}, {}}}));
    office.addNote(Loner, caseId, "unrelated");
    office.sync(Loner);
    CHECK(device.lastReport()->quarantined == 2);
    const auto returned = device.store().returned();
    REQUIRE(returned->size() == 2);
    CHECK((*returned)[0].reason != (*returned)[1].reason);
    CHECK(office.records(Loner, caseId) == 3);
    CHECK(office.differences(Loner).empty());
}

TEST_CASE("unsent work of a forgotten case goes along into the next epoch")
{
    Office office;
    const auto caseId = office.makeCase(Loner);
    office.sync(Loner);
    office.addNote(Loner, caseId, "not sent yet");
    auto &device = office.device(Loner);
    changelog::PullPage page;
    page.cursor = device.store().syncPosition()->cursor;
    page.items.emplace_back(changelog::ForgetLine{caseId, {}, 1000});
    REQUIRE(device.store().applyPage(page));
    REQUIRE(office.records(Loner, caseId) == 0);
    device.backUp();
    office.makeCase(Loner);
    office.sync(Loner);
    device.putBackupBack(office.witness());
    office.makeCase(Loner);
    office.sync(Loner);
    CHECK(device.lastReport()->forks == 1);
    CHECK(device.unsent().empty());
    CHECK_FALSE(office.findings().any());
}

TEST_CASE("an edit by two people in one field is a conflict on both devices until one of them resolves it")
{
    Office office;
    const auto caseId = office.makeCase(0);
    office.sync(0);
    office.sync(2);
    const auto person = office.device(0).store().recordsOfKind(caseId, "person")->front().id;
    for (const int number : {0, 2}) {
        auto &device = office.device(number);
        const auto edit =
            changelog::makeEdit(**device.store().recordState(person), {{"givenName", "by " + std::to_string(number)}});
        REQUIRE(device.save({{caseId, {edit}, {}}}));
    }
    for (const int number : {0, 2, 0})
        office.sync(number);
    for (const int number : {0, 2})
        CHECK(office.device(number).store().conflictsOfRecord(person)->size() == 1);
    const auto conflict = office.device(2).store().conflictsOfRecord(person)->front();
    REQUIRE(office.device(2).store().resolveKeeping(person, "givenName", conflict.heads.front().change));
    for (const int number : {2, 0})
        office.sync(number);
    for (const int number : {0, 2}) {
        CHECK(office.device(number).store().conflicts()->empty());
        CHECK(office.differences(number).empty());
    }
}

TEST_CASE("an author put back from a copy has again what a colleague brought to a restored server")
{
    constexpr int Author = 2;
    constexpr int Colleague = 0;
    Office office;
    office.server().backUp();
    const auto caseId = office.makeCase(Author);
    office.device(Author)
        .backUp(); // Before it ever spoke with the server: it will not know that the log is another one.
    office.sync(Author);
    office.sync(Colleague);
    REQUIRE(office.server().putBackupBack());
    office.sync(Colleague);
    REQUIRE(office.differences(Colleague).empty());
    office.device(Author).putBackupBack(office.witness());
    office.addNote(Author, caseId, "unsent");
    office.sync(Author);
    office.sync(Colleague);
    CHECK(office.records(Author, caseId) == 3);
    CHECK(office.records(Colleague, caseId) == 3);
    CHECK(office.differences(Author).empty());
    CHECK(office.differences(Colleague).empty());
    CHECK_FALSE(office.findings().any());
}

TEST_CASE("what a device holds of a case that was given to others goes, though it does not know of the restored server")
{
    Office office;
    office.server().backUp();
    const auto caseId = office.makeCase(Loner);
    office.device(Loner).backUp();
    office.sync(Loner);
    office.setAccess(caseId, 0, CompartmentSet::ofCaseworker());
    office.sync(0);
    REQUIRE(office.server().putBackupBack());
    office.sync(0);
    office.setAccess(caseId, 0, CompartmentSet::ofCaseworker());
    office.device(Loner).putBackupBack(office.witness());
    office.sync(Loner);
    CHECK(office.records(Loner, caseId) == 0);
    CHECK(office.differences(Loner).empty());
    CHECK_FALSE(office.findings().any());
}

TEST_CASE("a save that was confirmed survives a power cut at every step of the saves that follow")
{
    for (int step = 0; step < 60; ++step) {
        Office office;
        const auto caseId = office.makeCase(Loner);
        office.device(Loner).disk().goDownAfter(step);
        for (int save = 0; save < 6 && office.device(Loner).isRunning(); ++save) {
            const auto record = office.device(Loner).ids().makeId<base::RecordId>();
            office.device(Loner).save({{caseId, {changelog::makeCreation(record, "note", {{"text", "n"}})}, {}}});
        }
        if (office.device(Loner).isRunning())
            office.device(Loner).kill();
        office.device(Loner).restart(CrashKind::Power);
        INFO("step " << step);
        REQUIRE(office.device(Loner).isRunning());
        CHECK(office.device(Loner).store().checkIntegrity());
        office.checkNothingLostOn(Loner);
        REQUIRE_FALSE(office.findings().any());
        office.sync(Loner);
        CHECK(office.differences(Loner).empty());
    }
}

TEST_CASE("what a page under way makes a device forget is gone where the server goes back, and only that")
{
    Office office;
    office.server().setOffer({.pullLines = 2});
    const auto caseId = office.makeCase(Loner);
    const auto other = office.makeCase(Loner);
    office.sync(Loner);
    office.server().backUp();
    office.addNote(Loner, caseId, "gone");
    office.addNote(Loner, other, "kept");
    office.sync(Loner);
    office.setAccess(caseId, LonersWorker, {});
    office.setAccess(caseId, LonersWorker, CompartmentSet::ofCaseworker());
    office.device(Loner).startSync({});
    while (office.server().forgettingUnderWay().empty())
        REQUIRE(office.step());
    CHECK(office.server().forgettingUnderWay() == std::set{caseId});
    REQUIRE(office.server().putBackupBack());
    while (office.device(Loner).isSyncing())
        REQUIRE(office.step());
    office.sync(Loner);
    CHECK(office.records(Loner, caseId) == 2);
    CHECK(office.records(Loner, other) == 3);
    CHECK(office.differences(Loner).empty());
}
