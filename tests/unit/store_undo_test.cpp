// Taking saves back, and sending again what the server returned.
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

using namespace faltakt;
using base::ErrorCode;
using base::json::Object;
using changelog::VerdictKind;

namespace {

/// A device with a person and a note that says "a".
struct Desk {
    Desk()
    {
        device.create().value();
        caseId = device.addPerson("Kim", "Ek");
        note = device.addNote(caseId, "a");
    }
    store::CaseStore &store() { return device.store(); }
    std::string text() { return store().record(note).value()->text("text"); }
    store::Draft creation(base::CaseId of, const std::string &words)
    {
        return {of, {changelog::makeCreation(device.makeId<base::RecordId>(), "note", {{"text", words}})}, {}};
    }
    /// A colleague's edit of the note as this device shows it, received from the server.
    void editElsewhere(Object fields)
    {
        changelog::Change change;
        change.id = device.makeId<base::ChangeId>();
        change.by = device.makeId<base::WorkerId>();
        change.caseId = caseId;
        change.at = device.clock().now();
        change.sets = {changelog::makeEdit(*store().recordState(note).value(), std::move(fields))};
        changelog::PullPage page;
        page.items.emplace_back(changelog::GrantLine{caseId, changelog::CompartmentSet::ofCaseworker(), 900});
        page.items.emplace_back(
            changelog::DeliveredChange{{901, device.clock().now(), {}}, changelog::sealChange(std::move(change))});
        page.cursor = "c";
        store().applyPage(page).value();
    }
    /// The server returns what stands at these positions; it takes nothing else.
    void giveBack(const std::vector<std::int64_t> &positions)
    {
        std::vector<changelog::Verdict> verdicts;
        verdicts.reserve(positions.size());
        for (const std::int64_t n : positions)
            verdicts.push_back({n, VerdictKind::Quarantined, {}, "access", {}});
        store().applyVerdicts(1, verdicts).value();
    }
    std::vector<base::ChangeId> listed()
    {
        const auto rows = store().returned().value();
        std::vector<base::ChangeId> ids;
        ids.reserve(rows.size());
        for (const auto &row : rows)
            ids.push_back(row.change);
        return ids;
    }

    test::Device device{601};
    base::CaseId caseId;
    base::RecordId note;
};

} // namespace

TEST_CASE("undoing a save that made records deletes them, in every case it wrote into")
{
    Desk desk;
    const auto other = desk.device.addPerson("Ali", "Noor");
    const auto saved = desk.store().saveAll({desk.creation(desk.caseId, "met"), desk.creation(other, "met")}).value();
    const auto undone = desk.store().undo(saved).value();
    CHECK(undone.size() == 2);
    CHECK(desk.store().recordsOfKind(desk.caseId, "note").value().size() == 1);
    CHECK(desk.store().recordsOfKind(other, "note").value().empty());
    CHECK(desk.store().conflicts().value().empty());
}

TEST_CASE("undoing an edit gives back the values before, and clears what had none")
{
    Desk desk;
    const auto edit = desk.store().edit(desk.note, {{"text", "b"}, {"due", "2026-06-01T08:00:00Z"}}).value();
    CHECK(desk.store().agenda().value().size() == 1);
    desk.store().undo({edit}).value();
    CHECK(desk.text() == "a");
    CHECK_FALSE(desk.store().record(desk.note).value()->instant("due").has_value());
    CHECK(desk.store().agenda().value().empty());
}

TEST_CASE("several edits named together are undone to what was before the first")
{
    Desk desk;
    const auto first = desk.store().edit(desk.note, {{"text", "b"}}).value();
    const auto second = desk.store().edit(desk.note, {{"text", "c"}}).value();
    CHECK(desk.store().undo({first}).error().code() == ErrorCode::Refused);
    desk.store().undo({second, first}).value();
    CHECK(desk.text() == "a");
}

TEST_CASE("an undo can be undone: what was taken back is there again")
{
    Desk desk;
    const auto saved = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    const auto undone = desk.store().undo(saved).value();
    desk.store().undo(undone).value();
    CHECK(desk.store().recordsOfKind(desk.caseId, "note").value().size() == 2);
    const auto removed = desk.store().remove(desk.note).value();
    desk.store().undo({removed}).value();
    CHECK(desk.text() == "a");
    CHECK_FALSE(desk.store().record(desk.note).value()->deleted);
}

