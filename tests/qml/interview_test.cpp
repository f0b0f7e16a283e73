#include "tests/qml/interview_bench.h"
#include "tests/support/colleague.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::InterviewViewModel;
using Stage = InterviewViewModel::Stage;

namespace {

int answersIn(const std::optional<store::RecordView> &record)
{
    return record ? int(screening::storedAnswers(record->fields).size()) : 0;
}

QString optionText(InterviewViewModel &page, int row)
{
    return page.options()->data(page.options()->index(row), viewmodels::AnswerOptionListModel::TextRole).toString();
}

bool isChosen(InterviewViewModel &page, int row)
{
    return page.options()->data(page.options()->index(row), viewmodels::AnswerOptionListModel::ChosenRole).toBool();
}

/// The assessment that was begun last in the case.
store::RecordView latest(InterviewBench &bench, base::CaseId caseId)
{
    auto records = bench.records(caseId, "assessment");
    REQUIRE_FALSE(records.empty());
    return records.back();
}

} // namespace

TEST_CASE(
    "AUDIT takes one tap for each answer and one for the result, and each answer is stored before the next question")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    REQUIRE(page->stage() == Stage::Asking);
    CHECK(page->recording().text == QStringLiteral("Antecknas"));
    CHECK_FALSE(page->whoseText().isEmpty());
    CHECK(page->firstHint() == QStringLiteral("När du väljer ett svar kommer nästa fråga."));
    CHECK(page->savedText().isEmpty());
    int taps = 0;
    while (page->stage() == Stage::Asking) {
        CHECK(page->progressText() == QStringLiteral("Fråga %1 av 10").arg(taps + 1));
        bench.answer(*page, 1);
        ++taps;
        REQUIRE(taps <= 10);
        CHECK(answersIn(latest(bench, caseId)) == taps);
    }
    CHECK(page->stage() == Stage::Done);
    CHECK(page->doneText() == QStringLiteral("Alla frågor är besvarade."));
    page->showResult();
    ++taps;
    CHECK(taps <= 12);
    CHECK(bench.router().m_calls == std::vector<std::string>{"replaceTop", "openResult"});
    const store::RecordView record = latest(bench, caseId);
    CHECK(bench.router().m_result == record.id);
    CHECK(record.text("status") == "completed");
    CHECK(record.integer("score") == 12);
}

TEST_CASE("a form that is only looked at leaves nothing behind")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const std::size_t before = bench.records(caseId, "assessment").size();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    page->pause();
    CHECK(bench.records(caseId, "assessment").size() == before);
    CHECK(bench.scratches().empty());
}

TEST_CASE("a question is deaf to what was meant for the one before")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit", .caseId = bench.someCase()});
    page->choose(1);
    page->choose(2);
    CHECK(isChosen(*page, 1));
    bench.waitFor([&] { return page->turn() == 2; });

    SECTION("a tap right after the change is dropped")
    {
        page->choose(0);
        CHECK_FALSE(isChosen(*page, 0));
    }
    SECTION("a press that was held over the change is dropped, the next one is not")
    {
        bench.hear(*page);
        page->choose(0);
        page->beginTap();
        bench.waitFor([&] { return page->turn() == 3; });
        bench.hear(*page);
        page->refuse();
        CHECK_FALSE(page->refusedChosen());
        page->beginTap();
        page->refuse();
        CHECK(page->refusedChosen());
    }
}

TEST_CASE("an answer that cannot be stored stays on the page, says so, and is stored by trying again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit-c", .caseId = caseId});
    bench.answer(*page, 1);
    const base::RecordId record = latest(bench, caseId).id;
    // The case is taken away under the interview.
    bench.inStore<bool>([caseId](viewmodels::OpenStore &store) -> base::Result<bool> {
        TRY(const auto position, store.cases.syncPosition());
        changelog::PullPage forget;
        forget.items.emplace_back(changelog::ForgetLine{caseId, changelog::CompartmentSet(), 2'000'000});
        forget.cursor = position.cursor;
        TRY_VOID(store.cases.applyPage(forget));
        return true;
    });
    page->choose(2);
    bench.waitFor([&] { return !page->problem().isEmpty(); });
    QTest::qWait(300);
    CHECK(page->turn() == 2);
    CHECK(isChosen(*page, 2));
    CHECK(page->problem().startsWith(QStringLiteral("Svaret är inte sparat än. Det står kvar här.")));
    CHECK_FALSE(bench.record(record).has_value());
    page->retry();
    bench.waitFor([&] { return !page->problem().isEmpty(); });
    CHECK(page->turn() == 2);
}

