// What a colleague wrote while the worker was typing over what stood there before: nobody's words go unseen.
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/support/colleague.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

void colleagueEdits(AppHarness &harness, base::RecordId record, base::json::Object fields)
{
    const auto received = harness.inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
        TRY_VOID(editByColleague(store, record, fields));
        return true;
    });
    INFO((received ? std::string() : received.error().toString()));
    REQUIRE(received.has_value());
    harness.settle();
}

/// The fields of the record in which two versions stand.
std::vector<std::string> conflictsOf(AppHarness &harness, base::RecordId record)
{
    const auto rows = harness.inStore<std::vector<store::ConflictRow>>(
        [record](OpenStore &store) { return store.cases.conflictsOfRecord(record); });
    std::vector<std::string> fields;
    for (const store::ConflictRow &row : rows.value())
        fields.push_back(row.field);
    return fields;
}

std::string textOf(AppHarness &harness, base::RecordId record, std::string_view field)
{
    return harness
        .inStore<std::optional<store::RecordView>>([record](OpenStore &store) { return store.cases.record(record); })
        .value()
        ->text(field);
}

RecordViewModel &openNote(AppHarness &harness, base::RecordId note, base::CaseId caseId)
{
    harness.app().openRecord(caseId, note);
    harness.settle();
    return top<RecordViewModel>(harness);
}

using Fields = std::vector<std::string>;

QStringList linesOf(const RecordViewModel &record)
{
    auto *lines = const_cast<RecordViewModel &>(record).lines();
    QStringList all;
    for (int row = 0; row < lines->rowCount(); ++row)
        all += lines->index(row).data(RecordLineListModel::LabelRole).toString() + QStringLiteral(": ")
               + lines->index(row).data(RecordLineListModel::ValueRole).toString();
    return all;
}

} // namespace

TEST_CASE("words that a colleague wrote while a note was being changed stand beside the worker's")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    openNote(harness, note, caseId).startEditing();
    top<RecordViewModel>(harness).setEditedFact(QStringLiteral("Min text."));

    SECTION("at once")
    {
        colleagueEdits(harness, note, {{"text", "Hennes text."}});
        top<RecordViewModel>(harness).saveEdit();
    }
    SECTION("and the device was locked before it was saved")
    {
        harness.app().lockNow();
        harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
        harness.unlock();
        colleagueEdits(harness, note, {{"text", "Hennes text."}});
        REQUIRE(top<RecordViewModel>(harness).editedFact() == QStringLiteral("Min text."));
        top<RecordViewModel>(harness).saveEdit();
    }
    harness.settle();
    CHECK(conflictsOf(harness, note) == Fields{"text"});
}

TEST_CASE("what a colleague wrote in a field that the worker did not touch stays as it is")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    openNote(harness, note, caseId).startEditing();
    top<RecordViewModel>(harness).setEditedFact(QStringLiteral("Min text."));
    colleagueEdits(harness, note, {{"judgement", "Hennes bedömning."}});
    top<RecordViewModel>(harness).saveEdit();
    harness.settle();
    CHECK(conflictsOf(harness, note).empty());
    CHECK(textOf(harness, note, "text") == "Min text.");
    CHECK(textOf(harness, note, "judgement") == "Hennes bedömning.");
}

TEST_CASE("a field of the card that a colleague changed meanwhile is a choice, not a loss")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const base::RecordId person = recordsOf(harness, caseId, "person").front().id;
    PersonViewModel &page = openPerson(harness, caseId);
    int row = 0;
    while (page.fields()->field(row) != "familyName")
        REQUIRE(++row < page.fields()->rowCount());
    page.changeField(row);
    page.field()->setValue(QStringLiteral("Provsson"));
    colleagueEdits(harness, person, {{"familyName", "Testsson"}});
    page.field()->save();
    harness.settle();
    CHECK(conflictsOf(harness, person) == Fields{"familyName"});
}

TEST_CASE("a way to a person: another one that came meanwhile stays, the same one changed meanwhile is a choice")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const base::RecordId person = recordsOf(harness, caseId, "person").front().id;
    const base::json::Object mine{{"kind", "phone"}, {"value", "070-174 06 05"}};
    colleagueEdits(harness, person, {{"contactWays", base::json::Object{{"first", mine}}}});
    PersonViewModel &page = openPerson(harness, caseId);
    page.changeWay(0);
    REQUIRE(page.way()->value() == QStringLiteral("070-174 06 05"));
    page.way()->setValue(QStringLiteral("070-174 06 06"));
    const base::json::Object other{{"kind", "phone"}, {"value", "070-174 06 07"}};

    SECTION("another one")
    {
        colleagueEdits(harness, person, {{"contactWays", base::json::Object{{"first", mine}, {"second", other}}}});
        page.way()->save();
        harness.settle();
        CHECK(conflictsOf(harness, person).empty());
        CHECK(page.ways()->rowCount() == 2);
    }
    SECTION("the same one")
    {
        colleagueEdits(harness, person, {{"contactWays", base::json::Object{{"first", other}}}});
        page.way()->save();
        harness.settle();
        CHECK(conflictsOf(harness, person) == Fields{"contactWays"});
    }
    SECTION("the same one, and it was to be taken away")
    {
        colleagueEdits(harness, person, {{"contactWays", base::json::Object{{"first", other}}}});
        page.way()->remove();
        harness.settle();
        CHECK(conflictsOf(harness, person) == Fields{"contactWays"});
    }
}

TEST_CASE("a task whose words a colleague changed meanwhile is a choice, not a loss")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    PersonViewModel &page = openPerson(harness, caseId);
    page.addTask();
    page.task()->setTaskText(QStringLiteral("Fråga om boendet"));
    page.task()->save();
    harness.settle();
    const auto tasks = recordsOf(harness, caseId, "task");
    const auto made = std::ranges::find_if(
        tasks, [](const store::RecordView &task) { return task.text("text") == "Fråga om boendet"; });
    REQUIRE(made != tasks.end());
    page.task()->open(caseId, made->id, QStringLiteral("Någon"), {});
    harness.settle();
    REQUIRE(page.task()->taskText() == QStringLiteral("Fråga om boendet"));
    page.task()->setTaskText(QStringLiteral("Fråga om boendet och nyckeln"));
    colleagueEdits(harness, made->id, {{"text", "Fråga om hyran"}});
    page.task()->save();
    harness.settle();
    CHECK(conflictsOf(harness, made->id) == Fields{"text"});
}

TEST_CASE("what a colleague wrote with a newer version is said to be there, and stays")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    colleagueEdits(harness, note, {{"mood", "calm"}, {"weather", "rain"}});
    CHECK(linesOf(openNote(harness, note, caseId))
              .contains(QStringLiteral(
                  "Från en nyare version: 2 uppgifter som den här versionen inte kan visa. De finns kvar.")));
    CHECK(textOf(harness, note, "mood") == "calm");

    const auto newer = harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(receiveFromColleague(
            store, {record, "telepathy", base::json::Object{{"thought", "x"}, {"at", "2026-10-01T10:00:00Z"}}, {}},
            caseId));
        return record;
    });
    REQUIRE(newer.has_value());
    harness.settle();
    auto &page = openNote(harness, *newer, caseId);
    CHECK(page.title() == QStringLiteral("Från en nyare version (telepathy)"));
    CHECK(page.status() == QStringLiteral("Uppdatera Fältakt för att läsa den"));
    CHECK(linesOf(page).size() == 1);
    CHECK_FALSE(page.canEdit());
}
