// Unfinished forms, and stores of earlier releases.
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include "core/store/database.h"

#include <filesystem>

using namespace faltakt;
using base::json::Object;
using store::FormDraft;

namespace {

FormDraft noteForm(test::Device &device, std::optional<base::CaseId> caseId, const std::string &text)
{
    return {device.makeId<base::RecordId>(), "note", caseId, Object{{"text", text}}};
}

store::Draft noteDraft(test::Device &device, base::CaseId caseId, const std::string &text)
{
    return {caseId, {changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"text", text}})}, {}};
}

} // namespace

TEST_CASE("a form that was kept is there after reopening, as it was typed last")
{
    test::Device device(701);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    FormDraft form = noteForm(device, caseId, "Ring");
    const auto begun = device.clock().now();
    device.store().keepForm(form).value();
    device.clock().advance(std::chrono::seconds(5));
    form.fields = Object{{"text", "Ringde och"}, {"place", Object{{"kind", "home"}}}};
    device.store().keepForm(form).value();
    device.reopen().value();
    const auto kept = device.store().form(form.id).value();
    REQUIRE(kept.has_value());
    CHECK(kept->form == "note");
    CHECK(kept->caseId == caseId);
    CHECK(kept->fields == form.fields);
    CHECK(kept->created == begun);
    CHECK(kept->updated == begun + std::chrono::seconds(5));
    CHECK(device.store().forms().value().size() == 1);
}

TEST_CASE("forms are listed with the last touched first")
{
    test::Device device(702);
    device.create().value();
    const FormDraft first = noteForm(device, std::nullopt, "a");
    const FormDraft second = noteForm(device, std::nullopt, "b");
    for (const FormDraft *form : {&first, &second, &first}) {
        device.clock().advance(std::chrono::seconds(1));
        device.store().keepForm(*form).value();
    }
    const auto forms = device.store().forms().value();
    REQUIRE(forms.size() == 2);
    CHECK(forms[0].id == first.id);
    CHECK(forms[1].id == second.id);
}

TEST_CASE("a kept form is no change: nothing of it is counted, sent or sealed")
{
    test::Device device(703);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const auto before = device.store().unsentLines().value();
    device.store().keepForm(noteForm(device, caseId, "Ringde")).value();
    CHECK(device.store().unsentLines().value() == before);
    CHECK(device.store().syncPosition().value().n == 1);
    CHECK(device.store().outbox(100, 1 << 20).value().lines.size() == 1);
    CHECK(device.store().recordsOfKind(caseId, "note").value().empty());
}

TEST_CASE("saving from a form writes the changes and takes the form away")
{
    test::Device device(704);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const FormDraft form = noteForm(device, caseId, "Ringde");
    device.store().keepForm(form).value();
    const auto written = device.store().saveFromForm(form.id, {noteDraft(device, caseId, "Ringde")}).value();
    CHECK(written.size() == 1);
    CHECK(device.store().recordsOfKind(caseId, "note").value().size() == 1);
    CHECK(device.store().forms().value().empty());
}

TEST_CASE("a save that is refused leaves the form as it is")
{
    test::Device device(705);
    device.create().value();
    const auto caseId = device.addPerson("Kim", "Ek");
    const FormDraft form = noteForm(device, caseId, "Ringde");
    device.store().keepForm(form).value();
    store::Draft bad = noteDraft(device, caseId, "Ringde");
    bad.sets.front().fields.set("at", "in the morning");
    const auto refused = device.store().saveFromForm(form.id, {noteDraft(device, caseId, "first"), bad});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == base::ErrorCode::InvalidInput);
    CHECK(device.store().form(form.id).value()->fields == form.fields);
    CHECK(device.store().recordsOfKind(caseId, "note").value().empty());
}

TEST_CASE("a dropped form is gone, and dropping it again is no error")
{
    test::Device device(706);
    device.create().value();
    const FormDraft form = noteForm(device, std::nullopt, "a");
    device.store().keepForm(form).value();
    device.store().dropForm(form.id).value();
    CHECK_FALSE(device.store().form(form.id).value().has_value());
    CHECK(device.store().dropForm(form.id).has_value());
}

