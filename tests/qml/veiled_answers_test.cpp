// Questions about violence that stand in a form among others: veiled wherever an answer is shown again.
#include "core/screening/assessment_record.h"
#include "qml/viewmodels/conflict/conflict_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/sync/sync_view_model.h"
#include "qml/viewmodels/today/today_reader.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"
#include "tests/support/colleague.h"

using namespace faltakt;
using namespace faltakt::test;
using base::json::Object;
using viewmodels::AnswerListModel;
using viewmodels::OpenStore;

namespace {

constexpr const char *Struck = "answers/abuse-body-life";
/// A word that nobody else writes.
const QString Remark = QStringLiteral("Brodern, i somras");

Object boolean(bool yes) { return {{"boolean", yes}}; }

/// ASI with an answer about violence, a note to it, and an answer to another question of the same area.
base::RecordId interviewed(AppHarness &app, base::CaseId caseId)
{
    const auto record = app.inStore<base::RecordId>([caseId](OpenStore &store) -> base::Result<base::RecordId> {
        TRY(const auto *library, store.instruments.shipped());
        TRY(const auto form, library->find("asi-grund"));
        Object fields = screening::assessmentOpening(*form, {}, store.clock.now());
        const auto answers = screening::AnswerSheet::fromInput(
            form, Object{{"abuse-body-life", true}, {"abuse-sexual-life", false}, {"close-mother", true}});
        if (!answers)
            return base::fail(answers.error());
        for (const auto &[field, value] : screening::answerFields(*answers))
            fields.set(field, value);
        fields.set(screening::noteField("abuse-body-life"), Remark.toStdString());
        const auto id = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId,
                                   {changelog::makeCreation(id, "assessment", std::move(fields))},
                                   base::formatInstant(store.clock.now())}));
        return id;
    });
    REQUIRE(record.has_value());
    app.settle();
    return *record;
}

/// A colleague's answer beside another one of this device.
void disagree(AppHarness &app, base::CaseId caseId, base::RecordId record, const std::string &field)
{
    const auto done = app.inStore<int>([=](OpenStore &store) -> base::Result<int> {
        TRY(const auto state, store.cases.recordState(record));
        changelog::RecordSet theirs = changelog::makeEdit(*state, {{field, boolean(true)}});
        TRY_VOID(store.cases.edit(record, {{field, boolean(false)}}));
        TRY_VOID(receiveFromColleague(store, std::move(theirs), caseId));
        return 0;
    });
    REQUIRE(done.has_value());
    app.settle();
}

template <typename Page>
Page &topPage(AppHarness &app)
{
    auto *page = qobject_cast<Page *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

QStringList wordsOf(const AnswerListModel &answers, int role)
{
    QStringList words;
    for (int row = 0; row < answers.rowCount(); ++row)
        words += answers.data(answers.index(row), role).toString();
    return words;
}

int veiledRows(const AnswerListModel &answers)
{
    int count = 0;
    for (int row = 0; row < answers.rowCount(); ++row)
        count += answers.data(answers.index(row), AnswerListModel::VeiledRole).toBool() ? 1 : 0;
    return count;
}

bool tellsOfViolence(const AnswerListModel &answers)
{
    const QString all = wordsOf(answers, AnswerListModel::QuestionRole).join(u' ')
                        + wordsOf(answers, AnswerListModel::NoteRole).join(u' ');
    return all.contains(QStringLiteral("slagit")) || all.contains(Remark);
}

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

} // namespace

TEST_CASE("among the answers of a result one line stands for those about violence, until it is asked for what they say")
{
    const auto width = GENERATE(390, 1024);
    AppHarness app({.size = {width, 844}});
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    app.app().openResult(caseId, record);
    app.settle();
    auto &page = topPage<viewmodels::ResultViewModel>(app);
    AnswerListModel &answers = *page.content()->answers();
    CHECK(veiledRows(answers) == 1);
    CHECK_FALSE(tellsOfViolence(answers));
    CHECK_FALSE(page.isSafeTalk());
    const int veiled = int(wordsOf(answers, AnswerListModel::VeiledRole).indexOf(QStringLiteral("true")));
    REQUIRE(veiled >= 0);
    // No way past the veil to the question itself.
    CHECK(answers.itemAt(veiled).empty());
    CHECK(app.reach(QStringLiteral("Visa innehållet, Svar i ett trygghetssamtal")));
    app.tap(QStringLiteral("Visa innehållet, Svar i ett trygghetssamtal"));
    app.settle();
    CHECK(veiledRows(answers) == 0);
    CHECK(tellsOfViolence(answers));
    CHECK(page.isSafeTalk());
    app.app().lockNow();
    app.waitFor([&] { return app.app().cover() == viewmodels::AppViewModel::Cover::Lock; });
    app.settle();
    app.unlock();
    app.settle();
    CHECK(veiledRows(*topPage<viewmodels::ResultViewModel>(app).content()->answers()) == 1);
}

