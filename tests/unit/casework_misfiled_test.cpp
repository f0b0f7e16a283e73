// What is sealed in the wrong person's file stays sealed, whatever came in which order, and nothing of it is lost.
#include "core/casework/case_projector.h"
#include "core/casework/misfiled.h"
#include "core/casework/record_schemas.h"
#include "core/casework/timeline_text.h"
#include "core/store/sealed_records.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

using namespace faltakt;
using base::json::Object;
using base::json::Value;
using store::RecordView;

namespace {

/// A device with the kinds of record that there are.
struct Office {
    explicit Office(std::uint64_t seed) : device(seed)
    {
        device.setup().schema = &casework::recordSchemas();
        device.setup().cases = &projector;
        device.create().value();
    }
    store::CaseStore &store() { return device.store(); }
    base::RecordId add(base::CaseId caseId, const std::string &kind, Object fields)
    {
        const auto record = device.makeId<base::RecordId>();
        fields.set("at", base::formatInstant(device.clock().now()));
        (void)store().save({caseId, {changelog::makeCreation(record, kind, std::move(fields))}, {}}).value();
        return record;
    }
    base::RecordId misfile(base::CaseId caseId, base::RecordId record)
    {
        return add(caseId, "misfiled",
                   {{"record", record.toString()},
                    {"byName", "Robin Al"},
                    {"seen", casework::seenIn(*store().recordState(record).value())}});
    }
    std::vector<RecordView> timeline(base::CaseId caseId)
    {
        std::vector<RecordView> records;
        auto page = store().timelinePage(caseId, 100, {}).value();
        for (auto &entry : page)
            records.push_back(std::move(entry.record));
        return records;
    }

    casework::CasePersonProjector projector;
    test::Device device;
};

/// Nothing that is read of the case holds this word.
void checkNowhere(Office &office, base::CaseId caseId, const std::string &word)
{
    const auto holds = [&](const std::vector<RecordView> &records) {
        return std::ranges::any_of(records, [&](const RecordView &record) {
            return base::json::serialise(record.fields).find(word) != std::string::npos;
        });
    };
    CHECK_FALSE(holds(office.timeline(caseId)));
    CHECK_FALSE(holds(office.store().recordsOfCase(caseId).value()));
    CHECK_FALSE(holds(office.store().recordsOfKind(caseId, "note").value()));
    std::vector<base::RecordId> ids;
    const auto rows = office.store().timeline(caseId, 100).value();
    for (const auto &row : rows)
        ids.push_back(row.record);
    CHECK_FALSE(holds(office.store().recordsById(ids).value()));
    CHECK(office.store().search(word, 10).value().empty());
    (void)office.store()
        .readCase(caseId,
                  [&](const store::CaseReader &reader) -> base::Result<void> {
                      for (const char *kind : {"note", "contact", "attachment"})
                          CHECK_FALSE(holds(reader.records(caseId, kind).value()));
                      return {};
                  })
        .value();
    const auto conflicts = office.store().conflicts().value();
    for (const auto &conflict : conflicts)
        for (const auto &head : conflict.heads)
            CHECK(base::json::serialise(head.value).find(word) == std::string::npos);
}

changelog::PullPage pageOf(const std::vector<changelog::PullPage> &lines, const std::vector<std::size_t> &order)
{
    changelog::PullPage page;
    for (const std::size_t each : order)
        for (const auto &item : lines[each].items)
            page.items.push_back(item);
    page.cursor = "c" + std::to_string(order.size() + 100);
    return page;
}

} // namespace

TEST_CASE("what was written in the wrong file is read there as sealed and as nothing else")
{
    Office office(901);
    const auto caseId = office.device.addPerson("Kim", "Ek");
    const auto note = office.add(caseId, "note", {{"text", "hemligt"}, {"due", "2026-06-01T10:00:00Z"}});
    const auto addendum = office.add(caseId, "note", {{"text", "hemligt ocksa"}, {"addendumTo", note.toString()}});
    const auto other = office.add(caseId, "note", {{"text", "hans egen"}});
    REQUIRE(office.store().agenda().value().size() == 1);
    office.misfile(caseId, note);

    checkNowhere(office, caseId, "hemligt");
    CHECK(office.store().agenda().value().empty());
    const auto seal = casework::sealOf(*office.store().record(note).value());
    REQUIRE(seal);
    CHECK(seal->byName == "Robin Al");
    CHECK_FALSE(seal->isLate);
    CHECK(casework::sealOf(*office.store().record(addendum).value())->isLate);
    CHECK(office.store().record(other).value()->text("text") == "hans egen");
    // It stands where it stood.
    CHECK(office.timeline(caseId).size() == 3);
    const auto line = casework::timelineText(*office.store().record(note).value(), base::Language::Swedish);
    CHECK(line.status == "Förd på fel person");
    CHECK(line.text.empty());
    const auto own = office.store().ownRecords("note", 10).value();
    CHECK(own.size() == 1);
}

TEST_CASE("an act that is taken back gives the record back, and one of two does not")
{
    Office office(902);
    const auto caseId = office.device.addPerson("Kim", "Ek");
    const auto note = office.add(caseId, "note", {{"text", "hemligt"}});
    const auto first = office.misfile(caseId, note);
    office.device.clock().advance(std::chrono::minutes(1));
    const auto second = office.misfile(caseId, note);
    const auto at = casework::sealOf(*office.store().record(note).value())->at;
    office.store().remove(second).value();
    CHECK(casework::sealOf(*office.store().record(note).value())->at == at); // The earlier is the one that is told.
    checkNowhere(office, caseId, "hemligt");
    office.store().remove(first).value();
    CHECK(office.store().record(note).value()->text("text") == "hemligt");
}

