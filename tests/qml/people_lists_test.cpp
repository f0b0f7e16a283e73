// Whose people stand in Personer and in which order, results over time, and what waits on I dag without a rule.
#include "core/casework/code_words.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/support/store_fixture.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

PeopleViewModel &openPeople(AppHarness &harness)
{
    harness.app().goTo(Router::Place::People);
    harness.settle();
    return top<PeopleViewModel>(harness);
}

void edit(AppHarness &harness, base::RecordId record, const base::json::Object &fields)
{
    REQUIRE(harness.inStore<base::ChangeId>([&](OpenStore &store) { return store.cases.edit(record, fields); })
                .has_value());
    harness.settle();
}

/// Another worker answers for the case from now on.
void handOver(AppHarness &harness, base::CaseId caseId)
{
    edit(harness, recordsOf(harness, caseId, "case").front().id,
         {{"responsible", "01890a5d-ac96-774b-bcce-b302099a8057"}});
}

std::vector<const PersonRow *> rowsOf(PeopleViewModel &people)
{
    std::vector<const PersonRow *> rows;
    for (int row = 0; row < people.rows()->rowCount(); ++row)
        rows.push_back(people.rows()->row(row));
    return rows;
}

const TodayRow *todayRow(AppHarness &harness, const std::function<bool(const TodayRow &)> &wanted, int *index = nullptr)
{
    harness.app().goTo(Router::Place::Today);
    harness.settle();
    auto &today = top<TodayViewModel>(harness);
    for (int row = 0; row < today.rows()->rowCount(); ++row)
        if (wanted(*today.rows()->row(row))) {
            if (index)
                *index = row;
            return today.rows()->row(row);
        }
    return nullptr;
}

base::RecordId addScore(AppHarness &harness, const store::RecordView &like, int score, const std::string &at)
{
    base::json::Object fields = like.fields;
    fields.set("score", score);
    fields.set("startedAt", at);
    fields.set("completedAt", at);
    const auto made = harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({like.caseId, {changelog::makeCreation(record, "assessment", fields)}, {}}));
        return record;
    });
    harness.settle();
    return made.value();
}

} // namespace

TEST_CASE("Mina shows whom this worker answers for, Alla the others too, and a search finds everybody")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    PeopleViewModel &people = openPeople(harness);
    const int before = people.rows()->rowCount();
    CHECK(people.whoseIndex() == 0);
    handOver(harness, person.caseId);
    CHECK(people.rows()->rowCount() == before - 1);
    for (const PersonRow *row : rowsOf(people))
        CHECK(row->caseId != person.caseId);
    people.search(QString::fromStdString(person.card.caseNumber));
    harness.settle();
    REQUIRE(people.rows()->rowCount() == 1);
    CHECK(people.rows()->row(0)->caseId == person.caseId);
    people.search({});
    people.chooseWhose(1);
    CHECK(people.rows()->rowCount() == int(casesOf(harness).size()));
}

TEST_CASE("the list can be narrowed down to one stage of the work")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    edit(harness, recordsOf(harness, person.caseId, "case").front().id, {{"stage", "investigation"}});
    PeopleViewModel &people = openPeople(harness);
    const int filter = int(people.filterNames().indexOf(QStringLiteral("Utredning")));
    REQUIRE(filter > 0);
    people.chooseFilter(filter);
    REQUIRE(people.rows()->rowCount() > 0);
    for (const PersonRow *row : rowsOf(people))
        CHECK(row->card.stage == "investigation");
}

TEST_CASE("the order by name is that of the names shown, and of the numbers while names are hidden")
{
    AppHarness harness;
    PeopleViewModel &people = openPeople(harness);
    people.chooseWhose(1);
    std::string before;
    for (const PersonRow *row : rowsOf(people)) {
        CHECK(row->card.sortKey >= before);
        before = row->card.sortKey;
    }
    harness.app().toggleNames();
    harness.settle();
    before.clear();
    for (const PersonRow *row : rowsOf(people)) {
        CHECK(row->card.caseNumber >= before);
        before = row->card.caseNumber;
    }
}

