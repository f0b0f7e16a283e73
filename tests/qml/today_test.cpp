// I dag: the rows, why they stand there, and what their buttons do; by the view models of the whole app.
#include "core/changelog/record_state.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

#include <set>

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;

namespace {

TodayViewModel &todayOf(AppHarness &harness)
{
    harness.app().goTo(Router::Place::Today);
    harness.settle();
    auto *today = dynamic_cast<TodayViewModel *>(harness.app().navigator()->top());
    REQUIRE(today);
    return *today;
}

std::vector<TodayRow> rowsOf(TodayViewModel &today)
{
    std::vector<TodayRow> rows;
    for (int row = 0; row < today.rows()->rowCount(); ++row)
        rows.push_back(*today.rows()->row(row));
    return rows;
}

int indexOf(TodayViewModel &today, const std::function<bool(const TodayRow &)> &wanted)
{
    const auto rows = rowsOf(today);
    const auto found = std::ranges::find_if(rows, wanted);
    REQUIRE(found != rows.end());
    return int(found - rows.begin());
}

std::vector<store::CaseRow> casesOf(AppHarness &harness)
{
    return harness.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); }).value();
}

} // namespace

TEST_CASE("I dag stands in groups by urgency, each row with who, what and a rule that can be asked about")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const QAbstractItemModelTester tester(today.rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto rows = rowsOf(today);
    REQUIRE_FALSE(rows.empty());
    const QStringList order = {QStringLiteral("Går först"), QStringLiteral("Försenat"), QStringLiteral("I dag"),
                               QStringLiteral("I morgon"), QStringLiteral("Senare")};
    int place = -1;
    for (const TodayRow &row : rows) {
        CHECK_FALSE(row.who.isEmpty());
        CHECK_FALSE(row.what.isEmpty());
        CHECK(row.isFirst != row.heading.isEmpty());
        if (!row.isFirst)
            continue;
        CHECK(order.indexOf(row.heading) > place);
        place = int(order.indexOf(row.heading));
    }
    CHECK(rows.front().isFirst);
    CHECK(rows.back().isLast);
}

TEST_CASE("the rows of one person stand together, and the first of them says the name")
{
    AppHarness harness({.caseload = {.people = 60}});
    TodayViewModel &today = todayOf(harness);
    const auto rows = rowsOf(today);
    std::set<base::CaseId> met;
    QString group;
    int joined = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const TodayRow &row = rows[i];
        if (row.isFirst) {
            group = row.heading;
            met.clear();
        } else {
            CHECK(rows[i - 1].isLastOfPerson == row.isFirstOfPerson);
        }
        if (!row.isFirstOfPerson) {
            CHECK(rows[i - 1].caseId == row.caseId);
            ++joined;
        } else if (group == QStringLiteral("Försenat")) {
            CHECK(met.insert(row.caseId).second);
        }
    }
    CHECK(joined > 0);
}

TEST_CASE("the list tells of each person's earliest step, and her page has it first")
{
    AppHarness harness;
    harness.app().goTo(Router::Place::People);
    harness.settle();
    auto &people = dynamic_cast<PeopleViewModel &>(*harness.app().navigator()->top());
    int withSeveral = 0;
    for (int row = 0; row < people.rows()->rowCount(); ++row) {
        const PersonRow person = *people.rows()->row(row);
        const auto steps = harness
                               .inStore<std::vector<TodayRow>>(
                                   [&person](OpenStore &store) { return readStepsOf(store, person.caseId, {}); })
                               .value();
        CHECK(steps.empty() == !person.next.has_value());
        if (steps.empty())
            continue;
        CHECK(steps.front().entry.due == person.next->due);
        const auto dueOf = [](const TodayRow &step) { return step.entry.due.value_or(base::Instant::max()); };
        CHECK(std::ranges::is_sorted(steps, {}, dueOf));
        withSeveral += steps.size() > 1 ? 1 : 0;
    }
    CHECK(withSeveral > 0);
}

