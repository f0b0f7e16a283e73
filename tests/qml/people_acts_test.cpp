// What becomes of an act in Personer and on I dag that is pressed twice, left halfway or cannot be done.
#include "qml/viewmodels/guidance/help_view_model.h"
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

NewPersonViewModel &openNewPerson(AppHarness &harness)
{
    harness.app().goTo(Router::Place::People);
    harness.app().openNewPerson({});
    harness.settle();
    return top<NewPersonViewModel>(harness);
}

/// Somebody with the same name as one who is known, with a number that is new.
NewPersonViewModel &beginKnown(AppHarness &harness, const store::CaseRow &known)
{
    NewPersonViewModel &page = openNewPerson(harness);
    page.setGivenName(QString::fromStdString(known.card.shortName).section(QLatin1Char(' '), 0, 0));
    page.setPhone(QStringLiteral("070-174 06 99"));
    harness.settle();
    return page;
}

int rowOf(const NewPersonViewModel &page, base::CaseId caseId)
{
    auto &rows = *const_cast<NewPersonViewModel &>(page).similar();
    for (int row = 0; row < rows.rowCount(); ++row)
        if (rows.row(row)->caseId == caseId)
            return row;
    FAIL("not among the similar ones");
    return -1;
}

} // namespace

TEST_CASE("going back from somebody new keeps what was typed")
{
    AppHarness harness;
    openNewPerson(harness).setGivenName(QStringLiteral("Zlatka"));
    harness.key(Qt::Key_Escape);
    harness.settle();
    REQUIRE(harness.app().navigator()->depth() == 1);
    CHECK(openNewPerson(harness).givenName() == QStringLiteral("Zlatka"));
}

TEST_CASE("somebody new who was begun can be thrown away, and is brought back by undo")
{
    AppHarness harness;
    NewPersonViewModel &page = openNewPerson(harness);
    page.setGivenName(QStringLiteral("Zlatka"));
    page.toggleTemporary();
    harness.settle();
    harness.tap(QStringLiteral("Ta bort utkastet"));
    harness.settle();
    CHECK(page.givenName().isEmpty());
    CHECK_FALSE(page.isTemporary());
    CHECK_FALSE(page.undoText().isEmpty());
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(page.givenName() == QStringLiteral("Zlatka"));
    CHECK(page.isTemporary());
    page.discard();
    harness.settle();
    harness.key(Qt::Key_Escape);
    harness.settle();
    CHECK(openNewPerson(harness).givenName().isEmpty());
}

TEST_CASE("the number that was taken down for somebody who is known already is offered in that file")
{
    AppHarness harness;
    const store::CaseRow known = somebody(harness);
    NewPersonViewModel &page = beginKnown(harness, known);
    page.choose(rowOf(page, known.caseId));
    harness.settle();
    PersonViewModel &person = top<PersonViewModel>(harness);
    REQUIRE(person.way()->isOpen());
    CHECK(person.way()->value() == QStringLiteral("070-174 06 99"));
    person.way()->save();
    harness.settle();
    CHECK_FALSE(person.way()->isOpen());
    CHECK(openNewPerson(harness).phone().isEmpty());
}

TEST_CASE("somebody new is made once, also when help was opened over the page before it was written")
{
    AppHarness harness;
    const std::size_t before = casesOf(harness).size();
    NewPersonViewModel &page = openNewPerson(harness);
    page.setGivenName(QStringLiteral("Zlatka"));
    page.save();
    page.save();
    harness.app().openHelp(page.helpPage());
    harness.settle();
    CHECK(casesOf(harness).size() == before + 1);
    CHECK(dynamic_cast<HelpViewModel *>(harness.app().navigator()->top()));
    harness.app().back();
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 1);
}

TEST_CASE("a press that is repeated before it is written writes once")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    PersonViewModel &page = openPerson(harness, caseId);
    const int ways = page.ways()->rowCount();
    page.addWay();
    page.way()->setValue(QStringLiteral("0701740699"));
    page.way()->save();
    page.way()->save();
    harness.settle();
    CHECK(page.ways()->rowCount() == ways + 1);
    const std::size_t tasks = recordsOf(harness, caseId, "task").size();
    page.addTask();
    page.task()->setTaskText(QStringLiteral("Ring boendet"));
    page.task()->save();
    page.task()->save();
    harness.settle();
    CHECK(recordsOf(harness, caseId, "task").size() == tasks + 1);
}

