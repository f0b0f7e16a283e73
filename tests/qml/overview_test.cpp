// Every answer of a talk on one page, and back to the question that was shown.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::InterviewViewModel;
using Stage = InterviewViewModel::Stage;

namespace {

InterviewViewModel &talk(AppHarness &app)
{
    auto *page = qobject_cast<InterviewViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

/// AUDIT with two answers, at its third question.
void openTalk(AppHarness &app)
{
    app.app().openInterview({.instrument = "audit", .caseId = somebody(app).caseId});
    app.settle();
    FieldWorker worker(app, Hand::Finger);
    worker.answer(2);
    worker.answer(1);
    REQUIRE(talk(app).questionNumber() == 3);
}

} // namespace

TEST_CASE("from a question to all answers and back to the same question, by finger, reader and key")
{
    const auto width = GENERATE(390, 1024);
    AppHarness app({.size = {width, 844}});
    openTalk(app);
    const QString question = talk(app).question();
    const int depth = app.app().navigator()->depth();

    app.tap(QStringLiteral("Fler val"));
    app.settle();
    app.tap(QStringLiteral("Svaren hittills"));
    app.settle();
    REQUIRE(talk(app).stage() == Stage::Overview);
    CHECK(app.shows(QStringLiteral("2 av 10 frågor har ett svar")));
    CHECK(app.textFaults().isEmpty());
    CHECK(talk(app).overview()->rowCount() == 10);
    CHECK(AppHarness::nameOf(app.focused()) == QStringLiteral("Svaren hittills"));
    app.tap(QStringLiteral("Tillbaka till frågorna"));
    app.settle();
    CHECK(talk(app).stage() == Stage::Asking);
    CHECK(talk(app).question() == question);

    app.key(Qt::Key_O, Qt::ControlModifier);
    app.settle();
    REQUIRE(talk(app).stage() == Stage::Overview);
    app.key(Qt::Key_Escape);
    app.settle();
    CHECK(app.app().navigator()->depth() == depth);
    CHECK(talk(app).question() == question);

    app.key(Qt::Key_O, Qt::ControlModifier);
    app.settle();
    app.key(Qt::Key_Left, Qt::AltModifier);
    app.settle();
    CHECK(app.app().navigator()->depth() == depth);
    CHECK(talk(app).question() == question);

    app.key(Qt::Key_O, Qt::ControlModifier);
    app.settle();
    app.pressByReader(QStringLiteral("Ändra, Fråga 1:"));
    app.settle();
    CHECK(talk(app).stage() == Stage::Asking);
    CHECK(talk(app).questionNumber() == 1);
    FieldWorker(app, Hand::Reader).answer(3);
    // What was asked already is not asked again.
    CHECK(talk(app).question() == question);
}

TEST_CASE("a lock over the overview comes back to the question")
{
    AppHarness app;
    openTalk(app);
    const QString question = talk(app).question();
    talk(app).openOverview();
    app.settle();
    app.app().lockNow();
    app.settle();
    CHECK(talk(app).overview()->rowCount() == 0);
    app.unlock();
    app.settle();
    CHECK(talk(app).stage() == Stage::Asking);
    CHECK(talk(app).question() == question);
}

TEST_CASE("the interviewer's own questions are not among what the person may see")
{
    AppHarness app;
    app.app().openInterview({.instrument = "adad", .caseId = somebody(app).caseId});
    app.settle();
    talk(app).openOverview();
    app.settle();
    REQUIRE(talk(app).stage() == Stage::Overview);
    const auto &answers = *talk(app).overview();
    const auto *form = talk(app).questionnaire();
    REQUIRE(form);
    REQUIRE(answers.rowCount() > 0);
    for (int row = 0; row < answers.rowCount(); ++row)
        CHECK_FALSE(form->questions()[form->findQuestion(answers.itemAt(row)).value()].isInterviewers);
}
