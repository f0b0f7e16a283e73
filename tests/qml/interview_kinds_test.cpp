// Every kind of question: how it is answered, what is kept of it half done, and where the interview goes.
#include "core/screening/instrument_library.h"
#include "tests/qml/interview_steps.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::InterviewRows;
using viewmodels::QuestionInput;
using Stage = InterviewViewModel::Stage;

namespace {

bool isChosen(InterviewViewModel &page, int row)
{
    return page.options()->data(page.options()->index(row), viewmodels::AnswerOptionListModel::ChosenRole).toBool();
}

QString rowText(InterviewViewModel &page, int row)
{
    return page.rows()->data(page.rows()->index(row), InterviewRows::TitleRole).toString();
}

/// To the list of substances of an ADDIS record.
std::unique_ptr<InterviewViewModel> openSubstances(InterviewBench &bench, base::CaseId caseId)
{
    auto page = bench.open({.instrument = "addis", .caseId = caseId});
    write(bench, *page, "2025-10-02");
    write(bench, *page, "Elin");
    bench.answer(*page, 0);
    REQUIRE(page->stage() == Stage::Rows);
    return page;
}

void addSubstance(InterviewBench &bench, InterviewViewModel &page, int name)
{
    waitForTurn(bench, page, [&] { page.rows()->add(); });
    bench.answer(page, name);
    bench.answer(page, 0);
    write(bench, page, "F10.2");
    REQUIRE(page.stage() == Stage::Rows);
}

} // namespace

TEST_CASE("yes and no are two answers of one tap, and PERC is carried on into NODS")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "nods-perc", .caseId = caseId});
    CHECK(page->title() == QStringLiteral("NODS-PERC"));
    CHECK(page->options()->count() == 2);
    CHECK(page->timeWindow() == QStringLiteral("Tänk på hela livet."));
    CHECK(page->nextText().isEmpty());
    for (int i = 0; i < 4; ++i)
        bench.answer(*page, 0);
    REQUIRE(page->stage() == Stage::Done);
    const store::RecordView record = latest(bench, caseId);
    CHECK(record.integer("score") == 4);
    bench.clock().advance(std::chrono::minutes(1));
    const auto longer = bench.open({.instrument = "nods", .caseId = caseId, .stepFrom = record.id});
    CHECK(longer->title() == QStringLiteral("NODS"));
    CHECK(longer->questionCount() > 4);
    bench.answer(*longer, 1);
    CHECK(answersIn(bench, caseId) == 5);
}

TEST_CASE("a number outside its limits is said in words, and what was typed stays")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "dudit-e", .caseId = caseId});
    REQUIRE(page->input()->way() == QuestionInput::Date);
    write(bench, *page, "20251002");
    CHECK(answerIn(bench, caseId, "date") == R"({"date":"2025-10-02"})");
    REQUIRE(page->input()->way() == QuestionInput::Number);
    CHECK(page->input()->help() == QStringLiteral("0 till 50"));
    page->input()->edit(QStringLiteral("51"));
    page->goOn();
    CHECK(page->input()->problem() == QStringLiteral("Högst 50 går att spara här."));
    CHECK(page->input()->typed() == QStringLiteral("51"));
    page->input()->edit(QStringLiteral("tolv"));
    page->goOn();
    CHECK(page->input()->problem() == QStringLiteral("Skriv ett helt tal med siffror."));
    CHECK(answerIn(bench, caseId, "d").empty());
    write(bench, *page, "12");
    CHECK(answerIn(bench, caseId, "d") == R"({"integer":12})");
    CHECK(page->previousText() == QStringLiteral("Fråga 2: 12"));
}

TEST_CASE("a date may be a month or a year, and one that is none is not taken")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "mini", .caseId = caseId});
    page->input()->edit(QStringLiteral("i våras"));
    page->goOn();
    CHECK(page->input()->problem().startsWith(QStringLiteral("Skriv datumet som")));
    write(bench, *page, "2025-04");
    CHECK(answerIn(bench, caseId, "date") == R"({"date":"2025-04"})");
}