TEST_CASE("what a colleague has written on is not undone")
{
    Desk desk;
    const auto edit = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.editElsewhere({{"text", "c"}});
    CHECK(desk.store().undo({edit}).error().code() == ErrorCode::Refused);
    CHECK(desk.text() == "c");
}

TEST_CASE("a record that a colleague has added to is not deleted by an undo of its making")
{
    Desk desk;
    const auto saved = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    desk.note = desk.store().recordsOfKind(desk.caseId, "note").value().back().id;
    desk.editElsewhere({{"due", "2026-06-01T08:00:00Z"}});
    CHECK(desk.store().undo(saved).error().code() == ErrorCode::Refused);
    CHECK(desk.text() == "b");
}

TEST_CASE("an edit elsewhere in the record does not stand in the way, and stays")
{
    Desk desk;
    const auto edit = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.editElsewhere({{"due", "2026-06-01T08:00:00Z"}});
    desk.store().undo({edit}).value();
    CHECK(desk.text() == "a");
    CHECK(desk.store().record(desk.note).value()->instant("due").has_value());
}

TEST_CASE("an edit of what was deleted since is not undone, so that the delete stands")
{
    Desk desk;
    const auto edit = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.editElsewhere({{"deleted", true}});
    CHECK(desk.store().undo({edit}).error().code() == ErrorCode::Refused);
    CHECK(desk.store().record(desk.note).value()->deleted);
}

TEST_CASE("a colleague's change, an unknown one and a returned one are not undone")
{
    Desk desk;
    desk.editElsewhere({{"text", "c"}});
    const auto theirs = desk.store().recordState(desk.note).value()->heads("text").front().change;
    CHECK(desk.store().undo({theirs}).error().code() == ErrorCode::Refused);
    CHECK(desk.store().undo({desk.device.makeId<base::ChangeId>()}).error().code() == ErrorCode::NotFound);
    const auto saved = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    desk.giveBack({3});
    CHECK(desk.store().undo(saved).error().code() == ErrorCode::Refused);
}

TEST_CASE("one change that cannot be undone keeps all of them")
{
    Desk desk;
    const auto saved = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    const auto before = desk.store().counts().value().changes;
    CHECK_FALSE(desk.store().undo({saved.front(), desk.device.makeId<base::ChangeId>()}).has_value());
    CHECK(desk.store().counts().value().changes == before);
    CHECK(desk.store().recordsOfKind(desk.caseId, "note").value().size() == 2);
}

TEST_CASE("a choice between two values is not undone, because one value cannot bring both back")
{
    Desk desk;
    desk.editElsewhere({{"text", "theirs"}});
    changelog::Change unseen{desk.device.makeId<base::ChangeId>(),
                             desk.device.makeId<base::WorkerId>(),
                             desk.caseId,
                             desk.device.clock().now(),
                             {},
                             1,
                             {{desk.note, "note", {{"text", "other"}}, {}}}};
    changelog::PullPage page;
    page.items.emplace_back(
        changelog::DeliveredChange{{902, desk.device.clock().now(), {}}, changelog::sealChange(std::move(unseen))});
    desk.store().applyPage(page).value();
    REQUIRE(desk.store().conflicts().value().size() == 1);
    const auto choice = desk.store().resolveWith(desk.note, "text", "chosen").value();
    CHECK(desk.store().undo({choice}).error().code() == ErrorCode::Refused);
    CHECK(desk.text() == "chosen");
}

TEST_CASE("a case that was begun and taken back has no line among the people")
{
    Desk desk;
    const auto caseId = desk.device.makeId<base::CaseId>();
    const auto saved = desk.store()
                           .save({caseId,
                                  {changelog::makeCreation(desk.device.makeId<base::RecordId>(), "person",
                                                           {{"givenName", "Mira"}, {"familyName", "Dahl"}})},
                                  {}})
                           .value();
    CHECK(desk.store().cases().value().size() == 2);
    const auto undone = desk.store().undo(saved).value();
    CHECK(desk.store().cases().value().size() == 1);
    CHECK(desk.store().search("mira").value().empty());
    desk.store().undo(undone).value();
    CHECK(desk.store().search("mira").value().size() == 1);
}

TEST_CASE("a returned edit is sent again as a new change on today's value, and leaves the list")
{
    Desk desk;
    test::acceptAll(desk.store(), 1, desk.device.clock().now());
    const auto returned = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.giveBack({3});
    desk.editElsewhere({{"text", "theirs"}});
    REQUIRE(desk.listed() == std::vector{returned});
    const auto again = desk.store().sendAgain({returned}).value();
    REQUIRE(again.size() == 1);
    CHECK(again.front() != returned);
    CHECK(desk.text() == "b");
    CHECK(desk.store().conflicts().value().empty());
    CHECK(desk.listed().empty());
    CHECK(desk.store().unsentLines().value().size() == 1);
    CHECK(desk.store().sendAgain({returned}).error().code() == ErrorCode::NotFound);
}

