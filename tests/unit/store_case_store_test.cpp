#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include "core/base/text.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace faltakt;
using base::json::Object;

TEST_CASE("what is saved is there after reopening")
{
    test::Device device(1);
    device.create().value();
    const auto caseId = device.addPerson("Åsa", "Öberg");
    const auto note = device.addNote(caseId, "Ringde.");
    device.reopen().value();
    const auto records = device.store().recordsOfCase(caseId).value();
    REQUIRE(records.size() == 2);
    CHECK(device.store().record(note).value()->text("text") == "Ringde.");
    CHECK(device.store().counts().value().outbox == 2);
    CHECK(device.store().cases().value().front().card.name == "Åsa Öberg");
}

TEST_CASE("one save over two compartments becomes two changes in one transaction")
{
    test::Device device(2);
    device.create().value();
    const auto caseId = device.makeId<base::CaseId>();
    const auto written =
        device.store()
            .save({caseId,
                   {changelog::makeCreation(device.makeId<base::RecordId>(), "person", Object{{"givenName", "Ali"}}),
                    changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"text", "a"}})},
                   {}})
            .value();
    CHECK(written.size() == 2);
    CHECK(device.store().syncPosition().value().n == 2);
}

TEST_CASE("a value that breaks the schema is refused and nothing is written")
{
    test::Device device(3);
    device.create().value();
    const auto caseId = device.makeId<base::CaseId>();
    const auto refused = device.store().save(
        {caseId,
         {changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"text", "a"}}),
          changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"at", "yesterday"}})},
         {}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == base::ErrorCode::InvalidInput);
    CHECK(refused.error().detail().find("yesterday") == std::string::npos);
    CHECK_FALSE(device.store().hasCase(caseId).value());
    CHECK(device.store().counts().value().changes == 0);
    device.addPerson("Ali", "N");
    CHECK(device.store().syncPosition().value().n == 1);
}

TEST_CASE("a record stays in its case and its kind")
{
    test::Device device(4);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    const auto other = device.makeId<base::CaseId>();
    CHECK_FALSE(
        device.store().save({other, {changelog::makeCreation(note, "note", Object{{"text", "b"}})}, {}}).has_value());
    CHECK_FALSE(device.store()
                    .save({caseId, {changelog::makeCreation(note, "person", Object{{"givenName", "b"}})}, {}})
                    .has_value());
}

TEST_CASE("unknown kinds and fields are kept")
{
    test::Device device(5);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto record = device.makeId<base::RecordId>();
    device.store().save({caseId, {changelog::makeCreation(record, "hologram", Object{{"angle", 3.5}})}, {}}).value();
    CHECK(device.store().record(record).value()->fields.find("angle")->number() == 3.5);
}

TEST_CASE("deleting hides a record and editing it brings it back")
{
    test::Device device(6);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    device.store().remove(note).value();
    CHECK(device.store().recordsOfKind(caseId, "note").value().empty());
    CHECK(device.store().timeline(caseId, 10).value().empty());
    device.store().edit(note, Object{{"text", "b"}}).value();
    REQUIRE(device.store().recordsOfKind(caseId, "note").value().size() == 1);
    CHECK(device.store().timeline(caseId, 10).value().size() == 1);
    CHECK(device.store().conflicts().value().empty());
}

TEST_CASE("time of a change never goes back on one device, and saving works at any clock")
{
    test::Device device(7);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    device.clock().setWall(base::instantFromMs(0));
    const auto early = device.addNote(caseId, "a");
    device.clock().setWall(base::instantFromMs(4'000'000'000'000));
    device.addNote(caseId, "b");
    const auto state = device.store().recordState(early).value();
    const auto line = device.store().changeLine(state->heads("text").front().change).value();
    CHECK(base::toMs(line.change.at) == 1'780'000'000'000);
    device.reopen().value();
    device.clock().setWall(base::instantFromMs(5));
    const auto late = device.addNote(caseId, "c");
    const auto lateState = device.store().recordState(late).value();
    CHECK(base::toMs(device.store().changeLine(lateState->heads("text").front().change).value().change.at)
          == 4'000'000'000'000);
}