TEST_CASE("a decimal takes a comma, several options are ticked one after the other, and none of them is an answer")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "medical-test", .caseId = caseId});
    const auto form = screening::InstrumentLibrary::shipped().value().find("medical-test").value();
    const auto &tests = form->questions().front();
    bench.answer(*page, int(tests.findOption("urine-drugs").value_or(0)));
    while (page->stage() == Stage::Asking && page->input()->way() != QuestionInput::Boxes)
        skip(bench, *page);
    REQUIRE(page->input()->way() == QuestionInput::Boxes);
    CHECK_FALSE(page->introLines().isEmpty());
    const int turn = page->turn();
    page->choose(0);
    page->choose(2);
    bench.waitFor([&] { return answerIn(bench, caseId, "urine-drugs-found").find(',') != std::string::npos; });
    CHECK(page->turn() == turn);
    CHECK(isChosen(*page, 0));
    CHECK(isChosen(*page, 2));
    bench.waitFor([&] { return page->canGoOn(); });
    const int none = page->options()->count() - 1;
    page->choose(none);
    bench.waitFor([&] { return answerIn(bench, caseId, "urine-drugs-found") == R"({"options":[]})"; });
    bench.waitFor([&] { return page->canGoOn(); });
    CHECK(isChosen(*page, none));
    CHECK_FALSE(isChosen(*page, 0));
    waitForTurn(bench, *page, [&] { page->goOn(); });
    REQUIRE(page->input()->way() == QuestionInput::Decimal);
    write(bench, *page, "1,5");
    CHECK(answerIn(bench, caseId, "creatinine-value") == R"({"decimal":"1.5"})");
}

TEST_CASE("one's own words stand beside the options, and replace the option chosen")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "net-plan", .caseId = caseId});
    while (page->input()->label() != QStringLiteral("Med egna ord"))
        skip(bench, *page);
    REQUIRE(page->options()->count() > 0);
    const int turn = page->turn();
    bench.answer(*page, 0);
    REQUIRE(page->turn() != turn);
    page->changePrevious();
    bench.hear(*page);
    REQUIRE(isChosen(*page, 0));
    write(bench, *page, "Familjehem");
    CHECK(answerIn(bench, caseId, "suggested-level") == R"({"text":"Familjehem"})");
    page->changePrevious();
    CHECK(page->input()->typed() == QStringLiteral("Familjehem"));
}

TEST_CASE("half a text comes back with its question after the process ended, and goes with its answer")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    {
        const auto page = bench.open({.instrument = "mini", .caseId = caseId});
        skip(bench, *page);
        skip(bench, *page);
        bench.answer(*page, 0);
        REQUIRE(page->input()->way() == QuestionInput::Lines);
        page->input()->edit(QStringLiteral("Halv mening"));
        QTest::qWait(1000);
    }
    bench.restart();
    const auto page = bench.open({.instrument = {}, .caseId = caseId, .assessment = latest(bench, caseId).id});
    REQUIRE(page->input()->way() == QuestionInput::Lines);
    CHECK(page->input()->typed() == QStringLiteral("Halv mening"));
    CHECK(answerIn(bench, caseId, "outcome").empty());
    // What was passed over is not asked first.
    CHECK(page->questionNumber() == 4);
    write(bench, *page, "Hel mening.");
    CHECK(page->stage() == Stage::Done);
    CHECK(answerIn(bench, caseId, "outcome") == R"({"text":"Hel mening."})");
    CHECK(latest(bench, caseId).text("status") == "completed");
    CHECK_FALSE(latest(bench, caseId).fields.contains("score"));
    CHECK(sittings(bench) == 0);
    CHECK(page->hasSkipped());
    waitForTurn(bench, *page, [&] { page->askSkipped(); });
    CHECK(page->questionNumber() == 1);
}

TEST_CASE("the first letter of a first answer makes the record, so that it is found again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const std::size_t before = bench.records(caseId, "assessment").size();
    {
        const auto page = bench.open({.instrument = "dudit-e", .caseId = caseId});
        page->input()->edit(QStringLiteral("2025-1"));
        bench.waitFor([&] { return page->place().has_value(); });
        page->leave();
    }
    bench.restart();
    REQUIRE(bench.records(caseId, "assessment").size() == before + 1);
    const auto page = bench.open({.instrument = {}, .caseId = caseId, .assessment = latest(bench, caseId).id});
    CHECK(page->input()->typed() == QStringLiteral("2025-1"));
}

