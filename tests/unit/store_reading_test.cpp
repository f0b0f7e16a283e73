// What lists and pages ask of the store.
#include "core/changelog/record_state.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::json::Object;

TEST_CASE("records are read by their ids in the order asked for, and unknown ones are left out")
{
    test::Device device(801);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const auto first = device.addNote(caseId, "a");
    const auto second = device.addNote(caseId, "b");
    const auto deleted = device.addNote(caseId, "c");
    device.store().remove(deleted).value();
    const auto read =
        device.store().recordsById({second, device.makeId<base::RecordId>(), first, deleted, second}).value();
    REQUIRE(read.size() == 4);
    CHECK(read[0].text("text") == "b");
    CHECK(read[1].text("text") == "a");
    CHECK(read[2].deleted);
    CHECK(read[3].id == second);
    CHECK(device.store().recordsById({}).value().empty());
}

TEST_CASE("pages of the timeline carry their records and lose none of those that share an instant")
{
    test::Device device(802);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    for (int i = 0; i < 7; ++i)
        device.addNote(caseId, std::to_string(i));
    device.clock().advance(std::chrono::minutes(1));
    device.addNote(caseId, "7");
    std::vector<std::string> texts;
    std::optional<store::TimelinePlace> after;
    while (true) {
        const auto page = device.store().timelinePage(caseId, 3, after).value();
        for (const auto &entry : page) {
            CHECK(entry.row.record == entry.record.id);
            CHECK(entry.row.kind == "note");
            texts.push_back(entry.record.text("text"));
        }
        if (page.empty())
            break;
        after = store::TimelinePlace{page.back().row.at, page.back().row.record};
    }
    CHECK(texts == std::vector<std::string>{"7", "6", "5", "4", "3", "2", "1", "0"});
}

TEST_CASE("a page of the timeline says what the server has")
{
    test::Device device(803);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    device.addNote(caseId, "received");
    const auto edited = device.addNote(caseId, "edited later");
    test::acceptAll(device.store(), 1, device.clock().now());
    device.store().edit(edited, Object{{"text", "edited"}}).value();
    const auto page = device.store().timelinePage(caseId, 10).value();
    REQUIRE(page.size() == 2);
    CHECK(page[0].row.delivery == store::Delivery::Local);
    CHECK(page[0].record.text("text") == "edited");
    CHECK(page[1].row.delivery == store::Delivery::Received);
}

TEST_CASE("the agenda of one case is that case's part of the whole")
{
    test::Device device(804);
    device.create().value();
    const auto first = device.addPerson("Kim", "Ek");
    const auto second = device.addPerson("Ali", "Noor");
    const auto due = device.addNote(first, "due");
    device.store().edit(due, Object{{"due", "2026-06-01T08:00:00Z"}}).value();
    device.store().edit(device.addNote(second, "other"), Object{{"due", "2026-06-02T08:00:00Z"}}).value();
    const auto rows = device.store().agendaOfCase(first).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().caseId == first);
    CHECK(rows.front().entry.record == due);
    CHECK(device.store().agenda().value().size() == 2);
    CHECK(device.store().agendaOfCase(device.makeId<base::CaseId>()).value().empty());
}

TEST_CASE("cards of some cases come with what lists show, in the order of lists")
{
    test::Device device(805);
    device.create().value();
    const auto kim = device.addPerson("Kim", "Ek", "n-1");
    device.addPerson("Mira", "Dahl");
    const auto ali = device.addPerson("Ali", "Dahl");
    const auto cards = device.store().cards({kim, ali, device.makeId<base::CaseId>()}).value();
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].caseId == ali);
    CHECK(cards[1].card.shortName == "Kim");
    CHECK(cards[1].card.caseNumber == "n-1");
    CHECK(cards[1].card.birthDate == base::parseDate("1990-02-03").value());
    const auto one = device.store().card(kim).value();
    REQUIRE(one.has_value());
    CHECK(one->card.name == "Kim Ek");
    CHECK_FALSE(device.store().card(device.makeId<base::CaseId>()).value().has_value());
    CHECK(device.store().search("kim").value().front().card.caseNumber == "n-1");
}

TEST_CASE("rules read a held case on demand, and their answer comes back")
{
    test::Device device(806);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    device.addNote(caseId, "a");
    device.store().remove(device.addNote(caseId, "gone")).value();
    std::size_t notes = 0;
    device.store()
        .readCase(caseId,
                  [&](const store::CaseReader &reader) -> base::Result<void> {
                      TRY(const auto read, reader.records(caseId, "note"));
                      notes = read.size();
                      return {};
                  })
        .value();
    CHECK(notes == 1);
    const auto refused = device.store().readCase(caseId, [](const store::CaseReader &) -> base::Result<void> {
        return base::fail(base::ErrorCode::Unsupported, "a rule");
    });
    CHECK(refused.error().code() == base::ErrorCode::Unsupported);
    bool called = false;
    const auto unknown =
        device.store().readCase(device.makeId<base::CaseId>(), [&](const store::CaseReader &) -> base::Result<void> {
            called = true;
            return {};
        });
    CHECK(unknown.error().code() == base::ErrorCode::NotFound);
    CHECK_FALSE(called);
}

TEST_CASE(
    "what this worker has written of a kind is found, the newest first, without what others wrote or what is deleted")
{
    test::Device device(810);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const auto first = device.addNote(caseId, "a");
    device.clock().advance(std::chrono::minutes(1));
    const auto deleted = device.addNote(caseId, "b");
    device.clock().advance(std::chrono::minutes(1));
    const auto last = device.addNote(device.addPerson("Ali", "Noor"), "c");
    device.store().remove(deleted).value();
    const auto notes = device.store().ownRecords("note", 10).value();
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].record == last);
    CHECK(notes[1].record == first);
    CHECK(notes[1].caseId == caseId);
    CHECK(device.store().ownRecords("note", 1).value().size() == 1);
    CHECK(device.store().ownRecords("assessment", 10).value().empty());
}

TEST_CASE("a change has a receipt once the server has taken it, and none before")
{
    test::Device device(811);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const auto note = device.addNote(caseId, "a");
    const auto change = changelog::allHeads(device.store().recordState(note).value().value()).front();
    CHECK_FALSE(device.store().receipt(change).value().has_value());
    const auto received = device.clock().now();
    test::acceptAll(device.store(), 1, received);
    CHECK(device.store().receipt(change).value() == received);
    CHECK_FALSE(device.store().receipt(device.makeId<base::ChangeId>()).value().has_value());
}
