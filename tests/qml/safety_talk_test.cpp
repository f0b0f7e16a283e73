// A talk about safety: behind the worker's word that the person is alone, and in nobody else's sight.
#include "qml/viewmodels/conflict/conflict_view_model.h"
#include "qml/viewmodels/interview/handover_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/sync/sync_view_model.h"
#include "qml/viewmodels/today/today_reader.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"
#include "tests/support/colleague.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::AppViewModel;
using viewmodels::ConflictViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::OpenStore;
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

constexpr const char *Danger = "answers/danger-now";

/// Two versions of one answer: here no, a colleague's yes.
base::RecordId disagree(AppHarness &app, base::CaseId caseId)
{
    const base::RecordId record = latest(app, caseId).id;
    const auto done = app.inStore<int>([record, caseId](OpenStore &store) -> base::Result<int> {
        const auto answer = [](const char *json) { return base::json::parse(json).value(); };
        TRY(const auto state, store.cases.recordState(record));
        changelog::RecordSet theirs = changelog::makeEdit(*state, {{Danger, answer(R"({"boolean":true})")}});
        TRY_VOID(store.cases.edit(record, {{Danger, answer(R"({"boolean":false})")}}));
        TRY_VOID(receiveFromColleague(store, std::move(theirs), caseId));
        return 0;
    });
    REQUIRE(done.has_value());
    app.settle();
    return record;
}

/// What the rows of I dag say, all of them.
QStringList wordsOfToday(AppHarness &app)
{
    return app
        .inStore<QStringList>([](OpenStore &store) -> base::Result<QStringList> {
            TRY(const auto today, viewmodels::readToday(store, {}, 1000));
            QStringList words;
            for (const auto &row : today.rows)
                words += QString(row.what + QLatin1Char('|') + row.stateText);
            return words;
        })
        .value();
}

/// The server gives everything unsent back.
void giveBack(AppHarness &app)
{
    const auto given = app.inStore<int>([](OpenStore &store) -> base::Result<int> {
        TRY(const store::SyncPosition position, store.cases.syncPosition());
        std::vector<changelog::Verdict> verdicts;
        for (std::int64_t n = position.acknowledged + 1; n <= position.n; ++n)
            verdicts.push_back({n, changelog::VerdictKind::Quarantined, {}, "access", {}});
        TRY_VOID(store.cases.applyVerdicts(position.epoch, verdicts));
        return int(verdicts.size());
    });
    REQUIRE(given.value() > 0);
    app.settle();
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
    CHECK(latest(app, caseId).boolean("wasAlone"));
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

TEST_CASE(
    "two versions of what was said stand behind one more press, and neither I dag nor the record names the question")
{
    AppHarness app;
    const base::CaseId caseId = openTalk(app);
    openQuestions(app);
    FieldWorker(app, Hand::Finger).answer(0);
    const base::RecordId record = disagree(app, caseId);
    const QString today = wordsOfToday(app).join(QLatin1Char('\n'));
    CHECK(today.contains(QStringLiteral("Trygghetssamtal|Två versioner")));
    CHECK_FALSE(today.contains(QStringLiteral("danger")));
    app.app().openRecord(caseId, record);
    app.settle();
    auto *held = qobject_cast<viewmodels::RecordViewModel *>(app.app().navigator()->top());
    REQUIRE(held);
    CHECK(held->conflictText() == QStringLiteral("Två versioner av trygghetssamtal. Inget är borta."));
    app.app().openConflict(record, Danger);
    app.settle();
    auto *page = qobject_cast<ConflictViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    CHECK(page->isVeiled());
    CHECK_FALSE(page->isStanding());
    CHECK(page->versions()->rowCount() == 0);
    CHECK(app.shows(QStringLiteral("Trygghetssamtal")));
    CHECK_FALSE(app.shows(QStringLiteral("danger")));
    app.tap(QStringLiteral("Visa innehållet"));
    app.settle();
    CHECK_FALSE(page->isVeiled());
    CHECK(page->isStanding());
    CHECK(page->versions()->rowCount() == 2);
    CHECK(page->isSafeTalk());
    page->clear();
    page->load();
    app.settle();
    CHECK(page->isVeiled());
    CHECK(page->versions()->rowCount() == 0);
}

TEST_CASE("of what the server gave back page Synk, and a file of it, tell how much there is and no more")
{
    AppHarness app;
    openTalk(app);
    openQuestions(app);
    FieldWorker(app, Hand::Finger).answer(0);
    giveBack(app);
    app.app().openSync();
    app.settle();
    auto *page = qobject_cast<viewmodels::SyncViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    // The file says what the line says.
    const auto &lines = page->returned()->lines();
    CHECK(std::ranges::any_of(
        lines, [](const auto &line) { return line.chip.startsWith(QStringLiteral("Svar i ett trygghetssamtal, ")); }));
    for (const auto &line : lines)
        CHECK_FALSE(line.chip.contains(QStringLiteral("psychological")));
}

TEST_CASE("the questions lock sooner than the rest of the app where a long time was chosen")
{
    AppHarness app;
    app.composition().settings().setAutoLockMinutes(15);
    openTalk(app);
    openQuestions(app);
    CHECK(talk(app).isSafeTalk());
    app.clock().advance(std::chrono::minutes(5));
    app.key(Qt::Key_Shift);
    CHECK(app.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("a form that cannot be read is not begun by the person; the greeting says who can see what")
{
    AppHarness app;
    viewmodels::HandoverOrder order{.interview = {.instrument = "audit-c", .caseId = somebody(app).caseId}};
    order.step = viewmodels::HandoverOrder::Step::Handed;
    const bool isThere = GENERATE(true, false);
    if (!isThere)
        order.interview.assessment = base::RecordId::parse("01890000-0000-7000-8000-00000000abcd").value();
    app.app().openHandover(order);
    app.settle();
    CHECK(app.shows(QStringLiteral("kan se det du har svarat, också om du slutar")));
    CHECK((app.findPressable(QStringLiteral("Börja")) != nullptr) == isThere);
}
