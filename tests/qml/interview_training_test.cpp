// Forms that are for those who were trained in them: what the page says, what the record keeps, what the result tells.
#include "platform/fake/fake_notifier.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/reminder/reminders.h"
#include "qml/viewmodels/settings/settings_view_model.h"
#include "tests/qml/interview_steps.h"

using namespace faltakt;
using namespace faltakt::test;

namespace {

QString trainingText(InterviewBench &bench, base::CaseId caseId)
{
    viewmodels::ResultViewModel result(bench.services(), caseId, latest(bench, caseId).id);
    result.load();
    bench.waitFor([&] { return !result.isLoading(); });
    return result.talk()->trainingText();
}

} // namespace

TEST_CASE("whoever has not said that she is trained is told so, may ask, and the result says it")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
    CHECK(page->tellsTraining());
    CHECK(page->training()->text().contains(QStringLiteral("utbildningen i ASI")));
    CHECK_FALSE(page->training()->isTrained());
    write(bench, *page, "20251017");
    CHECK_FALSE(page->tellsTraining());
    CHECK(latest(bench, caseId).fields.contains("trained"));
    CHECK_FALSE(latest(bench, caseId).boolean("trained"));
    CHECK(trainingText(bench, caseId).contains(QStringLiteral("ASI")));
}

TEST_CASE("who says once that she is trained is not asked again, also after a restart, and may take it back")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    {
        const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
        page->training()->toggle();
        bench.waitFor([&] { return page->training()->isTrained(); });
        write(bench, *page, "20251017");
        CHECK(latest(bench, caseId).boolean("trained"));
        CHECK(trainingText(bench, caseId).isEmpty());
    }
    bench.restart();
    CHECK(bench.open({.instrument = "asi-uppfoljning", .caseId = caseId})->training()->isTrained());
    CHECK_FALSE(bench.open({.instrument = "adad", .caseId = caseId})->training()->isTrained());

    platform::FakeNotifier notifier;
    viewmodels::Reminders reminders(bench.services(), notifier);
    viewmodels::SettingsViewModel settings(bench.services(), reminders);
    settings.load();
    bench.waitFor([&] { return settings.trainings()->count() > 0; });
    CHECK(settings.trainings()->lines().front().text == QStringLiteral("Utbildning i ASI"));
    CHECK(settings.trainings()->lines().front().secondary.contains(QStringLiteral("17 oktober 2025")));
    settings.dropTraining(0);
    bench.waitFor([&] { return settings.trainings()->count() == 0; });
    CHECK_FALSE(bench.open({.instrument = "asi-grund", .caseId = caseId})->training()->isTrained());
}

TEST_CASE("a form for everyone, and a record of what others did, ask for no training")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    for (const char *form : {"audit-c", "addis"}) {
        const auto page = bench.open({.instrument = form, .caseId = caseId});
        CHECK_FALSE(page->tellsTraining());
        CHECK(page->training()->text().isEmpty());
    }
    const auto page = bench.open({.instrument = "audit-c", .caseId = caseId});
    bench.answer(*page, 1);
    CHECK_FALSE(latest(bench, caseId).fields.contains("trained"));
}
