// The letters that wait: asked for, held, printed, told to have gone, taken back; on the whole app by touch and keys.
#include "core/casework/record_codes.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/letter/letter_view_model.h"
#include "qml/viewmodels/letter/letters_view_model.h"
#include "tests/qml/people_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

/// Somebody with an address and a report whose letter nobody has asked for.
struct Desk {
    explicit Desk(const HarnessPlan &plan = {}) : harness(plan)
    {
        caseId = somebody(harness).caseId;
        const std::string now = base::formatInstant(harness.clock().now());
        report = make("lobReport", {{"received", now}, {"registered", now}, {"status", "open"}, {"repeatCount", 1}});
        make("task", {{"what", "letter"}, {"basis", "default"}, {"status", "open"}, {"lobReport", report.toString()}});
        card({{"contactWays", base::json::Object{{"w1", base::json::Object{{"kind", "address"},
                                                                           {"value", "Storgatan 1, 123 45 Orten"}}}}},
              {"flags", nullptr},
              {"interpreter", nullptr},
              {"noContact", nullptr},
              {"birthDate", "1980-01-01"}});
    }
    base::RecordId make(const char *kind, const base::json::Object &fields)
    {
        const auto made =
            harness.inStore<base::RecordId>([&, caseId = caseId](OpenStore &store) -> base::Result<base::RecordId> {
                const auto record = store.ids.makeId<base::RecordId>();
                TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, kind, fields)}, {}}));
                return record;
            });
        REQUIRE(made);
        harness.settle();
        return *made;
    }
    void card(const base::json::Object &fields)
    {
        const base::RecordId person = recordsOf(harness, caseId, "person").front().id;
        REQUIRE(harness.inStore<base::ChangeId>(
            [person, fields](OpenStore &store) { return store.cases.edit(person, fields); }));
        harness.settle();
    }
    store::RecordView sheet()
    {
        const auto reports = recordsOf(harness, caseId, "lobReport");
        return *std::ranges::find(reports, report, &store::RecordView::id);
    }
    std::vector<store::RecordView> entries(const std::string &notice)
    {
        auto contacts = recordsOf(harness, caseId, "contact");
        std::erase_if(contacts, [&](const store::RecordView &each) { return each.text("letter") != notice; });
        return contacts;
    }
    LetterViewModel &open()
    {
        harness.app().openLetter(caseId, report);
        harness.settle();
        return top<LetterViewModel>(harness);
    }
    LetterViewModel &openAsked()
    {
        LetterViewModel &page = open();
        page.ask();
        harness.settle();
        REQUIRE(page.isReady());
        return page;
    }
    LettersViewModel &openQueue()
    {
        harness.app().openLetters();
        harness.settle();
        return top<LettersViewModel>(harness);
    }

    AppHarness harness;
    base::CaseId caseId;
    base::RecordId report;
};

} // namespace

TEST_CASE("the queue says which letters wait, without a word of why, and leads to each")
{
    Desk desk;
    desk.card({{"flags", base::json::Object{{"f1", base::json::Object{{"code", "violence"}}}}}});
    desk.openAsked();
    desk.card({{"interpreter", "und"}});
    desk.harness.app().back();
    LettersViewModel &queue = desk.openQueue();
    REQUIRE(queue.held()->rowCount() >= 1);
    CHECK_FALSE(queue.isEmpty());
    CHECK(desk.harness.shows(q("Väntar på dig")));
    for (const char *telling : {"språk", "läsa brevet", "Våld", "våld"})
        CHECK_FALSE(desk.harness.shows(q(telling)));
    queue.open(queue.held(), 0);
    desk.harness.settle();
    const auto &page = top<LetterViewModel>(desk.harness);
    CHECK(page.reasons().size() >= 1);
}