TEST_CASE("what was returned of a case that was taken away cannot be sent again, and stays on the list")
{
    Desk desk;
    test::acceptAll(desk.store(), 1, desk.device.clock().now());
    const auto returned = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.giveBack({3});
    desk.store().applyPage({{changelog::ForgetLine{desk.caseId, {}, 9}}, "c", false}).value();
    CHECK(desk.store().sendAgain({returned}).error().code() == ErrorCode::Refused);
    CHECK(desk.listed() == std::vector{returned});
}

TEST_CASE("a returned making and what was built on it are sent again together, in their order")
{
    Desk desk;
    test::acceptAll(desk.store(), 1, desk.device.clock().now());
    const auto made = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    const auto record = desk.store().recordsOfKind(desk.caseId, "note").value().back().id;
    const auto edit = desk.store().edit(record, {{"text", "c"}}).value();
    desk.giveBack({3, 4});
    REQUIRE_FALSE(desk.store().record(record).value().has_value());
    CHECK(desk.store().sendAgain({edit}).error().code() == ErrorCode::Refused);
    CHECK(desk.listed().size() == 2);
    desk.store().sendAgain({edit, made.front()}).value();
    CHECK(desk.store().record(record).value()->text("text") == "c");
    CHECK(desk.listed().empty());
}

TEST_CASE("a returned delete deletes what is there today; where nothing is, it only leaves the list")
{
    Desk desk;
    test::acceptAll(desk.store(), 1, desk.device.clock().now());
    const auto removed = desk.store().remove(desk.note).value();
    desk.giveBack({3});
    CHECK_FALSE(desk.store().record(desk.note).value()->deleted);
    desk.store().sendAgain({removed}).value();
    CHECK(desk.store().record(desk.note).value()->deleted);
    const auto made = desk.store().saveAll({desk.creation(desk.caseId, "b")}).value();
    const auto record = desk.store().recordsOfKind(desk.caseId, "note").value().back().id;
    const auto gone = desk.store().remove(record).value();
    desk.giveBack({5, 6});
    CHECK(desk.store().sendAgain({gone}).value().empty());
    CHECK(desk.listed() == made);
}

TEST_CASE("a returned change that was let go is gone, and can still be exported until then")
{
    Desk desk;
    const auto returned = desk.store().edit(desk.note, {{"text", "b"}}).value();
    desk.giveBack({3});
    CHECK(desk.store().changeLine(returned).value().line.find("\"b\"") != std::string::npos);
    desk.store().dropReturned({returned}).value();
    CHECK(desk.listed().empty());
    CHECK(desk.store().counts().value().returned == 0);
    CHECK_FALSE(desk.store().changeLine(returned).has_value());
    CHECK(desk.store().dropReturned({returned}).error().code() == ErrorCode::NotFound);
    const auto live = desk.store().edit(desk.note, {{"text", "c"}}).value();
    CHECK(desk.store().dropReturned({live}).error().code() == ErrorCode::NotFound);
}

TEST_CASE(
    "a change that the server has not judged itself is still pushed after it was let go, and goes with its verdict")
{
    Desk desk;
    desk.store().edit(desk.note, {{"text", "b"}}).value();
    const auto waiting = desk.store().edit(desk.note, {{"text", "c"}}).value();
    const changelog::Receipt receipt{1, desk.device.clock().now(), {}};
    desk.store()
        .applyVerdicts(1, {{1, VerdictKind::Accepted, receipt, {}, {}},
                           {2, VerdictKind::Accepted, {{2, receipt.received, {}}}, {}, {}},
                           {3, VerdictKind::Quarantined, {}, "access", {}}})
        .value();
    REQUIRE(desk.listed().size() == 2);
    desk.store().dropReturned(desk.listed()).value();
    CHECK(desk.listed().empty());
    CHECK(desk.store().outbox(10, 1 << 20).value().lines.front().line.has_value());
    desk.store().applyVerdicts(1, {{4, VerdictKind::Quarantined, {}, "dependsOn", {}}}).value();
    CHECK_FALSE(desk.store().changeLine(waiting).has_value());
    CHECK(desk.listed().empty());
}