TEST_CASE("people are found by the beginning of any name or number, the Swedish way")
{
    test::Device device(8);
    device.create().value();
    const auto asa = device.addPerson("Åsa", "Öberg", "198001010001");
    const auto rene = device.addPerson("René", "Müller-Ek", "199002020002");
    device.addPerson("Anna", "Oberg");
    const auto only = [&](std::string_view query) {
        const auto rows = device.store().search(query).value();
        return rows.size() == 1 ? rows.front().caseId : base::CaseId();
    };
    CHECK(only("åsa") == asa);
    CHECK(only("ÖB") == asa);
    CHECK(only("öberg ås") == asa);
    CHECK(only("rene") == rene);
    CHECK(only("muller") == rene);
    CHECK(only("ek") == rene);
    CHECK(only("1990-02") == base::CaseId());
    CHECK(only("19900202") == rene);
    CHECK(device.store().search("a").value().size() == 1);
    CHECK(device.store().search("").value().empty());
    CHECK(device.store().search("\" OR *").value().empty());
    CHECK(device.store().search("NEAR(").value().empty());
}

TEST_CASE("a changed name is found by the new one alone")
{
    test::Device device(9);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "Nilsson");
    const auto person = device.store().recordsOfKind(caseId, "person").value().front().id;
    device.store().edit(person, Object{{"familyName", "Ek"}}).value();
    CHECK(device.store().search("nilsson").value().empty());
    CHECK(device.store().search("ek").value().size() == 1);
}

TEST_CASE("the timeline is newest first and pages by time")
{
    test::Device device(10);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    for (int i = 0; i < 5; ++i) {
        device.clock().advance(std::chrono::minutes(1));
        device.addNote(caseId, std::to_string(i));
    }
    const auto first = device.store().timeline(caseId, 3).value();
    REQUIRE(first.size() == 3);
    CHECK(first[0].at > first[1].at);
    CHECK(first[0].delivery == store::Delivery::Local);
    const auto rest = device.store().timeline(caseId, 3, first.back().at).value();
    CHECK(rest.size() == 2);
    test::acceptAll(device.store(), 1, device.clock().now());
    CHECK(device.store().timeline(caseId, 1).value().front().delivery == store::Delivery::Received);
}

TEST_CASE("projections of another version are rebuilt in steps and then say the same as fresh ones")
{
    test::Device device(11);
    device.create().value();
    for (int i = 0; i < 7; ++i) {
        const auto caseId = device.addPerson("P" + std::to_string(i), "N");
        const auto note = device.addNote(caseId, "a");
        device.store().edit(note, Object{{"due", "2026-03-01T10:00:00Z"}}).value();
    }
    CHECK_FALSE(device.store().rebuildNeeded().value());
    const auto before = device.store().agenda().value().size();
    device.agenda().m_version = "2";
    device.cards().m_version = "2";
    device.reopen().value();
    CHECK(device.store().rebuildNeeded().value());
    int steps = 0;
    while (!device.store().rebuildStep(3).value()) {
        ++steps;
        device.reopen().value();
    }
    CHECK(steps >= 4);
    CHECK_FALSE(device.store().rebuildNeeded().value());
    CHECK(device.store().agenda().value().size() == before);
    CHECK(device.store().search("p3").value().size() == 1);
    CHECK(device.store().cases().value().size() == 7);
}

TEST_CASE("what is current is not built again")
{
    test::Device device(11);
    device.create().value();
    for (const char *name : {"A", "B", "C"})
        device.addPerson(name, "N");
    device.reopen().value();
    REQUIRE_FALSE(device.store().rebuildNeeded().value());
    CHECK(device.store().rebuildStep(1).value());
    CHECK_FALSE(device.store().rebuildNeeded().value());
}

TEST_CASE("reading is logged durably, outside the records")
{
    test::Device device(12);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    device.store().logAccess(caseId, "open", "assigned", {}).value();
    device.reopen().value();
    CHECK(device.store().recordsOfCase(caseId).value().size() == 1);
    CHECK(device.store().counts().value().outbox == 2);
    test::acceptAll(device.store(), 1, device.clock().now());
    CHECK(device.store().counts().value().changes == 1);
    CHECK(device.store().counts().value().outbox == 0);
}