TEST_CASE("a letter is asked for, and taken back")
{
    Desk desk;
    LetterViewModel &page = desk.open();
    CHECK(desk.harness.shows(q("Brevet är inte begärt")));
    CHECK(desk.harness.shows(q("Storgatan 1")));
    desk.harness.tap(q("Be om brevet"));
    desk.harness.settle();
    CHECK(page.isReady());
    CHECK(desk.entries("asked").size() == 1);
    CHECK_FALSE(desk.sheet().text("letterRequestedAt").empty());
    page.undo();
    desk.harness.settle();
    CHECK(desk.sheet().text("letterRequestedAt").empty());
    CHECK(desk.entries("asked").empty());
    CHECK(desk.harness.shows(q("Brevet är inte begärt")));
}

TEST_CASE("a letter is told to have gone, with the day and the way, and taken back with what was chosen")
{
    Desk desk;
    desk.openAsked();
    desk.harness.tap(q("Brevet är skickat"));
    desk.harness.settle();
    desk.harness.tap(q("Spara"));
    CHECK(desk.harness.shows(q("Välj hur brevet gick.")));
    CHECK(desk.entries("sent").empty());
    desk.harness.tap(q("Lämnat till personen"));
    desk.harness.tap(q("Spara"));
    desk.harness.settle();
    REQUIRE(desk.entries("sent").size() == 1);
    CHECK(desk.entries("sent").front().text("letterWay") == "byHand");
    CHECK_FALSE(desk.sheet().text("letterSentAt").empty());
    CHECK(desk.harness.shows(q("Skickat i dag: lämnat till personen")));
    desk.harness.app().back();
    LettersViewModel &queue = desk.openQueue();
    CHECK(queue.sent()->rowCount() == 1);
    desk.harness.app().back();
    LetterViewModel &again = desk.open();
    CHECK_FALSE(again.isReady());
}

TEST_CASE("undoing a letter that went brings back what was chosen")
{
    Desk desk;
    LetterViewModel &page = desk.openAsked();
    page.startSent();
    page.choose(1);
    page.save();
    desk.harness.settle();
    REQUIRE(desk.entries("sent").size() == 1);
    page.undo();
    desk.harness.settle();
    CHECK(desk.sheet().text("letterSentAt").empty());
    CHECK(page.isReady());
    CHECK(page.step() == LetterViewModel::Step::Sent);
    CHECK(page.choiceIndex() == 1);
}

TEST_CASE("a letter is kept back with a reason, stands on I dag, and is let go")
{
    Desk desk;
    LetterViewModel &page = desk.openAsked();
    desk.harness.tap(q("Vänta med brevet"));
    desk.harness.settle();
    desk.harness.tap(q("Adressen stämmer inte"));
    page.setReason(q("Flyttat i maj."));
    desk.harness.tap(q("Spara"));
    desk.harness.settle();
    CHECK(desk.sheet().text("letterHeldFor") == "wrongAddress");
    CHECK(desk.harness.shows(q("Flyttat i maj.")));
    CHECK(desk.harness.findPressable(q("Spara som PDF")) == nullptr);
    desk.harness.tap(q("Släpp brevet"));
    desk.harness.settle();
    CHECK(page.isReady());
    CHECK(desk.sheet().text("letterHeldFor").empty());
}

TEST_CASE("what is typed about a letter is there after a kill, of that letter alone")
{
    Desk desk;
    LetterViewModel &page = desk.openAsked();
    page.startHold();
    page.choose(2);
    page.setReason(q("Vill hellre träffas."));
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    LetterViewModel &again = desk.open();
    CHECK(again.step() == LetterViewModel::Step::Hold);
    CHECK(again.choiceIndex() == 2);
    CHECK(again.reason() == q("Vill hellre träffas."));
    const std::string now = base::formatInstant(desk.harness.clock().now());
    const base::RecordId other =
        desk.make("lobReport", {{"received", now}, {"letterRequestedAt", now}, {"status", "open"}, {"repeatCount", 2}});
    desk.harness.app().openLetter(desk.caseId, other);
    desk.harness.settle();
    CHECK(top<LetterViewModel>(desk.harness).step() == LetterViewModel::Step::None);
}