TEST_CASE("after a restart every interview goes on where it was, side by side")
{
    InterviewBench bench;
    const base::CaseId first = bench.someCase(0);
    const base::CaseId second = bench.someCase(1);
    {
        const auto audit = bench.open({.instrument = "audit", .caseId = first});
        bench.answer(*audit, 2);
        bench.answer(*audit, 2);
        const auto dudit = bench.open({.instrument = "dudit", .caseId = second});
        bench.answer(*dudit, 1);
        audit->choose(3); // Not waited for: the process ends here.
    }
    bench.restart();
    const auto audit = bench.open({.instrument = {}, .caseId = first, .assessment = latest(bench, first).id});
    CHECK(audit->title() == QStringLiteral("AUDIT"));
    CHECK(audit->questionNumber() >= 3);
    CHECK(audit->previousText().startsWith(QStringLiteral("Fråga ")));
    const auto dudit = bench.open({.instrument = "dudit", .caseId = second, .assessment = latest(bench, second).id});
    CHECK(dudit->progressText().startsWith(QStringLiteral("Fråga 2 av")));
}

TEST_CASE("a lock takes the person's answers off the page and comes back to the same question")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    bench.answer(*page, 1);
    bench.answer(*page, 1);
    page->changePrevious();
    const QString question = page->question();
    bench.lock();
    page->clear();
    CHECK(page->question().isEmpty());
    CHECK(page->previousText().isEmpty());
    CHECK(page->whoseText().isEmpty());
    CHECK(page->options()->count() == 0);
    bench.unlock();
    page->load();
    bench.waitFor([&] { return !page->isLoading(); });
    CHECK(page->question() == question);
    CHECK(isChosen(*page, 1));
}

TEST_CASE("the way back shows the answer given, and a change that closes questions says so")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    CHECK(page->previousText().isEmpty());
    bench.answer(*page, 1);
    page->changePrevious();
    bench.hear(*page);
    CHECK(page->progressText() == QStringLiteral("Fråga 1 av 10"));
    CHECK(isChosen(*page, 1));
    CHECK(page->canGoOn());
    const QString never = optionText(*page, 0);
    bench.answer(*page, 0);
    CHECK(page->notice().endsWith(QStringLiteral("frågor faller bort.")));
    CHECK(page->previousText().contains(never));
    page->changePrevious();
    bench.hear(*page);
    while (page->questionNumber() > 1) {
        page->changePrevious();
        bench.hear(*page);
    }
    bench.answer(*page, 2);
    CHECK(page->notice().endsWith(QStringLiteral("frågor till kommer.")));
}

TEST_CASE("refusing and not knowing are answers, and a refused question leaves no score")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit-c", .caseId = caseId});
    bench.answer(*page, 2);
    page->refuse();
    CHECK(page->refusedChosen());
    bench.waitFor([&] { return page->turn() == 3; });
    bench.hear(*page);
    page->doNotKnow();
    bench.waitFor([&] { return page->stage() == Stage::Done; });
    CHECK(page->doneText().contains(QStringLiteral("2 svar saknas.")));
    const store::RecordView record = latest(bench, caseId);
    CHECK(record.text("status") == "completed");
    CHECK_FALSE(record.fields.contains("score"));
}

TEST_CASE("digits choose, 0 refuses, backspace goes back, and other keys are left to the page")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit-c"});
    CHECK_FALSE(page->digitsShown());
    CHECK(page->takeKey(Qt::Key_9, Qt::NoModifier));
    CHECK(page->turn() == 1);
    CHECK(page->digitsShown());
    CHECK(page->takeKey(Qt::Key_2, Qt::NoModifier));
    CHECK(isChosen(*page, 1));
    bench.waitFor([&] { return page->turn() == 2; });
    bench.hear(*page);
    CHECK(page->takeKey(Qt::Key_0, Qt::NoModifier));
    CHECK(page->refusedChosen());
    bench.waitFor([&] { return page->turn() == 3; });
    bench.hear(*page);
    CHECK(page->takeKey(Qt::Key_Backspace, Qt::NoModifier));
    CHECK(page->questionNumber() == 2);
    CHECK_FALSE(page->takeKey(Qt::Key_Tab, Qt::NoModifier));
    CHECK_FALSE(page->takeKey(Qt::Key_1, Qt::ControlModifier));
}

