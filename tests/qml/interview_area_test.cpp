// An interview of many areas on a wide page, and the list of all forms.
#include "qml/viewmodels/start/forms_view_model.h"
#include "tests/qml/interview_steps.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::FormsListModel;
using Stage = InterviewViewModel::Stage;

TEST_CASE("all forms are offered about a person, and about nobody only those without a word of one's own")
{
    InterviewBench bench;
    viewmodels::FormsViewModel page(bench.services(), bench.someCase());
    const QAbstractItemModelTester tester(page.forms(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    page.load();
    bench.waitFor([&] { return !page.isLoading(); });
    const auto ids = [](FormsListModel &forms) {
        std::vector<std::string> all;
        for (int i = 0; i < forms.count(); ++i)
            all.push_back(forms.formAt(i));
        return all;
    };
    const auto all = ids(*page.forms());
    for (const char *id : {"audit", "nods", "asi-grund", "adad", "medical-test", "dudit-e", "freda"})
        CHECK(std::ranges::find(all, id) != all.end());
    page.search(QStringLiteral("spel"));
    CHECK(page.forms()->count() > 0);
    CHECK(page.forms()->count() < int(all.size()));

    viewmodels::FormsViewModel nobody(bench.services(), std::nullopt);
    nobody.load();
    bench.waitFor([&] { return !nobody.isLoading(); });
    const auto open = ids(*nobody.forms());
    CHECK(std::ranges::find(open, "nods-perc") != open.end());
    for (const char *id : {"asi-grund", "adad", "medical-test", "freda"})
        CHECK(std::ranges::find(open, id) == open.end());
    nobody.start(0);
    REQUIRE(bench.router().m_interview.has_value());
    CHECK(bench.router().m_interview->instrument == open.front());
}

TEST_CASE("on a wide page a whole area is asked at once, in any order, and the ratings are not among it")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
    auto *area = page->areaPage();
    const QAbstractItemModelTester items(area->items(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester areas(area->areas(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK_FALSE(area->isShown());
    area->setWide(true);
    REQUIRE(area->isShown());
    CHECK(area->title() == QStringLiteral("Bakgrund och boende"));
    const auto rowOf = [&](const char *key) {
        for (int row = 0; row < area->items()->rowCount(); ++row)
            if (area->keyAt(row) == key)
                return row;
        return -1;
    };
    const auto role = [&](int row, int which) { return area->items()->data(area->items()->index(row), which); };
    using Items = viewmodels::AreaItemListModel;
    area->openArea(1);
    CHECK(area->title() == QStringLiteral("Fysisk hälsa"));
    CHECK(rowOf("health-rating") == -1);
    REQUIRE(rowOf("chronic") >= 0);
    CHECK(rowOf("chronic-which") == -1);
    // Two at once: the second waits for the first, and none is lost.
    area->choose(rowOf("chronic"), 0);
    area->choose(rowOf("hiv-tested"), 1);
    bench.waitFor([&] { return answerIn(bench, caseId, "hiv-tested") == R"({"boolean":false})"; });
    CHECK(answerIn(bench, caseId, "chronic") == R"({"boolean":true})");
    bench.waitFor([&] { return rowOf("chronic-which") >= 0; });
    CHECK(role(rowOf("chronic"), Items::ChosenRole).toString() == QStringLiteral(",0,"));

    area->edit(rowOf("health-days"), QStringLiteral("31"));
    area->finish(rowOf("health-days"));
    CHECK(role(rowOf("health-days"), Items::ProblemRole).toString().startsWith(QStringLiteral("Högst 30")));
    CHECK(answerIn(bench, caseId, "health-days").empty());
    area->edit(rowOf("health-days"), QStringLiteral("12"));
    area->finish(rowOf("health-days"));
    bench.waitFor([&] { return answerIn(bench, caseId, "health-days") == R"({"integer":12})"; });
    // The page's main action is its own, whatever question was shown last by itself.
    page->mainAction();
    bench.waitFor([&] { return area->title() != QStringLiteral("Fysisk hälsa"); });
    CHECK(answerIn(bench, caseId, "health-days") == R"({"integer":12})");
    area->openArea(1);
    area->refuse(rowOf("doctor-times"));
    bench.waitFor([&] { return answerIn(bench, caseId, "doctor-times") == R"({"state":"refused"})"; });

    for (int i = 0; !area->isLast(); ++i) {
        area->next();
        REQUIRE(i < 20);
    }
    waitForTurn(bench, *page, [&] { area->next(); });
    CHECK(page->stage() == Stage::Waiting);
    waitForTurn(bench, *page, [&] { page->startRatings(); });
    CHECK(page->question().contains(QStringLiteral("bedömning")));
    CHECK(page->ratingBasis().size() >= 2);
    CHECK(sittings(bench) == 1);
}

TEST_CASE("on a wide page the questions of a row are asked by themselves, and then the area stands again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
    auto *area = page->areaPage();
    area->setWide(true);
    using Items = viewmodels::AreaItemListModel;
    int rows = -1;
    for (int i = 0; rows < 0; ++i) {
        REQUIRE(i < area->areas()->rowCount());
        area->openArea(i);
        for (int row = 0; row < area->items()->rowCount(); ++row)
            if (area->items()->data(area->items()->index(row), Items::IsRowsRole).toBool())
                rows = row;
    }
    waitForTurn(bench, *page, [&] { area->openRows(rows); });
    REQUIRE(page->stage() == Stage::Rows);
    waitForTurn(bench, *page, [&] { page->rows()->add(); });
    REQUIRE(page->stage() == Stage::Asking);
    CHECK_FALSE(area->isShown());
    CHECK_FALSE(page->question().isEmpty());
    while (page->stage() == Stage::Asking)
        waitForTurn(bench, *page, [&] { page->doNotKnow(); });
    REQUIRE(page->stage() == Stage::Rows);
    waitForTurn(bench, *page, [&] { page->leaveRows(); });
    CHECK(area->isShown());
}

TEST_CASE("half a text on an area page comes back after the process ended")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    {
        const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
        page->areaPage()->setWide(true);
        page->areaPage()->edit(page->areaPage()->items()->rowCount() - 1, QStringLiteral("Bor hos"));
        bench.waitFor([&] { return page->place().has_value(); });
        QTest::qWait(1000);
    }
    bench.restart();
    const auto page = bench.open({.instrument = {}, .caseId = caseId, .assessment = latest(bench, caseId).id});
    page->areaPage()->setWide(true);
    CHECK(page->areaPage()->typed(page->areaPage()->items()->rowCount() - 1) == QStringLiteral("Bor hos"));
}
