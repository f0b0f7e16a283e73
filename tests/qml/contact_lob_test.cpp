// The follow-up of a police report, by touch on the whole app.
#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_file_export.h"
#include "platform/fake/fake_pdf_printer.h"
#include "platform/fake/fake_photo_shelf.h"
#include "platform/fake/fake_screen_guard.h"
#include "platform/fake/fake_telephone.h"
#include "platform/fake/fake_voice.h"
#include "platform/image/qt_photo_cleaner.h"
#include "qml/viewmodels/contact/call_list_view_model.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;

namespace {

/// The first of three attempts: the report came in yesterday.
base::CaseId firstToCall(AppHarness &harness, bool dangerSign = false)
{
    return test::someoneToRing(harness, {.age = std::chrono::hours(28), .dangerSign = dangerSign});
}

base::CaseId openAttempt(AppHarness &harness)
{
    const base::CaseId caseId = firstToCall(harness);
    harness.app().openLobContact(caseId, std::nullopt, LobStart::Ring);
    harness.settle();
    return caseId;
}

std::vector<store::RecordView> contactsOf(AppHarness &harness, base::CaseId caseId)
{
    return test::recordsOf(harness, caseId, "contact");
}

} // namespace

TEST_CASE("no answer is saved by one press, books another day and hour, and can be taken back")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    const std::size_t before = contactsOf(harness, caseId).size();
    CHECK(harness.shows(QStringLiteral("Påbörjat 13:07")));
    harness.countTapsAnew();
    harness.tap(QStringLiteral("Inget svar"));
    harness.settle();
    CHECK(harness.taps() == 1);

    const auto contacts = contactsOf(harness, caseId);
    REQUIRE(contacts.size() == before + 1);
    CHECK(contacts.back().text("outcome") == "noAnswer");
    REQUIRE(contacts.back().instant("nextAt").has_value());
    CHECK(*contacts.back().instant("nextAt") > harness.clock().now());
    CHECK(harness.shows(QStringLiteral("Nästa gång:")));
    CHECK(test::formCount(harness, AttemptForm::Name) == 0);

    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(contactsOf(harness, caseId).size() == before);
    CHECK(harness.shows(QStringLiteral("Vem talar jag med?")));
}

TEST_CASE("an attempt that is saved as the device locks stays saved, and is not offered to be taken back empty")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    const std::size_t before = contactsOf(harness, caseId).size();
    auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page);
    int row = 0;
    while (page->outcomes()->data(page->outcomes()->index(row), ChoiceListModel::TextRole).toString()
           != QStringLiteral("Inget svar"))
        REQUIRE(++row < page->outcomes()->rowCount());
    page->outcomes()->choose(row);
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK(page->step() == LobContactViewModel::Step::Done);
    CHECK(page->undoText().isEmpty());
    CHECK(contactsOf(harness, caseId).size() == before + 1);
}

TEST_CASE("words that were typed in a talk are in no field while the device is locked, and there again afterwards")
{
    AppHarness harness;
    openAttempt(harness);
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    QQuickItem *field = harness.find(QAccessible::EditableText, QStringLiteral("Kort om samtalet"));
    REQUIRE(field);
    harness.tap(field);
    harness.type(QStringLiteral("Vill sluta"));
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    CHECK_FALSE(harness.fieldTexts().contains(QStringLiteral("Vill sluta")));
    harness.unlock();
    harness.settle();
    CHECK(harness.fieldTexts().contains(QStringLiteral("Vill sluta")));
}

TEST_CASE("a talk is saved in five presses after Ring, with the booked next contact")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    harness.countTapsAnew();
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    harness.tap(QStringLiteral("Ja, Kan personen prata ostört?"));
    harness.tap(QStringLiteral("Tog emot råd"));
    harness.settle();
    harness.tap(QStringLiteral("Boka den"));
    harness.tap(QStringLiteral("Avsluta och spara"));
    harness.settle();
    CHECK(harness.taps() == 5);

    const store::RecordView contact = contactsOf(harness, caseId).back();
    CHECK(contact.text("outcome") == "reached");
    CHECK(contact.text("result") == "tookAdvice");
    CHECK(contact.text("alone") == "yes");
    CHECK(contact.text("children") == "notAsked");
    CHECK(contact.instant("nextAt").has_value());
}