TEST_CASE("the person's view of a signed note is added once, however often it is saved")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    harness.app().openRecord(caseId, recordsOf(harness, caseId, "note").back().id);
    harness.settle();
    auto &page = top<RecordViewModel>(harness);
    page.sign();
    harness.waitFor([&] { return !page.signedText().isEmpty(); });
    page.startDisputing();
    page.setEditedDispute(QStringLiteral("Jag sa nej."));
    page.saveEdit();
    page.saveEdit();
    harness.settle();
    CHECK(page.addenda()->rowCount() == 1);
}

TEST_CASE("a task of a row that cannot be finished is told on the page, and not at the next task")
{
    AppHarness harness;
    auto &today = top<TodayViewModel>(harness);
    today.task()->finish(base::RecordId::parse("00000000-0000-7000-8000-000000000001").value());
    harness.settle();
    CHECK_FALSE(today.problem().isEmpty());
    CHECK(harness.shows(today.problem()));
    today.task()->openNew(somebody(harness).caseId, QStringLiteral("Nova"));
    CHECK(today.task()->problem().isEmpty());
}

TEST_CASE("hiding names takes them from the screen before the store has answered")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const QString name = QString::fromStdString(person.card.shortName).section(QLatin1Char(' '), 0, 0);
    PersonViewModel &page = openPerson(harness, person.caseId);
    auto &places = harness.app();
    REQUIRE(page.title().contains(name));
    places.toggleNames();
    CHECK_FALSE(page.title().contains(name));
    for (int row = 0; row < page.ways()->rowCount(); ++row)
        CHECK_FALSE(page.ways()
                        ->index(row)
                        .data(ContactWayListModel::ValueTextRole)
                        .toString()
                        .contains(QStringLiteral("070")));
    harness.settle();
    CHECK_FALSE(page.title().contains(name));
}

TEST_CASE("a person's own record tells nobody who it is while names are hidden")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const store::RecordView person = recordsOf(harness, caseId, "person").front();
    harness.app().openRecord(caseId, person.id);
    harness.settle();
    const auto tells = [&] {
        auto &lines = *top<RecordViewModel>(harness).lines();
        for (int row = 0; row < lines.rowCount(); ++row)
            if (lines.index(row, 0).data(RecordLineListModel::ValueRole).toString()
                == QString::fromStdString(person.text("familyName")))
                return true;
        return false;
    };
    CHECK(tells());
    harness.app().toggleNames();
    CHECK_FALSE(tells());
    harness.settle();
    CHECK_FALSE(tells());
}

TEST_CASE(
    "older notes that stayed at the server are told at the timeline's end, wanted with a reason, and need the network")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    PersonViewModel &page = openPerson(harness, caseId);
    CHECK(page.older()->text().isEmpty());
    const auto told = harness.inStore<void>([caseId](OpenStore &store) {
        return store.cases.applyPage({{changelog::OlderLine{caseId, 12}}, "c", false});
    });
    REQUIRE(told.has_value());
    page.load();
    harness.settle();
    CHECK(page.older()->text() == QStringLiteral("Äldre anteckningar finns hos servern: 12"));

    page.older()->open();
    harness.settle();
    harness.tap(QStringLiteral("Hämta"));
    harness.settle();
    CHECK(page.older()->problem() == QStringLiteral("Välj varför du behöver dem."));
    page.older()->choose(int(page.older()->reasons().size()) - 1);
    page.older()->setOwnReason(QStringLiteral("  "));
    page.older()->fetch();
    CHECK(page.older()->problem() == QStringLiteral("Skriv varför du behöver dem."));
    page.older()->setOwnReason(QStringLiteral("begärd av personen"));
    page.older()->fetch();
    harness.settle();
    CHECK_FALSE(page.older()->isFetching());
    CHECK(page.older()->isOpen());
    CHECK(page.older()->ownReason() == QStringLiteral("begärd av personen"));
    CHECK(page.older()->problem()
          == QStringLiteral("Kräver nät, och servern svarar inte. Försök igen när det finns kontakt."));
}
