// Closing a matter from the person's page: what is open, what stands against it, the draft, undoing, and opening again.
#include "core/rules/children_facts.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/day/day_end_view_model.h"
#include "qml/viewmodels/people/closing_view_model.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/start/forms_view_model.h"
#include "qml/viewmodels/start/new_view_model.h"
#include "tests/qml/closing_desk.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

int rowOf(ClosingViewModel &page, const QString &words)
{
    for (int i = 0; i < page.openRows()->rowCount(); ++i)
        if (page.openRows()
                ->data(page.openRows()->index(i, 0), RecordLineListModel::LabelRole)
                .toString()
                .contains(words))
            return i;
    return -1;
}

} // namespace

TEST_CASE("a matter is closed from the person's page, and undone with what was written")
{
    Desk desk;
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    person.chooseTab(1);
    desk.harness.settle();
    desk.harness.tap(q("Avsluta ärendet"));
    desk.harness.settle();
    auto &page = top<ClosingViewModel>(desk.harness);
    REQUIRE(page.isClosing());
    CHECK(desk.harness.shows(q("Hur länge akten sparas")));
    desk.harness.tap(q("Klart"));
    page.setReason(q("Målen är nådda."));
    desk.harness.tap(q("Jag har gått igenom det. Det får ligga kvar."));
    desk.harness.tap(desk.harness.findPressable(q("Avsluta ärendet")));
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "closed");
    CHECK(desk.matter().text("closedAs") == "done");
    CHECK(desk.matter().text("closedFrom") == "insats");
    CHECK(page.isReopening());
    CHECK(desk.harness.shows(q("Målen är nådda.")));
    page.undo();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(page.isClosing());
    CHECK(page.reason() == q("Målen är nådda."));
    CHECK(page.wayIndex() == 0);
}

TEST_CASE("nothing is closed without a way, a reason, and a look at what is open; nothing typed is lost")
{
    Desk desk;
    ClosingViewModel &page = desk.open();
    REQUIRE(page.openRows()->rowCount() > 0);
    page.save();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Välj hur ärendet avslutas.")));
    CHECK(desk.harness.shows(q("Gör klart det som är öppet")));
    page.chooseWay(0);
    page.setLeavesOpen(true);
    page.save();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Skriv skälet, en mening räcker.")));
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(page.wayIndex() == 0);
}

TEST_CASE("what is open is listed with a way to each: a task, a draft, a note without a signature")
{
    Desk desk;
    desk.make("note", {{"text", "Träffades på torget."}, {"at", base::formatInstant(desk.harness.clock().now())}});
    const auto form = desk.harness.inStore<int>([caseId = desk.caseId](OpenStore &store) -> base::Result<int> {
        TRY_VOID(store.cases.keepForm(
            {store.ids.makeId<base::RecordId>(), "note", caseId, {{"text", "Halv mening"}}, {}, {}}));
        return 0;
    });
    REQUIRE(form);
    ClosingViewModel &page = desk.open();
    REQUIRE(rowOf(page, q("Lämna nyckeln")) >= 0);
    REQUIRE(rowOf(page, q("Påbörjad anteckning")) >= 0);
    const int note = rowOf(page, q("Anteckning att signera"));
    REQUIRE(note >= 0);
    page.openRow(rowOf(page, q("Lämna nyckeln")));
    desk.harness.settle();
    CHECK(page.task()->isOpen());
    page.task()->close();
    page.openRow(note);
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Träffades på torget.")));
}

TEST_CASE("a worry about a child holds the closing up, and its page is one press away")
{
    Desk desk;
    desk.make("child",
              {{"name", "Kim"}, {"worry", "yes"}, {"worryAt", base::formatInstant(desk.harness.clock().now())}});
    ClosingViewModel &page = desk.open();
    page.chooseWay(0);
    page.setReason(q("Klart."));
    page.setLeavesOpen(true);
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(desk.harness.shows(q("Det finns en oro för barn utan steg.")));
    desk.harness.tap(q("Öppna sidan Barn"));
    desk.harness.settle();
    (void)top<ChildrenViewModel>(desk.harness);
}

TEST_CASE("what was chosen and typed is there again after a kill, and stands on I dag")
{
    Desk desk;
    ClosingViewModel &page = desk.open();
    page.chooseWay(1);
    page.setReason(q("Vill inte ha mer kontakt."));
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    CHECK(desk.harness.reach(q("Fortsätt")) != nullptr);
    ClosingViewModel &again = desk.open();
    CHECK(again.reason() == q("Vill inte ha mer kontakt."));
    CHECK(again.wayIndex() == 1);
    const auto waiting = [&] {
        const auto forms =
            desk.harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        REQUIRE(forms);
        return std::ranges::count(*forms, std::string(ClosingForm), &store::FormDraft::form);
    };
    CHECK(waiting() == 1);
    again.setLeavesOpen(true);
    again.save();
    desk.harness.settle();
    CHECK(desk.matter().text("closedAs") == "declined");
    CHECK(waiting() == 0);
}