TEST_CASE("a letter with something missing is not printed, and says what; what is filled in is kept for the next")
{
    Desk desk;
    LetterViewModel &page = desk.openAsked();
    REQUIRE(page.asksUnit());
    page.setUnit({});
    page.setNumber({});
    desk.harness.settle();
    page.saveFile();
    CHECK_FALSE(page.offer()->isOpen());
    CHECK_FALSE(page.senderProblem().isEmpty());
    page.setUnit(q("Vuxenenheten"));
    page.setNumber(q("08-123 456 00"));
    desk.harness.app().back();
    desk.harness.settle();
    LetterViewModel &again = desk.open();
    CHECK(again.unit() == q("Vuxenenheten"));
    CHECK(again.number() == q("08-123 456 00"));
    // Typed and printed at once: the letter has what was typed last.
    again.setUnit(q("Vuxenenheten Norr"));
    again.saveFile();
    desk.harness.waitFor([&] { return again.offer()->isOpen(); });
    const QString text = again.offer()->lines().join(QLatin1Char('\n'));
    CHECK(text.contains(q("Storgatan 1")));
    CHECK(text.contains(q("Vuxenenheten Norr")));
    for (const char *hole : {"{", "}", "__"})
        CHECK_FALSE(text.contains(q(hole)));
    again.offer()->save();
    CHECK(again.offer()->problem() == q("Kryssa i att du skriver ut filen och sedan tar bort den."));
}

TEST_CASE("without an address the page says so and which way is left, and nothing lets the letter go")
{
    Desk desk;
    desk.openAsked();
    desk.harness.app().back();
    desk.card({{"contactWays", base::json::Object{}}});
    LetterViewModel &page = desk.open();
    CHECK(page.askText().isEmpty());
    CHECK_FALSE(page.isReady());
    CHECK(page.preview().isEmpty());
    CHECK(desk.harness.shows(q("Det finns ingen adress att skicka till.")));
    CHECK(desk.harness.shows(q("sök personen på ett annat sätt")));
    page.saveFile();
    page.save();
    page.ask();
    desk.harness.settle();
    CHECK_FALSE(page.offer()->isOpen());
    CHECK(desk.entries("sent").empty());
}

TEST_CASE("hidden names hide the address, and no letter is saved then")
{
    Desk desk;
    LetterViewModel &page = desk.openAsked();
    desk.harness.composition().settings().setNamesHidden(true);
    desk.harness.settle();
    CHECK_FALSE(desk.harness.shows(q("Storgatan 1")));
    page.saveFile();
    CHECK_FALSE(page.offer()->isOpen());
    CHECK(page.problem().contains(q("Namnen är dolda")));
}

TEST_CASE("the letter is one press from the page of the call, and its queue from I dag's call list and Mer")
{
    Desk desk;
    desk.harness.app().openLobContact(desk.caseId, desk.report);
    desk.harness.settle();
    desk.harness.tap(q("Öppna brevet"));
    desk.harness.settle();
    (void)top<LetterViewModel>(desk.harness);
    desk.harness.app().openCallList();
    desk.harness.settle();
    desk.harness.tap(q("Brev att skicka"));
    desk.harness.settle();
    (void)top<LettersViewModel>(desk.harness);
}

TEST_CASE("on a phone with the text twice as large every word of the letter's pages is in sight, and keys reach them")
{
    Desk desk({.size = {360, 740}, .textScale = 2.0});
    desk.openQueue();
    CHECK(desk.harness.textFaults() == QStringList());
    desk.openAsked();
    CHECK(desk.harness.textFaults() == QStringList());
    auto &page = top<LetterViewModel>(desk.harness);
    page.startSent();
    desk.harness.layOut();
    CHECK(desk.harness.textFaults() == QStringList());
    page.choose(0);
    desk.harness.key(Qt::Key_Return, Qt::ControlModifier);
    desk.harness.settle();
    CHECK(desk.entries("sent").size() == 1);
}
