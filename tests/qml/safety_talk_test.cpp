// A talk about safety: behind the worker's word that the person is alone, and in nobody else's sight.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::AppViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::ResultViewModel;
using Stage = InterviewViewModel::Stage;

namespace {

InterviewViewModel &talk(AppHarness &app)
{
    auto *page = qobject_cast<InterviewViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

base::CaseId openTalk(AppHarness &app)
{
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openPerson(caseId);
    app.settle();
    app.app().openInterview({.instrument = "freda", .caseId = caseId});
    app.settle();
    REQUIRE(talk(app).stage() == Stage::Alone);
    return caseId;
}

void openQuestions(AppHarness &app)
{
    app.tap(QStringLiteral("Personen är ensam med mig"));
    app.tap(QStringLiteral("Öppna frågorna"));
    app.settle();
    REQUIRE(talk(app).stage() == Stage::Asking);
}

store::RecordView latest(AppHarness &app, base::CaseId caseId)
{
    auto records = recordsOf(app, caseId, "assessment");
    REQUIRE_FALSE(records.empty());
    return records.back();
}

} // namespace

TEST_CASE("the questions open only when the worker has ticked that the person is alone, and again after a lock")
{
    AppHarness app;
    app.voice().learn("sv");
    const base::CaseId caseId = openTalk(app);
    CHECK(app.shows(QStringLiteral("Trygghetssamtal")));
    CHECK_FALSE(app.shows(QStringLiteral("hotat dig")));
    app.tap(QStringLiteral("Öppna frågorna"));
    app.settle();
    CHECK(talk(app).stage() == Stage::Alone);
    CHECK(app.shows(QStringLiteral("Kryssa först i att personen är ensam.")));
    openQuestions(app);
    CHECK(app.shows(QStringLiteral("hotat dig")));
    // Never read aloud, never handed over, and locked after the time of the settings.
    CHECK_FALSE(talk(app).canReadAloud());
    CHECK_FALSE(talk(app).canHandOver());
    CHECK_FALSE(talk(app).isLongTalk());
    talk(app).readAloud();
    talk(app).handOver();
    CHECK(app.voice().said().empty());
    FieldWorker(app, Hand::Finger).answer(0);
    CHECK(latest(app, caseId).boolean("alone"));
    const QString question = talk(app).question();
    app.app().lockNow();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::Lock; });
    app.settle();
    app.unlock();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
    app.settle();
    CHECK(talk(app).stage() == Stage::Alone);
    CHECK_FALSE(app.shows(question));
    openQuestions(app);
    CHECK(talk(app).question() == question);
}

TEST_CASE("what was said stands behind one more press, not among the results, and is for no file")
{
    AppHarness app;
    const base::CaseId caseId = openTalk(app);
    openQuestions(app);
    FieldWorker(app, Hand::Finger).answer(0);
    const base::RecordId record = latest(app, caseId).id;
    app.app().openResult(caseId, record);
    app.settle();
    auto *page = qobject_cast<ResultViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    CHECK(page->isCovered());
    CHECK_FALSE(app.shows(QStringLiteral("hotat dig")));
    CHECK_FALSE(app.findPressable(QStringLiteral("Visa för personen")));
    app.tap(QStringLiteral("Visa innehållet"));
    app.settle();
    CHECK_FALSE(page->isCovered());
    CHECK(app.reach(QStringLiteral("Ändra")));
    page->showToPerson();
    CHECK_FALSE(page->showsPerson());
    page->handOut();
    CHECK_FALSE(page->handout()->isOpen());
    page->clear();
    page->load();
    app.settle();
    CHECK(page->isCovered());
}

TEST_CASE("a talk about safety is never among the quick ones, and is offered with a person")
{
    AppHarness app;
    app.app().openForms(std::nullopt);
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Trygghetssamtal")));
    app.app().back();
    app.app().openForms(somebody(app).caseId);
    app.settle();
    CHECK(app.shows(QStringLiteral("Trygghetssamtal")));
}
