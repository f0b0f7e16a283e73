// Closing a matter from the person's page: what is open, what stands against it, the draft, undoing, and opening again.
#include "core/rules/children_facts.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/people/closing_view_model.h"
#include "qml/viewmodels/start/forms_view_model.h"
#include "qml/viewmodels/start/new_view_model.h"
#include "tests/qml/people_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

struct Desk {
    Desk() : caseId(somebody(harness).caseId)
    {
        // Of children was asked, so that nothing holds the closing up where a test says nothing else.
        make("children", {{"answer", "none"}, {"at", base::formatInstant(harness.clock().now())}});
        make("task", {{"what", "ownTask"}, {"text", "Lämna nyckeln"}, {"basis", "own"}, {"status", "open"}});
        set({{"stage", "insats"}});
    }
    base::RecordId make(const char *kind, base::json::Object fields)
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
    store::RecordView matter() { return recordsOf(harness, caseId, "case").front(); }
    void set(const base::json::Object &fields)
    {
        REQUIRE(harness.inStore<base::ChangeId>(
            [record = matter().id, fields](OpenStore &store) { return store.cases.edit(record, fields); }));
        harness.settle();
    }
    ClosingViewModel &open()
    {
        harness.app().openClosing(caseId);
        harness.settle();
        return top<ClosingViewModel>(harness);
    }
    void close()
    {
        ClosingViewModel &page = open();
        page.chooseWay(0);
        page.setReason(q("Målen är nådda."));
        page.setLeavesOpen(true);
        page.save();
        harness.settle();
        REQUIRE(matter().text("stage") == "closed");
        harness.app().back();
        harness.settle();
    }

    AppHarness harness;
    base::CaseId caseId;
};

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