TEST_CASE("a closed file is read, nothing is changed in it, and it says how to open it")
{
    Desk desk;
    desk.close();
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    REQUIRE(person.isClosed());
    CHECK(desk.harness.findPressable(q("Notera")) == nullptr);
    CHECK(desk.harness.findPressable(q("Nytt i akten")) == nullptr);
    for (const auto &attempt : std::vector<std::function<void()>>{
             [&] { person.addWay(); }, [&] { person.changeField(0); }, [&] { person.addPhoto(); },
             [&] { person.openForms(); }, [&] { person.entries()->addFlag(); },
             [&] { person.entries()->addRelated(); }}) {
        person.dismissProblem();
        attempt();
        desk.harness.settle();
        CHECK(person.problem().contains(q("avslutat")));
        CHECK_FALSE(person.way()->isOpen());
        CHECK_FALSE(person.entries()->related()->isOpen());
    }
    // What she set herself stays on I dag until she is done with it.
    CHECK(person.steps()->rowCount() > 0);
    desk.harness.app().openNew();
    desk.harness.settle();
    auto &sheet = top<NewViewModel>(desk.harness);
    CHECK(sheet.contextText().isEmpty());
    CHECK(sheet.acts().isEmpty());
    CHECK_FALSE(sheet.closedText().isEmpty());
}

TEST_CASE("a closed matter is opened again with a reason: as something new, or where it stood")
{
    Desk desk;
    desk.close();
    openPerson(desk.harness, desk.caseId);
    desk.harness.tap(q("Öppna igen"));
    desk.harness.settle();
    auto &page = top<ClosingViewModel>(desk.harness);
    REQUIRE(page.isReopening());
    page.save();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Välj varför det öppnas.")));
    desk.harness.tap(q("Det avslutades av misstag"));
    page.setReason(q("Fel akt."));
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(desk.matter().text("closedAs").empty());
    CHECK(desk.matter().text("reopenedReason") == "Fel akt.");
    CHECK(page.isClosing());
    desk.harness.app().back();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Ärendet öppnat igen")));
}

TEST_CASE("Nytt leads to the forms of the file in two presses, and so does the person's page")
{
    Desk desk;
    openPerson(desk.harness, desk.caseId);
    desk.harness.app().openNew();
    desk.harness.settle();
    REQUIRE(top<NewViewModel>(desk.harness).acts().size() == 4);
    desk.harness.tap(q("Ansökan"));
    desk.harness.settle();
    (void)top<ActViewModel>(desk.harness);
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.tap(q("Nytt i akten"));
    desk.harness.settle();
    auto &forms = top<FormsViewModel>(desk.harness);
    CHECK(forms.forms()->count() > 8);
    for (int row = 0; row < forms.forms()->count(); ++row)
        CHECK(forms.forms()->isActAt(row));
    desk.harness.tap(q("Fullmakt"));
    desk.harness.settle();
    (void)top<ActViewModel>(desk.harness);
}

TEST_CASE("several notes without a signature are one row, which leads to where they are signed")
{
    Desk desk;
    for (const char *words : {"Träffades på torget.", "Ringde på kvällen."})
        desk.make("note", {{"text", words}, {"at", base::formatInstant(desk.harness.clock().now())}});
    ClosingViewModel &page = desk.open();
    const int row = rowOf(page, q("2 poster att signera"));
    REQUIRE(row >= 0);
    page.openRow(row);
    desk.harness.settle();
    (void)top<DayEndViewModel>(desk.harness);
}

TEST_CASE("an open police report is told of, ends with the matter, and is open again when that is undone")
{
    Desk desk;
    const base::RecordId report =
        desk.make("lobReport", {{"source", "lob"}, {"received", base::formatInstant(desk.harness.clock().now())}});
    const auto statusOf = [&] {
        for (const store::RecordView &each : recordsOf(desk.harness, desk.caseId, "lobReport"))
            if (each.id == report)
                return each.text("status") + ' ' + each.text("closedAs");
        return std::string("gone");
    };
    ClosingViewModel &page = desk.open();
    CHECK(rowOf(page, q("LOB-blad")) >= 0);
    page.chooseWay(3);
    page.setReason(q("Har flyttat."));
    page.setLeavesOpen(true);
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("closedAs") == "moved");
    CHECK(statusOf() == "closed moved");
    page.undo();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(statusOf() == " ");
}

TEST_CASE("a worry in a file that is tied holds the closing up, and no such file is tied to a closed one")
{
    Desk desk;
    base::CaseId other;
    for (const store::CaseRow &row : casesOf(desk.harness))
        if (row.caseId != desk.caseId && !row.card.isProtected && !row.card.shortName.empty()
            && row.card.stage != "team" && row.card.stage != "closed")
            other = row.caseId;
    const auto tie = [&] {
        return desk.harness.inStore<std::vector<base::ChangeId>>(
            [&](OpenStore &store) { return tieFile(store, desk.caseId, other); });
    };
    const auto tied = tie();
    REQUIRE(tied);
    const auto worry = desk.harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        const base::json::Object child{{"worry", "yes"}, {"worryAt", base::formatInstant(store.clock.now())}};
        TRY_VOID(store.cases.save({other, {changelog::makeCreation(record, "child", child)}, {}}));
        return record;
    });
    REQUIRE(worry);
    desk.harness.settle();
    ClosingViewModel &page = desk.open();
    page.chooseWay(0);
    page.setReason(q("Klart."));
    page.setLeavesOpen(true);
    page.save();
    desk.harness.settle();
    CHECK(desk.matter().text("stage") == "insats");
    CHECK(page.wayProblem().contains(q("barn")));
    REQUIRE(
        desk.harness.inStore<std::vector<base::ChangeId>>([&](OpenStore &store) { return store.cases.undo(*tied); }));
    desk.harness.settle();
    page.save();
    desk.harness.settle();
    REQUIRE(desk.matter().text("stage") == "closed");
    const auto late = tie();
    REQUIRE_FALSE(late);
    CHECK(late.error().detail() == "childrenWorry");
}