TEST_CASE("what no change could hold is refused, and what the form held before stays")
{
    test::Device device(707);
    device.create().value();
    FormDraft form = noteForm(device, std::nullopt, "a");
    device.store().keepForm(form).value();
    form.fields.set("text", std::string(changelog::ChangeLimits::LineBytes, 'x'));
    CHECK(device.store().keepForm(form).error().code() == base::ErrorCode::TooLarge);
    base::json::Value deep("x");
    for (int i = 0; i < 20; ++i)
        deep = Object{{"in", std::move(deep)}};
    form.fields = Object{{"text", std::move(deep)}};
    CHECK(device.store().keepForm(form).error().code() == base::ErrorCode::TooLarge);
    form.fields = Object{{"text", "b"}};
    form.form.clear();
    CHECK(device.store().keepForm(form).error().code() == base::ErrorCode::InvalidInput);
    CHECK(device.store().form(form.id).value()->fields == Object{{"text", "a"}});
}

TEST_CASE("a form outlives its case, without the case")
{
    test::Device device(708);
    device.create().value();
    const auto taken = device.addPerson("Kim", "Ek");
    const auto held = device.addPerson("Ali", "Noor");
    FormDraft ofTaken = noteForm(device, taken, "a");
    const FormDraft ofHeld = noteForm(device, held, "b");
    device.store().keepForm(ofTaken).value();
    device.store().keepForm(ofHeld).value();
    device.store().applyPage({{changelog::ForgetLine{taken, {}, 1}}, "c", false}).value();
    CHECK(device.store().form(ofTaken.id).value()->fields == ofTaken.fields);
    CHECK_FALSE(device.store().form(ofTaken.id).value()->caseId.has_value());
    CHECK(device.store().form(ofHeld.id).value()->caseId == held);
    device.store().keepForm(ofTaken).value();
    CHECK_FALSE(device.store().form(ofTaken.id).value()->caseId.has_value());
}

namespace {

/// A device whose store is that of an earlier release; see tests/data/stores/README.md.
struct EarlierDevice {
    EarlierDevice()
    {
        std::filesystem::copy_file(std::string(FALTAKT_SOURCE_DIR) + "/tests/data/stores/release_001.db",
                                   device.setup().path);
    }
    test::Device device{1001};
};

/// The statements that make the schema, in the order of their names.
std::vector<std::string> schemaOf(test::Device &device)
{
    device.close();
    const auto database = store::Database::open({.path = device.setup().path}, device.key()).value();
    auto statement = database->prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name").value();
    std::vector<std::string> texts;
    while (statement.step().value())
        texts.emplace_back(statement.text(0));
    return texts;
}

} // namespace

TEST_CASE("a store of the first release opens with all that is in it, and takes forms")
{
    EarlierDevice earlier;
    auto &device = earlier.device;
    device.reopen().value();
    auto &store = device.store();
    const auto found = store.search("kim ek").value();
    REQUIRE(found.size() == 1);
    const auto notes = store.recordsOfKind(found.front().caseId, "note").value();
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text("text") == "Ringde och fick svar efter lunch.");
    CHECK(store.counts().value().cases == 2);
    CHECK(store.returned().value().size() == 1);
    CHECK(store.scratches().value().size() == 1);
    CHECK(store.unsentLines().value().size() == 2);
    const FormDraft form = noteForm(device, found.front().caseId, "a");
    store.keepForm(form).value();
    CHECK(store.form(form.id).value()->caseId == found.front().caseId);
    CHECK(store.checkIntegrity().has_value());
}

TEST_CASE("a migrated store has the schema of a new one")
{
    EarlierDevice earlier;
    earlier.device.reopen().value();
    test::Device fresh(710);
    fresh.create().value();
    CHECK(schemaOf(earlier.device) == schemaOf(fresh));
}