TEST_CASE("how many questions about violence were opened shows nowhere beside the veil")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    const auto rowsOf = [&] {
        app.app().openResult(caseId, record);
        app.settle();
        return topPage<viewmodels::ResultViewModel>(app).content()->answers()->rowCount();
    };
    const int before = rowsOf();
    const auto said = app.inStore<int>([record](OpenStore &store) -> base::Result<int> {
        TRY_VOID(store.cases.edit(record, {{Struck, boolean(false)}, {"answers/abuse-words-life", boolean(true)}}));
        return 0;
    });
    REQUIRE(said.has_value());
    app.settle();
    CHECK(rowsOf() == before);
}

TEST_CASE("the overview of a talk veils what was said about violence, and is a safe talk once it is shown")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    app.app().openInterview({.instrument = "asi-grund", .caseId = caseId, .assessment = record});
    app.settle();
    auto &page = topPage<viewmodels::InterviewViewModel>(app);
    page.openOverview();
    app.settle();
    REQUIRE(page.stage() == viewmodels::InterviewViewModel::Stage::Overview);
    CHECK(veiledRows(*page.overview()) == 1);
    CHECK_FALSE(tellsOfViolence(*page.overview()));
    CHECK_FALSE(page.isSafeTalk());
    page.revealViolence();
    CHECK(veiledRows(*page.overview()) == 0);
    CHECK(tellsOfViolence(*page.overview()));
    CHECK(page.isSafeTalk());
    page.closeOverview();
    page.openOverview();
    CHECK(veiledRows(*page.overview()) == 1);
}

TEST_CASE("two versions of an answer about violence stand behind one more press, whatever form it stands in")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    disagree(app, caseId, record, Struck);
    const QString today = wordsOfToday(app).join(u'\n');
    CHECK(today.contains(QStringLiteral("Trygghetssamtal|Två versioner")));
    CHECK_FALSE(today.contains(QStringLiteral("abuse")));
    app.app().openRecord(caseId, record);
    app.settle();
    CHECK(topPage<viewmodels::RecordViewModel>(app).conflictText()
          == QStringLiteral("Två versioner av trygghetssamtal. Inget är borta."));
    app.app().openConflict(record, Struck);
    app.settle();
    auto &page = topPage<viewmodels::ConflictViewModel>(app);
    CHECK(page.isVeiled());
    CHECK(page.versions()->rowCount() == 0);
    CHECK_FALSE(app.shows(QStringLiteral("abuse")));
    app.tap(QStringLiteral("Visa innehållet"));
    app.settle();
    CHECK_FALSE(page.isVeiled());
    CHECK(page.versions()->rowCount() == 2);
    CHECK(page.isSafeTalk());
}

TEST_CASE("two versions of another answer of the same form are shown at once")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    disagree(app, caseId, record, "answers/close-mother");
    app.app().openConflict(record, "answers/close-mother");
    app.settle();
    auto &page = topPage<viewmodels::ConflictViewModel>(app);
    CHECK_FALSE(page.isVeiled());
    CHECK(page.versions()->rowCount() == 2);
}

TEST_CASE("a colleague's deletion beside an answer about violence stands behind one more press")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    const auto done = app.inStore<int>([=](OpenStore &store) -> base::Result<int> {
        TRY(const auto state, store.cases.recordState(record));
        changelog::RecordSet theirs = changelog::makeDelete(*state);
        TRY_VOID(store.cases.edit(record, {{Struck, boolean(false)}}));
        TRY_VOID(receiveFromColleague(store, std::move(theirs), caseId));
        return 0;
    });
    REQUIRE(done.has_value());
    app.settle();
    app.app().openConflict(record, "deleted");
    app.settle();
    auto &page = topPage<viewmodels::ConflictViewModel>(app);
    CHECK(page.isVeiled());
    CHECK(page.versions()->rowCount() == 0);
}

TEST_CASE("of a returned change its answers about violence are counted, and the rest is said")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    interviewed(app, caseId);
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
    app.app().openSync();
    app.settle();
    QString all;
    for (const auto &line : topPage<viewmodels::SyncViewModel>(app).returned()->lines())
        all += line.chip + u'\n';
    CHECK(all.contains(QStringLiteral("Svar i ett trygghetssamtal, 3 uppgifter")));
    CHECK(all.contains(QStringLiteral("close-mother: Ja")));
    CHECK_FALSE(all.contains(QStringLiteral("abuse")));
    CHECK_FALSE(all.contains(Remark));
}

TEST_CASE("the interviewer's own rating names no answer about violence as its basis")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const base::RecordId record = interviewed(app, caseId);
    // The talk is over: nothing is asked before the rating.
    const auto over = app.inStore<int>([record](OpenStore &store) -> base::Result<int> {
        TRY_VOID(store.cases.edit(record,
                                  {{"status", "completed"}, {"completedAt", base::formatInstant(store.clock.now())}}));
        return 0;
    });
    REQUIRE(over.has_value());
    app.app().openInterview(
        {.instrument = "asi-grund", .caseId = caseId, .assessment = record, .atItem = "family-rating"});
    app.settle();
    const QString basis = topPage<viewmodels::InterviewViewModel>(app).ratingBasis().join(u'\n');
    CHECK(basis.contains(QStringLiteral("Svar i ett trygghetssamtal")));
    CHECK_FALSE(basis.contains(QStringLiteral("slagit")));
}
