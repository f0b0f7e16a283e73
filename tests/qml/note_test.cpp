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
    const auto row = std::ranges::find_if(*rows, [](const store::CaseRow &each) {
        return !each.card.isProtected && each.card.stage != "closed" && !each.card.shortName.empty();
    });
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

NoteViewModel &page(AppHarness &harness)
{
    auto *page = qobject_cast<NoteViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    return *page;
}

void lock(AppHarness &harness)
{
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
}

void tapField(AppHarness &harness)
{
    QQuickItem *field = harness.find(QAccessible::EditableText, QStringLiteral("Vad hände?"));
    REQUIRE(field);
    harness.tap(field);
    harness.key(Qt::Key_End);
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

TEST_CASE("while the device is locked no field of a note holds what was typed; afterwards it is there again")
{
    AppHarness harness;
    harness.app().openNote(somebody(harness).caseId, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Hon sa nej"));
    REQUIRE(harness.fieldTexts().contains(QStringLiteral("Hon sa nej")));
    lock(harness);
    CHECK_FALSE(harness.fieldTexts().contains(QStringLiteral("Hon sa nej")));
    harness.unlock();
    harness.settle();
    CHECK(page(harness).text() == QStringLiteral("Hon sa nej"));
    CHECK(harness.fieldTexts().contains(QStringLiteral("Hon sa nej")));
}

TEST_CASE("a key that comes before a note is read again does not stand in the place of the note")
{
    AppHarness harness;
    harness.app().openNote(somebody(harness).caseId, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Hela meningen"));
    lock(harness);
    page(harness).editText(QStringLiteral("X"));
    harness.unlock();
    harness.settle();
    CHECK(page(harness).text() == QStringLiteral("Hela meningen"));
    page(harness).leave();
    harness.settle();
    REQUIRE(noteForms(harness).size() == 1);
    CHECK(readNoteForm(noteForms(harness).front().fields).text == "Hela meningen");
}

TEST_CASE("writing on after the draft was taken away is kept like any other note")
{
    AppHarness harness;
    harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Kanske"));
    harness.tap(QStringLiteral("Ta bort utkastet"));
    harness.settle();
    REQUIRE(noteForms(harness).empty());
    tapField(harness);
    harness.type(QStringLiteral(" ändå"));
    harness.app().back();
    harness.settle();
    REQUIRE(noteForms(harness).size() == 1);
    CHECK(readNoteForm(noteForms(harness).front().fields).text == "Kanske ändå");
}

TEST_CASE("a draft belongs to whom it was begun about, and without anybody it is proposed to nobody")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    SECTION("begun without anybody")
    {
        harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
        harness.settle();
        harness.type(QStringLiteral("Sågs vid stationen"));
        harness.app().back();
        harness.settle();
        REQUIRE(noteForms(harness).size() == 1);
        touch(harness, person.caseId);
        harness.app().openNote(std::nullopt, noteForms(harness).front().id, std::nullopt);
        harness.settle();
        CHECK(page(harness).personText().isEmpty());
        CHECK(harness.findPressable(QStringLiteral("Välj person och spara")) != nullptr);
    }
    SECTION("begun about the one who was proposed")
    {
        touch(harness, person.caseId);
        harness.app().openNote(std::nullopt, std::nullopt, std::nullopt);
        harness.settle();
        harness.type(QStringLiteral("Ringde"));
        harness.app().back();
        harness.settle();
        REQUIRE(noteForms(harness).size() == 1);
        CHECK(noteForms(harness).front().caseId == person.caseId);
    }
}

TEST_CASE("a note that is saved as the device locks stays saved, and is not offered to be taken back without its text")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const std::size_t before = notesOf(harness, person.caseId).size();
    harness.app().openNote(person.caseId, std::nullopt, std::nullopt);
    harness.settle();
    harness.type(QStringLiteral("Ringde tillbaka"));
    page(harness).save();
    lock(harness);
    harness.unlock();
    harness.settle();
    CHECK(page(harness).isSaved());
    CHECK(page(harness).undoText().isEmpty());
    page(harness).undo();
    harness.settle();
    REQUIRE(notesOf(harness, person.caseId).size() == before + 1);
    CHECK(notesOf(harness, person.caseId).back().text("text") == "Ringde tillbaka");
}