TEST_CASE("a lock keeps what is half typed, and takes it off the page")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "dudit-e", .caseId = caseId});
    write(bench, *page, "2025-10-02");
    page->input()->edit(QStringLiteral("1"));
    page->clear();
    CHECK(page->input()->typed().isEmpty());
    bench.lock();
    bench.unlock();
    page->load();
    bench.waitFor([&] { return !page->isLoading(); });
    CHECK(page->input()->typed() == QStringLiteral("1"));
}

TEST_CASE("rows are added, changed and taken away, and come back by Undo")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = openSubstances(bench, caseId);
    const QAbstractItemModelTester tester(page->rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(page->rows()->rowCount() == 0);
    addSubstance(bench, *page, 0);
    addSubstance(bench, *page, 1);
    REQUIRE(page->rows()->rowCount() == 2);
    const QString first = rowText(*page, 0);
    CHECK(first != rowText(*page, 1));
    const std::size_t stored = answersIn(bench, caseId);

    SECTION("an empty row is nothing")
    {
        waitForTurn(bench, *page, [&] { page->rows()->add(); });
        waitForTurn(bench, *page, [&] { page->changePrevious(); });
        CHECK(page->stage() == Stage::Rows);
        CHECK(page->rows()->rowCount() == 2);
    }
    SECTION("a change goes through the row and back to the list")
    {
        waitForTurn(bench, *page, [&] { page->rows()->change(0); });
        bench.answer(*page, 2);
        if (page->stage() != Stage::Rows) {
            waitForTurn(bench, *page, [&] { page->goOn(); });
        }
        CHECK(rowText(*page, 0) != first);
    }
    SECTION("taking away and Undo")
    {
        waitForTurn(bench, *page, [&] { page->rows()->remove(0); });
        CHECK(page->rows()->rowCount() == 1);
        CHECK_FALSE(page->rows()->undoText().isEmpty());
        CHECK(answersIn(bench, caseId) == stored - 3);
        waitForTurn(bench, *page, [&] { page->rows()->undo(); });
        REQUIRE(page->rows()->rowCount() == 2);
        CHECK(rowText(*page, 0) == first);
        CHECK(answersIn(bench, caseId) == stored);
    }
    SECTION("the way on and the way back")
    {
        waitForTurn(bench, *page, [&] { page->leaveRows(); });
        CHECK(page->stage() == Stage::Asking);
        waitForTurn(bench, *page, [&] { page->changePrevious(); });
        CHECK(page->stage() == Stage::Rows);
        waitForTurn(bench, *page, [&] { page->changePrevious(); });
        CHECK(page->stage() == Stage::Asking);
        CHECK(page->questionNumber() == 3);
    }
}

TEST_CASE("the interviewer's ratings wait until the talk is over, and show what steers them")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "adad", .caseId = caseId});
    int asked = 0;
    while (page->stage() == Stage::Asking) {
        CHECK_FALSE(page->question().contains(QStringLiteral("intervjuarens")));
        if (page->input()->hasField())
            skip(bench, *page);
        else
            bench.answer(*page, 1);
        REQUIRE(++asked < 60);
    }
    REQUIRE(page->stage() == Stage::Waiting);
    CHECK(latest(bench, caseId).text("status") == "inProgress");
    waitForTurn(bench, *page, [&] { page->startRatings(); });
    CHECK(page->question().contains(QStringLiteral("intervjuarens skattning")));
    CHECK(page->progressText() == QStringLiteral("Fråga 1 av 9"));
    CHECK(page->ratingBasis().size() == 2);
    CHECK_FALSE(page->input()->takesRefusal());
    for (int i = 0; i < 9; ++i)
        write(bench, *page, "4");
    CHECK(page->stage() == Stage::Done);
    CHECK(latest(bench, caseId).text("status") == "completed");
}

TEST_CASE("not relevant is an answer where the question allows it")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "adad", .caseId = caseId});
    while (!page->input()->takesNotRelevant())
        page->input()->hasField() ? skip(bench, *page) : bench.answer(*page, 1);
    waitForTurn(bench, *page, [&] { page->setAside(); });
    CHECK(answerIn(bench, caseId, "school-worry") == R"({"state":"not-relevant"})");
}