TEST_CASE("scratch is durable per answer, never sent, and leaves a count or an assessment")
{
    test::Device device(13);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto kept = device.store().startScratch("audit-c", "1", Object{{"sex", "f"}}).value();
    const auto dropped = device.store().startScratch("dudit", "1", {}).value();
    device.store().answerScratch(kept, "1", Object{{"option", "never"}}).value();
    device.reopen().value();
    REQUIRE(device.store().scratches().value().size() == 2);
    store::CaseStore::Scratch longer = device.store().scratches().value().front();
    const base::Instant begun = longer.created;
    longer.instrument = "audit";
    longer.context = Object{{"sex", "m"}};
    longer.answers.set("2", Object{{"option", "one-or-two"}});
    device.store().rewriteScratch(longer).value();
    const auto rewritten = device.store().scratches().value();
    REQUIRE(rewritten.size() == 2);
    CHECK(std::ranges::count_if(rewritten,
                                [&](const auto &scratch) {
                                    return scratch.id == longer.id && scratch.instrument == "audit"
                                           && scratch.answers.size() == 2 && scratch.context == Object{{"sex", "m"}}
                                           && scratch.created == begun;
                                })
          == 1);
    CHECK(device.store().rewriteScratch({device.makeId<base::ScratchId>(), "audit", "1", {}, {}, {}}).error().code()
          == base::ErrorCode::NotFound);
    CHECK(device.store().counts().value().outbox == 1);
    const auto record = device.store().attachScratch(kept, caseId).value();
    CHECK(device.store().record(record).value()->fields.contains("answers/1"));
    device.store().discardScratch(dropped).value();
    CHECK_FALSE(device.store().discardScratch(dropped).has_value());
    CHECK(device.store().scratches().value().empty());
    device.store().startScratch("audit-c", "1", {}).value();
    device.clock().advance(std::chrono::hours(25));
    CHECK(device.store().discardScratchOlderThan(std::chrono::hours(24)).value() == 1);
}

TEST_CASE("a new key keeps everything")
{
    test::Device device(14);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    base::SeededRandom random(99);
    const auto next = crypto::SecretBytes::makeRandom(random, 32);
    device.store().rekey(next).value();
    device.close();
    CHECK(store::CaseStore::open(device.setup(), device.key()).error().code() == base::ErrorCode::WrongKey);
    const auto opened = store::CaseStore::open(device.setup(), next);
    REQUIRE(opened.has_value());
    CHECK((*opened)->hasCase(caseId).value());
}

namespace {

/// Every file beside and of the store, read raw.
std::string everyByteOf(const std::string &folder)
{
    std::string bytes;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
}

std::string asUtf16(const std::string &ascii)
{
    std::string wide;
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

} // namespace

TEST_CASE("nothing of scratch, forms, records or search lies readable in any file, with the store open or closed")
{
    test::Device device(15);
    device.create().value();
    const std::array<std::string, 6> markers = {"Scratchmarkoer",      "Namnmarkoer",    "Notmarkoer",
                                                "Sifferx198001010001", "Kontextmarkoer", "Formmarkoer"};
    const auto scratch =
        device.store().startScratch("audit-c", "1", Object{{"sex", "f"}, {"ageBand", markers[4]}}).value();
    device.store().answerScratch(scratch, "1", Object{{"option", markers[0]}}).value();
    const auto caseId = device.addPerson(markers[1], "N", markers[3]);
    device.addNote(caseId, markers[2]);
    device.store().keepForm({device.makeId<base::RecordId>(), "note", caseId, Object{{"text", markers[5]}}}).value();
    const auto check = [&] {
        const std::string bytes = everyByteOf(device.folder().path());
        REQUIRE(bytes.size() > 4096);
        for (const std::string &marker : markers) {
            CHECK(bytes.find(marker) == std::string::npos);
            CHECK(bytes.find(base::foldForSearch(marker)) == std::string::npos);
            CHECK(bytes.find(asUtf16(marker)) == std::string::npos);
        }
    };
    check();
    device.close();
    check();
}