TEST_CASE("an act takes away neither a person's card nor a matter nor a report of the police")
{
    Office office(903);
    const auto caseId = office.device.addPerson("Kim", "Ek");
    const auto report = office.add(caseId, "lobReport", {{"place", "Torget"}});
    office.misfile(caseId, report);
    office.misfile(caseId, office.store().recordsOfKind(caseId, "person").value().front().id);
    CHECK(office.store().record(report).value()->text("place") == "Torget");
    CHECK(office.store().recordsOfKind(caseId, "person").value().size() == 1);
    CHECK(office.store().search("Ek", 10).value().size() == 1);
}

TEST_CASE("act, edit, addendum and photo of two devices come to the same in every order")
{
    Office first(904);
    Office second(905);
    const auto caseId = first.device.addPerson("Kim", "Ek");
    const auto note = first.add(caseId, "note", {{"text", "hemligt"}});
    const auto begun = test::pageFrom(first.store(), 1, first.device.clock().now());
    test::acceptAll(first.store(), 1, first.device.clock().now());
    second.store().applyPage(begun).value();

    // The first does not know what the second writes, nor the second of the act.
    std::vector<changelog::PullPage> lines;
    first.misfile(caseId, note);
    lines.push_back(test::pageFrom(first.store(), 20, first.device.clock().now()));
    auto send = [&, seq = std::int64_t(30)]() mutable {
        lines.push_back(test::pageFrom(second.store(), seq, second.device.clock().now()));
        test::acceptAll(second.store(), seq, second.device.clock().now());
        seq += 10;
    };
    (void)second.store().edit(note, {{"text", "hemligt, omskrivet"}}).value();
    send();
    const auto addendum = second.add(caseId, "note", {{"text", "hemligt tillagt"}, {"addendumTo", note.toString()}});
    send();
    const auto photo =
        second.add(caseId, "attachment", {{"caption", "hemligt papper"}, {"about", addendum.toString()}});
    send();

    std::vector<std::size_t> order{0, 1, 2, 3};
    std::uint64_t seed = 910;
    do {
        CAPTURE(order[0], order[1], order[2], order[3]);
        Office third(seed++);
        third.store().applyPage(begun).value();
        third.store().applyPage(pageOf(lines, order)).value();
        checkNowhere(third, caseId, "hemligt");
        CHECK(third.store().conflicts().value().empty());
        for (const auto late : {addendum, photo})
            CHECK(casework::sealOf(*third.store().record(late).value())->isLate);
        // Nothing is lost: what was written without knowing is there, and known as not moved.
        const auto state = *third.store().recordState(note).value();
        REQUIRE(state.heads("text").size() == 1);
        CHECK(state.heads("text").front().value == Value("hemligt, omskrivet"));
        const auto acts = third.store().recordsOfKind(caseId, "misfiled").value();
        CHECK(casework::lateFields(state, acts) == std::vector<std::string>{"text"});
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("an act that is malformed seals nothing and breaks nothing")
{
    Office office(907);
    const auto caseId = office.device.addPerson("Kim", "Ek");
    const auto note = office.add(caseId, "note", {{"text", "kvar"}});
    const auto state = *office.store().recordState(note).value();
    std::vector<RecordView> acts;
    for (const Object &fields : {Object{}, Object{{"record", 7}}, Object{{"record", "no id"}, {"at", 5}},
                                 Object{{"record", note.toString()}, {"seen", "text"}},
                                 Object{{"record", note.toString()}, {"seen", Object{{"text", 3}}}},
                                 Object{{"record", note.toString()}, {"byName", nullptr}}}) {
        RecordView act;
        act.kind = "misfiled";
        act.fields = fields;
        acts.push_back(act);
        CHECK(casework::lateFields(state, acts).size() == state.fields().size());
    }
    const auto view = *office.store().record(note).value();
    CHECK_FALSE(store::SealedRecords({acts.begin(), acts.begin() + 3}, {}).contains(view));
    const store::SealedRecords sealed(acts, {view, view});
    REQUIRE(sealed.contains(view));
    const auto seal = casework::sealOf(sealed.veiled(view));
    REQUIRE(seal);
    CHECK_FALSE(seal->at);
    CHECK(seal->byName.empty());
    // A record that hangs on itself, or round in a circle, is no endless walk.
    RecordView circle = view;
    circle.fields.set("addendumTo", view.id.toString());
    CHECK(store::SealedRecords(acts, {circle}).contains(circle));
}

TEST_CASE("what goes along into another file leads back to nothing")
{
    for (const char *field : {"lobReport", "task", "addendumTo", "about", "child", "wasSignedAt", "movedAt", "deleted"})
        CHECK_FALSE(casework::movesAlong(field));
    for (const char *field : {"text", "judgement", "at", "ownWish", "outcome", "aFieldOfANewerVersion"})
        CHECK(casework::movesAlong(field));
    Office office(906);
    const auto record = office.device.makeId<base::RecordId>();
    const std::string key = casework::movedKeyOf(record);
    CHECK(key.size() == 43);
    CHECK(key == casework::movedKeyOf(record));
    CHECK(key != casework::movedKeyOf(office.device.makeId<base::RecordId>()));
}