TEST_CASE("finishing without an outcome says what is missing and saves nothing")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    const std::size_t before = contactsOf(harness, caseId).size();
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    harness.tap(QStringLiteral("Avsluta och spara"));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Välj hur samtalet slutade.")));
    CHECK(contactsOf(harness, caseId).size() == before);
}

TEST_CASE("a killed app comes back to the talk with what was chosen and typed")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    harness.tap(QStringLiteral("Barn, ingen oro"));
    harness.settle();
    harness.waitFor([&] {
        const auto forms =
            harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return forms && std::ranges::any_of(*forms, [](const store::FormDraft &form) {
                   return readAttemptForm(form.fields).children == "noWorry";
               });
    });
    harness.killAndRestart();
    harness.unlock();
    harness.app().openLobContact(caseId, std::nullopt);
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Hur slutade samtalet?")));
    auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->step() == LobContactViewModel::Step::Talk);
    CHECK(page->talk()->children()->chosenIndex() == 1);
}

TEST_CASE("an attempt about which nothing was said leaves nothing behind")
{
    AppHarness harness;
    openAttempt(harness);
    CHECK(test::formCount(harness, AttemptForm::Name) == 1);
    harness.app().back();
    harness.settle();
    CHECK(test::formCount(harness, AttemptForm::Name) == 0);
}

TEST_CASE("whoever cannot talk now is booked for another time")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    const std::size_t before = contactsOf(harness, caseId).size();
    harness.tap(QStringLiteral("Kan inte prata nu"));
    harness.settle();
    // A day is proposed; a time that nobody has agreed to is not.
    harness.tap(QStringLiteral("Boka"));
    CHECK(harness.shows(QStringLiteral("Välj en tid.")));
    CHECK(contactsOf(harness, caseId).size() == before);
    harness.tap(QStringLiteral("I morgon"));
    harness.tap(QStringLiteral("10:00"));
    harness.tap(QStringLiteral("Boka"));
    harness.settle();
    const store::RecordView contact = contactsOf(harness, caseId).back();
    CHECK(contact.text("outcome") == "callLater");
    CHECK(contact.text("nextAt") == "2025-10-18T08:00:00Z");
}

TEST_CASE("a worry about children says ring, and never that something was sent")
{
    AppHarness harness;
    openAttempt(harness);
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    harness.tap(QStringLiteral("Barn, oro"));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Ring barnenheten nu")));
    CHECK(harness.shows(QStringLiteral("Fältakt skickar ingen anmälan")));
}

TEST_CASE("the call list leads from one call to the next")
{
    AppHarness harness;
    harness.app().openCallList();
    harness.settle();
    auto *list = qobject_cast<CallListViewModel *>(harness.app().navigator()->top());
    REQUIRE(list != nullptr);
    REQUIRE(list->calls()->count() >= 2);
    harness.tap(QStringLiteral("Ring, "));
    harness.settle();
    auto *first = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(first != nullptr);
    const auto caseId = first->shownCase();
    harness.tap(QStringLiteral("Inget svar"));
    harness.settle();
    harness.tap(QStringLiteral("Nästa i listan"));
    harness.settle();
    auto *second = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(second != nullptr);
    CHECK(second->shownCase() != caseId);
    CHECK(second->step() == LobContactViewModel::Step::Call);
}

TEST_CASE("opening an attempt is in the access log before anything is shown")
{
    AppHarness harness;
    const base::CaseId caseId = firstToCall(harness);
    const auto count = [&] {
        const auto counts = harness.inStore<store::StoreCounts>([](OpenStore &store) { return store.cases.counts(); });
        REQUIRE(counts.has_value());
        return counts->changes;
    };
    const auto before = count();
    harness.app().openLobContact(caseId, std::nullopt);
    harness.settle();
    CHECK(count() == before + 1);
}