TEST_CASE("of a very long group the first rows are made, one row counts the rest and a press brings them")
{
    AppHarness harness;
    const auto read = [&harness](std::size_t most) {
        return harness.inStore<TodayContent>([most](OpenStore &store) { return readToday(store, {}, most); }).value();
    };
    const TodayContent all = read(SIZE_MAX);
    const TodayContent some = read(2);
    CHECK(some.calls == all.calls);
    CHECK(some.next == all.next);
    CHECK(some.isDoneToday == all.isDoneToday);
    // The same groups with the same counts, and nothing in them that is not in the whole.
    const auto headings = [](const TodayContent &content) {
        std::vector<std::pair<QString, QString>> found;
        for (const TodayRow &row : content.rows)
            if (row.isFirst)
                found.emplace_back(row.heading, row.headingCount);
        return found;
    };
    CHECK(headings(some) == headings(all));
    const auto isMore = [](const TodayRow &row) { return row.kind == TodayRow::Kind::More; };
    CHECK(std::ranges::none_of(all.rows, isMore));
    const auto more = std::ranges::find_if(some.rows, isMore);
    REQUIRE(more != some.rows.end());
    CHECK(more->isLast);
    CHECK(more->who.split(QLatin1Char(' ')).front().toInt() > 0);
    CHECK(some.rows.size() < all.rows.size());
}

TEST_CASE("a press on the row that counts the rest brings them")
{
    AppHarness harness({.caseload = {.people = 400}});
    TodayViewModel &today = todayOf(harness);
    const auto isMore = [](const TodayRow &row) { return row.kind == TodayRow::Kind::More; };
    const int before = today.rows()->rowCount();
    today.openRow(indexOf(today, isMore));
    harness.waitFor([&] { return today.rows()->rowCount() > before; });
    CHECK(today.problem().isEmpty());
}

TEST_CASE("danger and children go before everything that is late, and first within what comes later")
{
    AppHarness harness({.caseload = {.people = 60}});
    const auto people = casesOf(harness);
    const auto open = std::ranges::find_if(
        people, [](const store::CaseRow &row) { return row.card.stage != "closed" && !row.card.isProtected; });
    REQUIRE(open != people.end());
    const base::CaseId worried = open->caseId;
    REQUIRE(harness
                .inStore<std::vector<base::ChangeId>>([worried](OpenStore &store) {
                    base::json::Object talk{{"way", "call"},
                                            {"outcome", "reached"},
                                            {"children", "worry"},
                                            {"at", base::formatInstant(store.clock.now())}};
                    return store.cases.save(
                        {worried,
                         {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "contact", std::move(talk))},
                         {}});
                })
                .has_value());
    harness.settle();
    TodayViewModel &today = todayOf(harness);
    bool isOrdinary = false;
    QString group;
    int urgent = 0;
    for (const TodayRow &row : rowsOf(today)) {
        if (row.isFirst) {
            group = row.heading;
            isOrdinary = false;
        }
        const bool isPerson =
            row.kind == TodayRow::Kind::Agenda && rules::kindWeight(row.entry.kind) < rules::kindWeight("law");
        const bool isFar = rules::urgencyOf(row.entry.due, harness.clock().now()) == rules::Urgency::Later;
        CHECK_FALSE((isPerson && isOrdinary));
        CHECK((group == QStringLiteral("Går först")) == (isPerson && !isFar));
        isOrdinary = isOrdinary || !isPerson;
        urgent += isPerson && !isFar ? 1 : 0;
    }
    CHECK(urgent > 0);
}

TEST_CASE("hidden names stand in no row, neither does what was written about somebody")
{
    AppHarness harness;
    harness.app().toggleNames();
    TodayViewModel &today = todayOf(harness);
    for (const store::CaseRow &person : casesOf(harness)) {
        const QString given = QString::fromStdString(person.card.shortName).section(QLatin1Char(' '), 0, 0);
        for (const TodayRow &row : rowsOf(today)) {
            CHECK_FALSE(row.who.contains(given));
            CHECK_FALSE(row.actionText.contains(given));
            CHECK_FALSE(row.what.contains(QStringLiteral("hyresvärden")));
        }
    }
}