TEST_CASE("without going on by itself an answer waits for the next press")
{
    InterviewBench bench;
    bench.settings().setAdvancesByItself(false);
    const auto page = bench.open({.instrument = "audit-c"});
    CHECK(page->firstHint().isEmpty());
    CHECK_FALSE(page->canGoOn());
    page->choose(1);
    bench.waitFor([&] { return page->canGoOn(); });
    CHECK(page->questionNumber() == 1);
    page->choose(2);
    bench.waitFor([&] { return isChosen(*page, 2) && page->canGoOn(); });
    page->goOn();
    CHECK(page->questionNumber() == 2);
}

TEST_CASE("a note belongs to its question, is in the record, and survives a lock while it is typed")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    CHECK(page->canNote());
    page->writeNote();
    bench.waitFor([&] { return page->note()->isOpen(); });
    page->note()->edit(QStringLiteral("Sade först något annat."));
    page->clear();
    bench.lock();
    bench.unlock();
    page->load();
    bench.waitFor([&] { return !page->isLoading(); });
    const auto notes = screening::answerNotes(latest(bench, caseId).fields);
    REQUIRE(notes.contains("1"));
    CHECK(notes.at("1") == "Sade först något annat.");
    const auto forms =
        bench.inStore<std::vector<store::FormDraft>>([](viewmodels::OpenStore &store) { return store.cases.forms(); });
    CHECK(std::ranges::none_of(forms, [](const auto &form) { return form.form == "interviewNote"; }));
}

TEST_CASE("a note that was being typed when the process ended is offered again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    {
        const auto page = bench.open({.instrument = "audit", .caseId = caseId});
        page->writeNote();
        bench.waitFor([&] { return page->note()->isOpen(); });
        page->note()->edit(QStringLiteral("Halvt skriven"));
        QTest::qWait(1000);
    }
    bench.restart();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId, .assessment = latest(bench, caseId).id});
    CHECK(page->note()->isOpen());
    CHECK(page->note()->text() == QStringLiteral("Halvt skriven"));
}

TEST_CASE("a whole form that is not wanted is kept without a reason, and can be undone")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const std::size_t before = bench.records(caseId, "assessment").size();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    REQUIRE(page->canDecline());
    page->decline();
    bench.waitFor([&] { return page->stage() == Stage::Declined; });
    CHECK(latest(bench, caseId).text("status") == "declined");
    CHECK_FALSE(latest(bench, caseId).fields.contains("reason"));
    page->undoDecline();
    bench.waitFor([&] { return page->stage() == Stage::Asking; });
    CHECK(bench.records(caseId, "assessment").size() == before);
}

TEST_CASE("AUDIT goes on from AUDIT-C with its three answers")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto shorter = bench.open({.instrument = "audit-c", .caseId = caseId});
    for (int i = 0; i < 3; ++i)
        bench.answer(*shorter, 2);
    const base::RecordId from = latest(bench, caseId).id;
    bench.clock().advance(std::chrono::minutes(1)); // Records stand in the order in which they were made.
    const auto page = bench.open({.instrument = "audit", .caseId = caseId, .stepFrom = from});
    CHECK(page->progressText() == QStringLiteral("Fråga 4 av 10"));
    bench.answer(*page, 0);
    CHECK(answersIn(latest(bench, caseId)) == 4);
}