TEST_CASE("a no asks once about later contact, and stops the tries")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    harness.tap(QStringLiteral("Fler …"));
    harness.settle();
    harness.tap(QStringLiteral("Tackade nej"));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Försöken slutar")));
    harness.tap(QStringLiteral("Nej, Får vi höra av oss igen?"));
    harness.tap(QStringLiteral("Spara"));
    harness.settle();
    const store::RecordView contact = contactsOf(harness, caseId).back();
    CHECK(contact.text("outcome") == "declined");
    CHECK(contact.text("mayContactAgain") == "no");
    const auto calls = harness.inStore<std::vector<QueuedCall>>([](OpenStore &store) { return readCallQueue(store); });
    REQUIRE(calls.has_value());
    CHECK(std::ranges::none_of(*calls, [&](const QueuedCall &call) { return call.item.caseId == caseId; }));
}

TEST_CASE("who needs an interpreter has the language noted on the card")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    harness.tap(QStringLiteral("Fler …"));
    harness.settle();
    harness.tap(QStringLiteral("Behöver tolk"));
    harness.settle();
    harness.tap(QStringLiteral("finska"));
    harness.tap(QStringLiteral("Spara"));
    harness.settle();
    const auto people = harness.inStore<std::vector<store::RecordView>>(
        [caseId](OpenStore &store) { return store.cases.recordsOfKind(caseId, "person"); });
    REQUIRE(people.has_value());
    CHECK(people->front().text("interpreter") == "fi");
}

TEST_CASE("a lock in mid-talk forgets what is shown and brings it back after it")
{
    AppHarness harness;
    const base::CaseId caseId = openAttempt(harness);
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    harness.tap(QStringLiteral("Ja, Kan personen prata ostört?"));
    auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK_FALSE(page->header()->personName().isEmpty());
    harness.app().lockNow();
    CHECK(page->header()->personName().isEmpty());
    CHECK(page->talk()->alone()->chosenIndex() == -1);
    harness.unlock();
    harness.settle();
    CHECK(page->shownCase() == caseId);
    CHECK(page->step() == LobContactViewModel::Step::Talk);
    CHECK(page->talk()->alone()->chosenIndex() == 0);
}

TEST_CASE("with hidden names the page of an attempt shows the case number alone")
{
    AppHarness harness;
    harness.app().settings()->setNamesHidden(true);
    openAttempt(harness);
    auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->header()->personName().startsWith(QStringLiteral("Ärende ")));
}

namespace {

/// The page of an attempt on a device with a telephone, or without one.
struct PageWithTelephone {
    explicit PageWithTelephone(AppHarness &harness, bool canCall, LobStart start = LobStart::Ring)
        : telephone(canCall), services{harness.composition().workspace(),
                                       *harness.app().settings(),
                                       harness.app(),
                                       harness.clock(),
                                       telephone,
                                       screen,
                                       files,
                                       pdf,
                                       scanner,
                                       reasons,
                                       photos,
                                       cleaner,
                                       voice},
          page(services, firstToCall(harness), std::nullopt, start)
    {
        page.load();
        harness.waitFor([&] { return !page.isLoading(); });
    }

    platform::FakeTelephone telephone;
    platform::FakeScreenGuard screen;
    platform::FakeFileExport files;
    platform::FakePdfPrinter pdf;
    platform::FakeCodeScanner scanner;
    platform::FakePhotoShelf photos;
    platform::QtPhotoCleaner cleaner;
    platform::FakeVoice voice;
    FileReasons reasons;
    AppServices services;
    LobContactViewModel page;
};

} // namespace

TEST_CASE("opening an attempt dials where the device can, once")
{
    AppHarness harness;
    PageWithTelephone with(harness, true);
    CHECK(with.page.canCall());
    REQUIRE(with.telephone.calls().size() == 1);
    CHECK(with.telephone.calls().front().starts_with("tel:"));
    with.page.load();
    harness.settle();
    CHECK(with.telephone.calls().size() == 1);
    with.page.dial(0);
    CHECK(with.telephone.calls().size() == 2);
}

TEST_CASE("a page that was opened to look rings nobody and begins nothing")
{
    AppHarness harness;
    PageWithTelephone with(harness, true, LobStart::Open);
    CHECK(with.telephone.calls().empty());
    CHECK(with.page.startedText().isEmpty());
    CHECK(test::formCount(harness, AttemptForm::Name) == 0);
    with.page.dial(0);
    CHECK(with.telephone.calls().size() == 1);
    CHECK_FALSE(with.page.startedText().isEmpty());
    CHECK(test::formCount(harness, AttemptForm::Name) == 1);
}

