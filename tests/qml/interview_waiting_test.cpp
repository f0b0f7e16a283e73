// What is on its way to the store, or typed and no answer yet, when the page is hidden, left or at its end.
#include "tests/qml/interview_steps.h"

#include <QSemaphore>

using namespace faltakt;
using namespace faltakt::test;
using Stage = InterviewViewModel::Stage;

namespace {

/// Work that keeps the store thread until it is let go.
class BusyStore {
public:
    explicit BusyStore(InterviewBench &bench)
    {
        bench.services().workspace.keep<int>(
            &m_context,
            [this](viewmodels::OpenStore &) -> base::Result<int> {
                m_gate.acquire();
                return 0;
            },
            [](const base::Result<int> &) {});
    }
    ~BusyStore() { letGo(); }
    void letGo()
    {
        if (!std::exchange(m_isOver, true))
            m_gate.release();
    }

private:
    QSemaphore m_gate;
    QObject m_context;
    bool m_isOver = false;
};

int rowOf(InterviewViewModel &page, const char *key)
{
    for (int row = 0; row < page.areaPage()->items()->rowCount(); ++row)
        if (page.areaPage()->keyAt(row) == key)
            return row;
    FAIL("no such question on the page: " << key);
    return -1;
}

/// ASI on a wide page, at physical health.
std::unique_ptr<InterviewViewModel> openHealth(InterviewBench &bench, base::CaseId caseId)
{
    auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
    page->areaPage()->setWide(true);
    page->areaPage()->openArea(1);
    return page;
}

void reopen(InterviewBench &bench, InterviewViewModel &page)
{
    page.load();
    bench.waitFor([&] { return !page.isLoading(); });
}

} // namespace

TEST_CASE("two answers on a page while the store is busy: both are there after the page was hidden")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = openHealth(bench, caseId);
    BusyStore busy(bench);
    page->areaPage()->choose(rowOf(*page, "chronic"), 1);
    page->areaPage()->choose(rowOf(*page, "hiv-tested"), 0);
    page->areaPage()->refuse(rowOf(*page, "doctor-times"));
    page->clear();
    busy.letGo();
    reopen(bench, *page);
    CHECK(answerIn(bench, caseId, "chronic") == R"({"boolean":false})");
    CHECK(answerIn(bench, caseId, "hiv-tested") == R"({"boolean":true})");
    CHECK(answerIn(bench, caseId, "doctor-times") == R"({"state":"refused"})");
    CHECK(page->notice().isEmpty());
}

TEST_CASE("the same after the page was left for good")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    auto page = openHealth(bench, caseId);
    BusyStore busy(bench);
    page->areaPage()->choose(rowOf(*page, "chronic"), 1);
    page->areaPage()->choose(rowOf(*page, "hiv-tested"), 0);
    page->leave();
    page.reset();
    busy.letGo();
    CHECK(answerIn(bench, caseId, "chronic") == R"({"boolean":false})");
    CHECK(answerIn(bench, caseId, "hiv-tested") == R"({"boolean":true})");
}

TEST_CASE("a second tick that waits behind the first is kept when the page is hidden")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "medical-test", .caseId = caseId});
    const auto *form = page->questionnaire();
    bench.answer(*page, int(form->questions().front().findOption("urine-drugs").value()));
    while (page->input()->way() != viewmodels::QuestionInput::Boxes)
        skip(bench, *page);
    BusyStore busy(bench);
    page->choose(1);
    page->choose(3);
    page->clear();
    busy.letGo();
    reopen(bench, *page);
    CHECK(answerIn(bench, caseId, "urine-drugs-found") == R"({"options":["cannabis","cocaine"]})");
}

TEST_CASE("the talk is not over while something is typed that is no answer")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = openHealth(bench, caseId);
    auto &area = *page->areaPage();
    area.edit(rowOf(*page, "health-days"), QStringLiteral("31"));
    area.finish(rowOf(*page, "health-days"));
    while (!area.isLast())
        area.next();
    waitForTurn(bench, *page, [&] { area.next(); });
    CHECK(page->stage() == Stage::Asking);
    CHECK(area.title() == QStringLiteral("Fysisk hälsa"));
    CHECK(page->notice().startsWith(QStringLiteral("Här står något skrivet")));
    const int row = rowOf(*page, "health-days");
    using Items = viewmodels::AreaItemListModel;
    CHECK(area.items()->data(area.items()->index(row), Items::TypedRole).toString() == QStringLiteral("31"));
    CHECK(area.items()
              ->data(area.items()->index(row), Items::ProblemRole)
              .toString()
              .startsWith(QStringLiteral("Högst 30")));
    // A field that was not left yet is taken as if it had been.
    area.edit(row, QStringLiteral("12"));
    while (!area.isLast())
        area.next();
    waitForTurn(bench, *page, [&] { area.next(); });
    CHECK(page->stage() == Stage::Waiting);
    CHECK(answerIn(bench, caseId, "health-days") == R"({"integer":12})");
}

TEST_CASE("one question at a time, what was typed and left behind is asked for before the end")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "dudit-e", .caseId = caseId});
    write(bench, *page, "20251002");
    write(bench, *page, "12");
    waitForTurn(bench, *page, [&] { page->changePrevious(); });
    page->input()->edit(QStringLiteral("99"));
    waitForTurn(bench, *page, [&] { page->openOverview(); });
    waitForTurn(bench, *page, [&] { page->askAgain(2); });
    write(bench, *page, "1");
    write(bench, *page, "2");
    write(bench, *page, "3");
    REQUIRE(page->stage() == Stage::Asking);
    CHECK(page->input()->typed() == QStringLiteral("99"));
    CHECK(page->notice().startsWith(QStringLiteral("Här står något skrivet")));
    write(bench, *page, "14");
    CHECK(page->stage() == Stage::Done);
    CHECK(answerIn(bench, caseId, "d") == R"({"integer":14})");
}