TEST_CASE("quick screening is kept in scratch alone, and says that it is about nobody")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit-c"});
    CHECK(page->recording().text == QStringLiteral("Antecknas inte"));
    CHECK(page->whoseText() == QStringLiteral("Utan ärende"));
    CHECK_FALSE(page->canNote());
    CHECK_FALSE(page->canDecline());
    for (int i = 0; i < 3; ++i) {
        bench.answer(*page, 2);
        CHECK(bench.scratches().front().answers.size() == std::size_t(i) + 1);
    }
    page->showResult();
    CHECK(bench.router().m_scratch == bench.scratches().front().id);
    bench.router().m_calls.clear();
    const auto longer = bench.open({.instrument = "audit", .scratch = bench.scratches().front().id});
    CHECK(longer->progressText() == QStringLiteral("Fråga 4 av 10"));
    bench.answer(*longer, 0);
    REQUIRE(bench.scratches().size() == 1);
    CHECK(bench.scratches().front().instrument == "audit");
    CHECK(bench.scratches().front().answers.size() == 4);
}

TEST_CASE("the list of answers tells views exactly what changed")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit-c"});
    const QAbstractItemModelTester tester(page->options(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    bench.answer(*page, 1);
    CHECK(page->options()->count() == 5);
}

TEST_CASE("a note on which a colleague has written meanwhile stands beside hers")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    page->writeNote();
    bench.waitFor([&] { return page->note()->isOpen(); });
    page->note()->edit(QStringLiteral("Först."));
    page->note()->save();
    bench.waitFor([&] { return !page->note()->isOpen(); });
    const base::RecordId record = latest(bench, caseId).id;
    page->writeNote();
    REQUIRE(page->note()->text() == QStringLiteral("Först."));
    bench.inStore<bool>([record](viewmodels::OpenStore &store) -> base::Result<bool> {
        TRY_VOID(editByColleague(store, record, {{screening::noteField("1"), "Kollegans."}}));
        return true;
    });
    page->note()->edit(QStringLiteral("Först, och sedan."));
    page->note()->save();
    bench.waitFor([&] { return !page->note()->isOpen(); });
    const auto conflicts = bench.inStore<std::vector<store::ConflictRow>>(
        [record](viewmodels::OpenStore &store) { return store.cases.conflictsOfRecord(record); });
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().heads.size() == 2);
}

TEST_CASE("one's own note changed twice is no conflict")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit", .caseId = caseId});
    for (const char *text : {"Ett.", "Två.", "Tre."}) {
        page->writeNote();
        bench.waitFor([&] { return page->note()->isOpen(); });
        page->note()->edit(QString::fromUtf8(text));
        page->note()->save();
        bench.waitFor([&] { return !page->note()->isOpen(); });
    }
    const store::RecordView record = latest(bench, caseId);
    CHECK(screening::answerNotes(record.fields).at("1") == "Tre.");
    CHECK(bench
              .inStore<std::vector<store::ConflictRow>>(
                  [id = record.id](viewmodels::OpenStore &store) { return store.cases.conflictsOfRecord(id); })
              .empty());
}

TEST_CASE("quick screening that is locked while its first answer is written goes on in the same scratch")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit-c"});
    page->choose(1);
    page->clear();
    bench.lock();
    bench.unlock();
    page->load();
    // A reading that was asked for while the device was locked has been refused before.
    bench.waitFor([&] { return page->questionNumber() > 0; });
    bench.hear(*page);
    // Back at the question that stood there, with the answer that was given to it.
    CHECK(page->questionNumber() == 1);
    CHECK(isChosen(*page, 1));
    bench.answer(*page, 2);
    CHECK(page->questionNumber() == 2);
    CHECK(bench.scratches().size() == 1);
}

TEST_CASE("an interview that was locked twice comes back to where it was last")
{
    InterviewBench bench;
    const auto lockAndLoad = [&bench](InterviewViewModel &page) {
        page.clear();
        bench.lock();
        bench.unlock();
        page.load();
        bench.waitFor([&] { return !page.isLoading(); });
        bench.hear(page);
    };
    const auto page = bench.open({.instrument = "audit-c", .caseId = bench.someCase()});
    bench.answer(*page, 1);
    bench.answer(*page, 1);
    lockAndLoad(*page);
    REQUIRE(page->questionNumber() == 3);
    bench.answer(*page, 1);
    REQUIRE(page->stage() == Stage::Done);
    lockAndLoad(*page);
    CHECK(page->stage() == Stage::Done);
    CHECK(bench.router().m_calls.empty());
}
