// A page of many rows: the first ones at once, the rest before anybody has scrolled to them.
#include "qml/viewmodels/shell/first_rows_model.h"
#include "tests/qml/interview_steps.h"

#include <QAbstractItemModelTester>
#include <QStringListModel>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::FirstRowsModel;

namespace {

QStringList words(int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all += QString::number(i);
    return all;
}

QStringList shown(const FirstRowsModel &model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all += model.data(model.index(i, 0)).toString();
    return all;
}

} // namespace

TEST_CASE("the first rows stand at once, and all of them soon, in their order")
{
    InterviewBench::ensureApplication();
    QStringListModel rows(words(50));
    FirstRowsModel model(rows, 6, 4);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(shown(model) == words(50));
    model.restart();
    CHECK(shown(model) == words(6));
    QCoreApplication::processEvents();
    const int after = model.rowCount();
    CHECK(after > 6);
    CHECK(shown(model) == words(after));
    REQUIRE(QTest::qWaitFor([&] { return model.isWhole(); }));
    CHECK(shown(model) == words(50));
    // Afterwards what comes is there at once.
    rows.setStringList(words(60));
    CHECK(shown(model) == words(60));
}

TEST_CASE("fewer rows than stand at once are all there at once")
{
    InterviewBench::ensureApplication();
    QStringListModel rows(words(3));
    FirstRowsModel model(rows, 6, 4);
    model.restart();
    CHECK(shown(model) == words(3));
    REQUIRE(QTest::qWaitFor([&] { return model.isWhole(); }));
    CHECK(shown(model) == words(3));
}

TEST_CASE("an area opens with what is in sight, and has all its questions before anybody has scrolled to them")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "asi-grund", .caseId = bench.someCase()});
    auto *area = page->areaPage();
    area->setWide(true);
    for (int i = 0; i < area->areas()->rowCount(); ++i) {
        area->openArea(i);
        const int all = area->items()->rowCount();
        CHECK(area->shownItems()->rowCount() == std::min(all, 6));
        bench.waitFor([&] { return area->shownItems()->rowCount() == all; });
    }
    // An answer takes nothing away that stands.
    const int all = area->items()->rowCount();
    area->refuse(0);
    bench.waitFor([&] {
        return area->items()->data(area->items()->index(0), viewmodels::AreaItemListModel::RefusedRole).toBool();
    });
    CHECK(area->shownItems()->rowCount() == area->items()->rowCount());
    CHECK(area->items()->rowCount() >= all - 3);
}
