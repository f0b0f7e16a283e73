// What is typed in Personer and on I dag and not saved: there again, on the same page, after a lock and after a kill.
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"

#include <QTest>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

enum class Interruption { Lock, Kill };

std::size_t formsKept(AppHarness &harness, const std::string &name)
{
    const auto forms =
        harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); }).value();
    return std::size_t(std::ranges::count(forms, name, &store::FormDraft::form));
}

/// A lock takes what is typed with it; before a kill it has the second that it may take.
void interrupt(AppHarness &harness, Interruption how, const std::string &form)
{
    if (how == Interruption::Lock) {
        harness.app().lockNow();
        harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    } else {
        harness.waitFor([&] { return formsKept(harness, form) == 1; });
        harness.killAndRestart();
    }
    harness.unlock();
    harness.settle();
}

int rowOf(const PersonViewModel &page, const std::string &field)
{
    auto &fields = *const_cast<PersonViewModel &>(page).fields();
    for (int row = 0; row < fields.rowCount(); ++row)
        if (fields.field(row) == field)
            return row;
    FAIL("no such field");
    return -1;
}

} // namespace

TEST_CASE("an own task that was begun is there again")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    page.addTask();
    page.task()->setTaskText(QStringLiteral("Ring boendet om"));
    page.task()->chooseDay(1);
    interrupt(harness, how, "personTask");
    TaskViewModel &task = *top<PersonViewModel>(harness).task();
    REQUIRE(task.isOpen());
    CHECK(task.isNew());
    CHECK(task.taskText() == QStringLiteral("Ring boendet om"));
    CHECK(task.dayIndex() == 1);
    CHECK(harness.shows(QStringLiteral("Vad ska göras?")));
    task.save();
    harness.settle();
    CHECK_FALSE(task.isOpen());
    CHECK(formsKept(harness, "personTask") == 0);
}

TEST_CASE("a contact way that was begun is there again")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    page.addWay();
    page.way()->setValue(QStringLiteral("070174"));
    page.way()->setComment(QStringLiteral("Inte på förmiddagen"));
    page.way()->toggleNeverVoicemail();
    interrupt(harness, how, "contactWay");
    ContactWayViewModel &way = *top<PersonViewModel>(harness).way();
    REQUIRE(way.isOpen());
    CHECK(way.isNew());
    CHECK(way.value() == QStringLiteral("070174"));
    CHECK(way.comment() == QStringLiteral("Inte på förmiddagen"));
    CHECK(way.neverVoicemail());
    way.close();
    harness.settle();
    CHECK(formsKept(harness, "contactWay") == 0);
}

TEST_CASE("a field of the card that was being changed is there again")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    page.changeField(rowOf(page, "familyName"));
    page.field()->setValue(QStringLiteral("Provs"));
    interrupt(harness, how, "personField");
    PersonViewModel &again = top<PersonViewModel>(harness);
    REQUIRE(again.field()->isOpen());
    CHECK(again.field()->value() == QStringLiteral("Provs"));
    again.field()->setValue(QStringLiteral("Provsson"));
    again.field()->save();
    harness.settle();
    CHECK(again.title().contains(QStringLiteral("Provsson")));
    CHECK(formsKept(harness, "personField") == 0);
}

TEST_CASE("the reason for opening a protected person's file is there again, and goes when the file opens")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    protect(harness, caseId);
    PersonViewModel &page = openPerson(harness, caseId);
    page.gate()->chooseReason(1);
    page.gate()->setOwnWords(QStringLiteral("Sköterskan ringde"));
    interrupt(harness, how, "protectedReason");
    PersonViewModel &again = top<PersonViewModel>(harness);
    REQUIRE(again.gate()->isShut());
    CHECK(again.gate()->reasonIndex() == 1);
    CHECK(again.gate()->ownWords() == QStringLiteral("Sköterskan ringde"));
    again.gate()->enter();
    confirmPassphrase(harness, *again.gate()->confirm(), std::string(app::TrainingPassphrase));
    CHECK_FALSE(again.gate()->isShut());
    CHECK(formsKept(harness, "protectedReason") == 0);
}

TEST_CASE("somebody new who was being written down is there again")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    harness.app().goTo(Router::Place::People);
    harness.app().openNewPerson({});
    harness.settle();
    top<NewPersonViewModel>(harness).setGivenName(QStringLiteral("Zlatka"));
    interrupt(harness, how, "newPerson");
    CHECK(top<NewPersonViewModel>(harness).givenName() == QStringLiteral("Zlatka"));
}

