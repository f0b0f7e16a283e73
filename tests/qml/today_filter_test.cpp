// I dag narrowed to one sort of task: what stays, what it says, how it is reached, and how long it holds.
#include "core/rules/agenda_order.h"
#include "qml/viewmodels/today/today_groups.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <algorithm>

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

bool goesFirst(AppHarness &harness, const TodayRow &row)
{
    return row.kind == TodayRow::Kind::Agenda && todayGroupOf(row.entry, harness.clock().now()) == TodayGroup::First;
}

/// Of all rows, those that are to stay for a sort.
std::vector<std::string> keysFor(AppHarness &harness, const std::vector<TodayRow> &rows, TodaySort sort)
{
    std::vector<std::string> keys;
    for (const TodayRow &row : rows)
        if (goesFirst(harness, row) || todaySortOf(row) == sort)
            keys.push_back(row.key);
    return keys;
}

std::vector<std::string> keysOf(TodayViewModel &today)
{
    std::vector<std::string> keys;
    for (const TodayRow &row : rowsOf(today))
        keys.push_back(row.key);
    return keys;
}

const QString FilterName = QStringLiteral("Visa en sorts uppgifter");
const QString ShowAll = QStringLiteral("Visa allt");

/// The sort of an ordinary row that stands here, with the words of its choice.
QString choose(AppHarness &harness, TodayViewModel &today, TodaySort sort)
{
    harness.tap(FilterName);
    harness.settle();
    const QString name = today.filter()->names().at(int(sort) + 1);
    harness.tap(name);
    harness.settle();
    return name;
}

} // namespace

TEST_CASE("each sort shows its own rows and what goes first, with the number that was said, and all comes back")
{
    AppHarness harness({.caseload = {.people = 60}});
    TodayViewModel &today = todayOf(harness);
    const auto all = rowsOf(today);
    int shown = 0;
    for (std::size_t i = 0; i < TodaySortCount; ++i) {
        CAPTURE(i);
        const QString name = choose(harness, today, TodaySort(i));
        auto expected = keysFor(harness, all, TodaySort(i));
        auto found = keysOf(today);
        std::ranges::sort(expected);
        std::ranges::sort(found);
        CHECK(found == expected);
        const auto first = std::ranges::count_if(all, [&](const TodayRow &row) { return goesFirst(harness, row); });
        CHECK(name.endsWith(QStringLiteral("(%1)").arg(int(expected.size()) - int(first))));
        shown += expected.size() > std::size_t(first) ? 1 : 0;
        CHECK(harness.shows(QStringLiteral("Visar bara: ")));
        CHECK(harness.shows(QStringLiteral("Inget av det slaget.")) == (int(expected.size()) == int(first)));
    }
    CHECK(shown >= 2);
    harness.tap(ShowAll);
    harness.settle();
    CHECK(keysOf(today).size() == all.size());
    CHECK_FALSE(harness.shows(QStringLiteral("Visar bara: ")));
}

TEST_CASE("a sort of which there is nothing says so, and the words go with the first row of it")
{
    AppHarness harness({.caseload = {.people = 1}});
    TodayViewModel &today = todayOf(harness);
    const auto all = rowsOf(today);
    std::size_t empty = TodaySortCount;
    for (std::size_t i = 0; i < TodaySortCount; ++i)
        if (std::ranges::none_of(all, [&](const TodayRow &row) { return todaySortOf(row) == TodaySort(i); }))
            empty = i;
    REQUIRE(empty < TodaySortCount);
    choose(harness, today, TodaySort(empty));
    CHECK(harness.shows(QStringLiteral("Inget av det slaget.")));
    CHECK_FALSE(harness.shows(QStringLiteral("Inget mer i dag")));
    harness.tap(ShowAll);
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Inget av det slaget.")));
}

TEST_CASE("the choice stands while other pages are read and after the app was locked, and goes with the app")
{
    AppHarness harness({.caseload = {.people = 60}});
    TodayViewModel *today = &todayOf(harness);
    choose(harness, *today, TodaySort::Contact);
    const auto narrowed = keysOf(*today);
    harness.app().goTo(Router::Place::People);
    harness.settle();
    today = &todayOf(harness);
    CHECK(keysOf(*today) == narrowed);
    harness.app().lockNow();
    harness.settle();
    harness.unlock();
    today = &todayOf(harness);
    CHECK(today->filter()->isOn());
    CHECK(keysOf(*today) == narrowed);
    harness.killAndRestart();
    harness.unlock();
    today = &todayOf(harness);
    CHECK_FALSE(today->filter()->isOn());
    CHECK_FALSE(harness.shows(QStringLiteral("Visar bara: ")));
}

TEST_CASE("the keyboard and a reader can choose a sort and take it back")
{
    AppHarness harness({.caseload = {.people = 60}});
    TodayViewModel &today = todayOf(harness);
    harness.pressByReader(FilterName);
    harness.settle();
    harness.key(Qt::Key_Escape);
    harness.settle();
    CHECK_FALSE(today.filter()->isOpen());
    CHECK_FALSE(today.filter()->isOn());
    QQuickItem *button = harness.find(QAccessible::Button, FilterName);
    REQUIRE(button);
    button->forceActiveFocus(Qt::TabFocusReason);
    harness.key(Qt::Key_Space);
    harness.settle();
    REQUIRE(today.filter()->isOpen());
    harness.pressByReader(today.filter()->names().at(1));
    harness.settle();
    CHECK(today.filter()->isOn());
    button = harness.find(QAccessible::Button, FilterName);
    REQUIRE(button);
    // What the list is narrowed to is said with the button.
    CHECK(button->property("description").toString() == today.filter()->text());
    harness.pressByReader(ShowAll);
    harness.settle();
    CHECK_FALSE(today.filter()->isOn());
}

TEST_CASE("on a phone the first row stays in sight, also with the largest text, and nothing is cut off")
{
    const qreal scale = GENERATE(1.0, 2.0);
    AppHarness harness({.size = {390, 844}, .textScale = scale, .caseload = {.people = 60}});
    TodayViewModel &today = todayOf(harness);
    const auto firstRowTop = [&] {
        QQuickItem *row = harness.findPressable(today.rows()->row(0)->who);
        REQUIRE(row);
        return row->mapToScene({0, 0}).y();
    };
    const qreal before = firstRowTop();
    choose(harness, today, TodaySort::Contact);
    REQUIRE(today.rows()->rowCount() > 0);
    CHECK(harness.textFaults() == QStringList());
    CHECK(firstRowTop() <= before);
    harness.tap(FilterName);
    harness.settle();
    CHECK(harness.textFaults() == QStringList());
}