TEST_CASE("a letter is asked for once, however often the button is pressed")
{
    AppHarness harness;
    const base::CaseId caseId = firstToCall(harness);
    harness.app().openLobContact(caseId, std::nullopt);
    harness.settle();
    auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
    page->askForLetter();
    page->askForLetter();
    harness.settle();
    CHECK(page->problem().isEmpty());
    CHECK_FALSE(page->letterUndoText().isEmpty());
}

TEST_CASE("with two open reports the page speaks of the one whose row was tapped")
{
    AppHarness harness;
    const base::CaseId caseId = firstToCall(harness);
    firstToCall(harness, true);
    const auto reports = harness.inStore<std::vector<store::RecordView>>(
        [caseId](OpenStore &store) { return store.cases.recordsOfKind(caseId, "lobReport"); });
    std::vector<base::RecordId> open;
    for (const store::RecordView &report : *reports)
        if (report.text("status") == "open")
            open.push_back(report.id);
    REQUIRE(open.size() >= 2);
    for (const base::RecordId report : open) {
        harness.app().openLobContact(caseId, report);
        harness.settle();
        auto *page = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        CHECK(page->header()->page().report == report);
    }
}

TEST_CASE("an attempt that was begun before is gone on with, and not dialled again")
{
    AppHarness harness;
    openAttempt(harness);
    harness.tap(QStringLiteral("Personen själv"));
    harness.settle();
    const auto caseId = qobject_cast<LobContactViewModel *>(harness.app().navigator()->top())->shownCase();
    platform::FakeTelephone telephone;
    platform::FakeScreenGuard screen;
    platform::FakeFileExport files;
    platform::FakePdfPrinter pdf;
    platform::FakeCodeScanner scanner;
    platform::FakePhotoShelf photos;
    platform::QtPhotoCleaner cleaner;
    platform::FakeVoice voice;
    FileReasons reasons;
    AppServices services{harness.composition().workspace(),
                         *harness.app().settings(),
                         harness.app(),
                         harness.clock(),
                         telephone,
                         screen,
                         files,
                         pdf,
                         scanner,
                         reasons,
                         photos,
                         cleaner,
                         voice};
    LobContactViewModel page(services, caseId, std::nullopt);
    page.load();
    harness.waitFor([&] { return !page.isLoading(); });
    CHECK(page.step() == LobContactViewModel::Step::Talk);
    CHECK(telephone.calls().empty());
}

TEST_CASE("a device without telephone shows the number and dials nothing")
{
    AppHarness harness;
    PageWithTelephone without(harness, false);
    CHECK_FALSE(without.page.canCall());
    without.page.dial(0);
    CHECK(without.telephone.calls().empty());
    CHECK(without.page.problem().isEmpty());
}

TEST_CASE("from I dag a call is logged in at most six presses, and no answer in three")
{
    AppHarness reached;
    firstToCall(reached, true);
    reached.settle();
    reached.countTapsAnew();
    reached.tap(QStringLiteral("Ring, "));
    reached.settle();
    reached.tap(QStringLiteral("Personen själv"));
    reached.settle();
    reached.tap(QStringLiteral("Ja, Kan personen prata ostört?"));
    reached.tap(QStringLiteral("Tog emot råd"));
    reached.settle();
    reached.tap(QStringLiteral("Boka den"));
    reached.tap(QStringLiteral("Avsluta och spara"));
    reached.settle();
    CHECK(reached.taps() <= 6);
    CHECK(reached.shows(QStringLiteral("Sparat: Tog emot råd")));

    AppHarness noAnswer;
    firstToCall(noAnswer, true);
    noAnswer.settle();
    noAnswer.countTapsAnew();
    noAnswer.tap(QStringLiteral("Ring, "));
    noAnswer.settle();
    noAnswer.tap(QStringLiteral("Inget svar"));
    noAnswer.settle();
    noAnswer.tap(QStringLiteral("Klar"));
    noAnswer.settle();
    CHECK(noAnswer.taps() <= 3);
    CHECK(noAnswer.app().navigator()->depth() == 1);
}