TEST_CASE("each instrument stands over time under Resultat, with its zones, and opens its latest result")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    std::optional<store::RecordView> completed;
    for (const store::RecordView &each : recordsOf(harness, caseId, "assessment"))
        if (each.text("status") == "completed")
            completed = each;
    REQUIRE(completed);
    const base::RecordId later = addScore(harness, *completed, 3, "2025-10-16T08:00:00Z");
    PersonViewModel &page = openPerson(harness, caseId);
    CHECK(page.series()->rowCount() == 0);
    page.chooseTab(2);
    harness.settle();
    const QAbstractItemModelTester tester(page.series(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(page.series()->rowCount() > 0);
    REQUIRE(page.series()->latest(0));
    CHECK(page.series()->latest(0)->record == later);
    const auto *content = page.series()->index(0).data(ResultSeriesListModel::ContentRole).value<ResultContent *>();
    REQUIRE(content);
    CHECK(const_cast<ResultContent *>(content)->points()->rowCount() >= 2);
    CHECK(const_cast<ResultContent *>(content)->zones()->rowCount() > 0);
    CHECK(harness.shows(QStringLiteral("Över tid")));
    CHECK(harness.reach(QStringLiteral("Visa som tabell")));
    page.openSeries(0);
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 3);
}

TEST_CASE("own notes that are not signed wait on I dag, the oldest first, until they are")
{
    AppHarness harness;
    const auto isUnsigned = [](const TodayRow &row) { return row.kind == TodayRow::Kind::Unsigned; };
    int index = 0;
    const TodayRow *row = todayRow(harness, isUnsigned, &index);
    REQUIRE(row);
    const base::RecordId oldest = row->record;
    const QString before = row->what;
    CHECK_FALSE(row->who.isEmpty());
    CHECK_FALSE(row->when.isEmpty());
    top<TodayViewModel>(harness).act(index);
    harness.settle();
    auto &page = top<RecordViewModel>(harness);
    REQUIRE(page.canSign());
    page.sign();
    harness.waitFor([&] { return !page.signedText().isEmpty(); });
    row = todayRow(harness, isUnsigned);
    CHECK((!row || (row->record != oldest && row->what != before)));
}

TEST_CASE("a change of a record and somebody new, begun and left, wait on I dag and open where they were left")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    top<RecordViewModel>(harness).startEditing();
    top<RecordViewModel>(harness).setEditedFact(QStringLiteral("Halv mening"));
    harness.app().openNewPerson({});
    harness.settle();
    top<NewPersonViewModel>(harness).setGivenName(QStringLiteral("Zlatka"));
    const auto isEdit = [](const TodayRow &row) { return row.field == "recordEdit"; };
    const auto isNew = [](const TodayRow &row) { return row.field == "newPerson"; };
    int index = 0;
    REQUIRE(todayRow(harness, isNew));
    REQUIRE(todayRow(harness, isEdit, &index));
    top<TodayViewModel>(harness).openRow(index);
    harness.settle();
    CHECK(top<RecordViewModel>(harness).editedFact() == QStringLiteral("Halv mening"));
    REQUIRE(todayRow(harness, isNew, &index));
    top<TodayViewModel>(harness).openRow(index);
    harness.settle();
    CHECK(top<NewPersonViewModel>(harness).givenName() == QStringLiteral("Zlatka"));
}

TEST_CASE("a record that the server has taken says when")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    edit(harness, note, {{"text", "Skrivet nu."}});
    harness.app().openRecord(caseId, note);
    harness.settle();
    CHECK(top<RecordViewModel>(harness).stateText() == QStringLiteral("Sparat här"));
    REQUIRE(harness
                .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                    acceptAll(store.cases, 1'000'000, store.clock.now());
                    return true;
                })
                .has_value());
    harness.settle();
    CHECK(top<RecordViewModel>(harness).stateText() == QStringLiteral("Mottaget 13:07"));
}

TEST_CASE("a number for text messages that others read is not taken")
{
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    page.addWay();
    ContactWayViewModel &way = *page.way();
    way.chooseKind(1);
    way.setValue(QStringLiteral("070-174 06 99"));
    way.toggleShared();
    way.save();
    harness.settle();
    REQUIRE(way.isOpen());
    CHECK(way.valueProblem().startsWith(QStringLiteral("Sms går inte")));
    way.toggleShared();
    CHECK(way.valueProblem().isEmpty());
    way.save();
    harness.settle();
    CHECK_FALSE(way.isOpen());
}