TEST_CASE("a task of I dag that was being changed is there again, and one person's sheet is not another's")
{
    const auto how = GENERATE(Interruption::Lock, Interruption::Kill);
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    PersonViewModel &page = openPerson(harness, person.caseId);
    page.addTask();
    page.task()->setTaskText(QStringLiteral("Fråga om boendet"));
    page.task()->save();
    harness.settle();
    harness.app().goTo(Router::Place::Today);
    harness.settle();
    auto &today = top<TodayViewModel>(harness);
    int row = 0;
    while (today.rows()->row(row) && !today.rows()->row(row)->what.contains(QStringLiteral("Fråga om boendet")))
        ++row;
    REQUIRE(today.rows()->row(row));
    today.openRow(row);
    harness.settle();
    REQUIRE(today.task()->isOpen());
    today.task()->setTaskText(QStringLiteral("Fråga om boendet och nyckeln"));
    interrupt(harness, how, "todayTask");
    TaskViewModel &task = *top<TodayViewModel>(harness).task();
    REQUIRE(task.isOpen());
    CHECK_FALSE(task.isNew());
    CHECK(task.taskText() == QStringLiteral("Fråga om boendet och nyckeln"));
    task.save();
    harness.settle();
    CHECK_FALSE(openPerson(harness, person.caseId).task()->isOpen());
    const auto tasks = recordsOf(harness, person.caseId, "task");
    CHECK(std::ranges::any_of(
        tasks, [](const auto &record) { return record.text("text") == "Fråga om boendet och nyckeln"; }));
}

TEST_CASE("somebody new who is saved as the device locks is made once, and the form is gone with it")
{
    AppHarness harness;
    const std::size_t before = casesOf(harness).size();
    harness.app().goTo(Router::Place::People);
    harness.app().openNewPerson({});
    harness.settle();
    top<NewPersonViewModel>(harness).setGivenName(QStringLiteral("Zlatka"));
    top<NewPersonViewModel>(harness).save();
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK(casesOf(harness).size() == before + 1);
    CHECK(formsKept(harness, "newPerson") == 0);
}

TEST_CASE("a change of a record that is saved as the device locks is not offered again")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    top<RecordViewModel>(harness).startEditing();
    top<RecordViewModel>(harness).setEditedFact(QStringLiteral("Rättat."));
    top<RecordViewModel>(harness).saveEdit();
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK_FALSE(top<RecordViewModel>(harness).isEditing());
    CHECK(top<RecordViewModel>(harness).fact() == QStringLiteral("Rättat."));
    CHECK(formsKept(harness, "recordEdit") == 0);
}

TEST_CASE("words about what the person sees differently that were given up are neither shown nor saved the next time")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    const auto field = [&] {
        QQuickItem *found = harness.find(QAccessible::EditableText, QStringLiteral("Personen ser det annorlunda"));
        REQUIRE(found);
        return found;
    };
    top<RecordViewModel>(harness).startDisputing();
    harness.settle();
    harness.tap(field());
    harness.type(QStringLiteral("Jag sa nej"));
    REQUIRE(field()->property("text").toString() == QStringLiteral("Jag sa nej"));
    top<RecordViewModel>(harness).cancelEdit();
    top<RecordViewModel>(harness).startDisputing();
    harness.settle();
    CHECK(field()->property("text").toString().isEmpty());
    harness.type(QStringLiteral("Nja"));
    CHECK(top<RecordViewModel>(harness).editedDispute() == field()->property("text").toString());
}

TEST_CASE("a press beside a sheet closes it while nothing was typed there, and not after")
{
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    const auto pressBeside = [&] {
        QTest::mouseClick(&harness.window(), Qt::LeftButton, Qt::NoModifier, QPoint(195, 10));
        harness.settle();
    };
    page.addTask();
    harness.settle();
    pressBeside();
    CHECK_FALSE(page.task()->isOpen());
    page.addTask();
    harness.settle();
    page.task()->setTaskText(QStringLiteral("Ring boendet"));
    pressBeside();
    CHECK(page.task()->isOpen());
    CHECK(page.task()->taskText() == QStringLiteral("Ring boendet"));
}