TEST_CASE("a rule's chip tells the rule, how binding it is and how the day was counted")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const int row = indexOf(today, [](const TodayRow &each) { return each.entry.rule.starts_with("lob."); });
    today.explain(row);
    harness.waitFor([&] { return today.why()->isOpen(); });
    CHECK_FALSE(today.why()->title().isEmpty());
    CHECK_FALSE(today.why()->label().isEmpty());
    CHECK_FALSE(today.why()->arithmetic().isEmpty());
    today.why()->close();
    CHECK_FALSE(today.why()->isOpen());
}

TEST_CASE("Ring opens the follow-up at once")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const int row = indexOf(today, [](const TodayRow &each) { return each.verb == TodayRow::Verb::Ring; });
    CHECK(today.rows()->row(row)->actionText.startsWith(QStringLiteral("Ring, ")));
    today.act(row);
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 2);
}

TEST_CASE("an own task can be made, moved, finished, and taken back")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const auto people = casesOf(harness);
    const auto open =
        std::ranges::find_if(people, [](const store::CaseRow &row) { return row.card.stage != "closed"; });
    REQUIRE(open != people.end());
    const base::CaseId caseId = open->caseId;
    const auto isMine = [](const TodayRow &row) { return row.what == QStringLiteral("Ring hyran"); };
    today.task()->openNew(caseId, QStringLiteral("Någon"));
    today.task()->save();
    CHECK_FALSE(today.task()->textProblem().isEmpty());
    today.task()->setTaskText(QStringLiteral("Ring hyran"));
    today.task()->save();
    harness.settle();
    const int made = indexOf(today, isMine);
    CHECK(today.rows()->row(made)->ruleText.isEmpty());
    today.openRow(made);
    harness.waitFor([&] { return today.task()->isOpen(); });
    today.task()->chooseDay(1);
    today.task()->save();
    harness.settle();
    const base::Instant tomorrow = *today.rows()->row(indexOf(today, isMine))->entry.due;
    CHECK(rules::urgencyOf(tomorrow, harness.clock().now()) == rules::Urgency::Tomorrow);
    today.act(indexOf(today, isMine));
    harness.settle();
    CHECK(std::ranges::none_of(rowsOf(today), isMine));
    CHECK_FALSE(today.undoRow()->text().isEmpty());
    today.undoRow()->undo();
    harness.settle();
    CHECK(std::ranges::any_of(rowsOf(today), isMine));
}

TEST_CASE("what waits for a person stands on I dag until it is attached or thrown away")
{
    AppHarness harness;
    REQUIRE(harness
                .inStore<bool>([](OpenStore &store) -> base::Result<bool> {
                    TRY_VOID(store.cases.keepForm({.id = store.ids.makeId<base::RecordId>(),
                                                   .form = "note",
                                                   .caseId = std::nullopt,
                                                   .fields = {{"text", "Träffade någon vid torget"}}}));
                    TRY(const auto scratch, store.cases.startScratch("audit-c", "1", {}));
                    static_cast<void>(scratch);
                    return true;
                })
                .has_value());
    harness.settle();
    TodayViewModel &today = todayOf(harness);
    const int note = indexOf(today, [](const TodayRow &row) { return row.kind == TodayRow::Kind::Draft; });
    const int scratch = indexOf(today, [](const TodayRow &row) { return row.kind == TodayRow::Kind::Scratch; });
    CHECK(today.rows()->row(note)->who == QStringLiteral("Utan person"));
    CHECK_FALSE(today.rows()->row(note)->what.contains(QStringLiteral("torget")));
    CHECK(today.rows()->row(scratch)->what.startsWith(QStringLiteral("AUDIT-C")));
}

TEST_CASE("two versions of a field stand as a row that leads to the choice")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const int row = indexOf(today, [](const TodayRow &each) { return each.kind == TodayRow::Kind::Conflict; });
    CHECK(today.rows()->row(row)->stateText == QStringLiteral("Två versioner"));
    today.openRow(row);
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 2);
}

TEST_CASE("a locked I dag holds nobody's name, and shows the same again after unlocking")
{
    AppHarness harness;
    TodayViewModel &today = todayOf(harness);
    const int before = today.rows()->rowCount();
    harness.app().lockNow();
    CHECK(today.rows()->rowCount() == 0);
    harness.unlock();
    harness.settle();
    CHECK(today.rows()->rowCount() == before);
}
