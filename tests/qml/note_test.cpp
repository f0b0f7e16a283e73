// Notes, by touch and keys on the whole app.
#include "qml/viewmodels/note/note_view_model.h"
#include "qml/viewmodels/start/recent_cases.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;

namespace {

store::CaseRow somebody(AppHarness &harness)
{
    const auto rows =
        harness.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); });
    REQUIRE(rows.has_value());
    const auto row = std::ranges::find_if(
        *rows, [](const store::CaseRow &each) { return !each.card.isProtected && !each.card.shortName.empty(); });
    REQUIRE(row != rows->end());
    return *row;
}

void touch(AppHarness &harness, base::CaseId caseId)
{
    const auto noted = harness.inStore<bool>([caseId](OpenStore &store) -> base::Result<bool> {
        TRY_VOID(noteRecentCase(store, caseId));
        return true;
    });
    REQUIRE(noted.has_value());
}

std::vector<store::RecordView> notesOf(AppHarness &harness, base::CaseId caseId)
{
    const auto notes = harness.inStore<std::vector<store::RecordView>>(
        [caseId](OpenStore &store) { return store.cases.recordsOfKind(caseId, "note"); });
    REQUIRE(notes.has_value());
    return *notes;
}

std::vector<store::FormDraft> noteForms(AppHarness &harness)
{
    auto forms = harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
    REQUIRE(forms.has_value());
    std::erase_if(*forms, [](const store::FormDraft &form) { return form.form != NoteForm::Name; });
    return *forms;
}

} // namespace

TEST_CASE("a quick note takes three presses beside the typing, and is proposed for whom one just dealt with")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    touch(harness, person.caseId);
    const std::size_t before = notesOf(harness, person.caseId).size();
    harness.countTapsAnew();
    harness.tap(QStringLiteral("Nytt"));
    harness.settle();
    harness.tap(QStringLiteral("Anteckning"));
    harness.settle();
    harness.type(QStringLiteral("Ringde. Pratade i tio minuter."));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    CHECK(harness.taps() == 3);
    const auto notes = notesOf(harness, person.caseId);
    REQUIRE(notes.size() == before + 1);
    CHECK(notes.back().text("text") == "Ringde. Pratade i tio minuter.");
    CHECK(noteForms(harness).empty());
}

TEST_CASE("a saved note can be taken back, and its text stands in the field again")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const std::size_t before = notesOf(harness, person.caseId).size();
    harness.app().openNote(person.caseId, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Fel text"));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    REQUIRE(notesOf(harness, person.caseId).size() == before + 1);
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(notesOf(harness, person.caseId).size() == before);
    auto *page = qobject_cast<NoteViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->text() == QStringLiteral("Fel text"));
    CHECK(noteForms(harness).size() == 1);
}

TEST_CASE("what is typed survives a kill and waits as a draft without a person")
{
    AppHarness harness;
    harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Sågs vid stationen"));
    harness.waitFor([&] { return !noteForms(harness).empty(); });
    harness.killAndRestart();
    harness.unlock();
    const auto forms = noteForms(harness);
    REQUIRE(forms.size() == 1);
    CHECK_FALSE(forms.front().caseId.has_value());
    harness.app().openNote(std::nullopt, forms.front().id, std::nullopt);
    harness.settle();
    auto *page = qobject_cast<NoteViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->text() == QStringLiteral("Sågs vid stationen"));
}

TEST_CASE("an empty note that is left leaves nothing behind; a discarded one can be brought back")
{
    AppHarness harness;
    harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
    harness.settle();
    harness.app().back();
    harness.settle();
    CHECK(noteForms(harness).empty());

    harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Kanske"));
    harness.tap(QStringLiteral("Ta bort utkastet"));
    harness.settle();
    CHECK(noteForms(harness).empty());
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(noteForms(harness).size() == 1);
}

TEST_CASE("an addendum names the note that it adds to")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const base::RecordId signedNote(base::Uuid({1, 2, 3}));
    harness.app().openNote(person.caseId, std::nullopt, signedNote);
    harness.settle();
    harness.type(QStringLiteral("Rättelse"));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    CHECK(notesOf(harness, person.caseId).back().text("addendumTo") == signedNote.toString());
}

TEST_CASE("a note that was saved is signed at once where the passphrase is fresh")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    harness.app().openNote(person.caseId, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Hembesök"));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    harness.tap(QStringLiteral("Signera och lås"));
    harness.settle();
    auto *page = qobject_cast<NoteViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->isSigned());
    CHECK(page->undoText().isEmpty());
}
