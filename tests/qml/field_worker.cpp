#include "tests/qml/field_worker.h"

#include "qml/viewmodels/contact/call_queue_reader.h"
#include "qml/viewmodels/interview/handover_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/catch.h"

#include <QTest>

namespace faltakt::test {

using viewmodels::InterviewViewModel;
using viewmodels::OpenStore;
using viewmodels::TodayRow;
using viewmodels::TodayViewModel;

namespace {

InterviewViewModel &interviewIn(AppHarness &app)
{
    viewmodels::PageViewModel *top = app.app().navigator()->top();
    auto *handover = qobject_cast<viewmodels::HandoverViewModel *>(top);
    auto *page = handover ? handover->interview() : qobject_cast<InterviewViewModel *>(top);
    REQUIRE(page);
    return *page;
}

template <typename T>
T told(AppHarness &app, viewmodels::Workspace::Work<T> work)
{
    auto answer = app.inStore<T>(std::move(work));
    INFO((answer ? std::string() : answer.error().toString()));
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

} // namespace

void FieldWorker::press(const QString &name)
{
    if (m_hand == Hand::Finger)
        m_app.tap(name);
    else
        m_app.pressByReader(name);
}

void FieldWorker::pressAll(const QStringList &names)
{
    for (const QString &name : names)
        press(name);
}

void FieldWorker::ringFromToday(base::CaseId caseId)
{
    auto *today = qobject_cast<TodayViewModel *>(m_app.app().navigator()->top());
    REQUIRE(today);
    for (int index = 0; index < today->rows()->rowCount(); ++index) {
        const TodayRow *row = today->rows()->row(index);
        if (row->caseId == caseId && row->verb == TodayRow::Verb::Ring)
            return press(row->actionText);
    }
    FAIL("nobody of that case is to be rung today");
}

void FieldWorker::answer(int option)
{
    InterviewViewModel &page = interviewIn(m_app);
    const int turn = page.turn();
    const viewmodels::AnswerOptionListModel &options = *page.options();
    // A question that was just shown is deaf to taps meant for the one before.
    QTest::qWait(int(InterviewViewModel::DeafFor.count()) + 20);
    const QModelIndex index = options.index(option);
    REQUIRE(index.isValid());
    const QString text = options.data(index, viewmodels::AnswerOptionListModel::TextRole).toString();
    press(QStringLiteral("%1, %2 av %3").arg(text).arg(option + 1).arg(options.rowCount()));
    m_app.waitFor([&] { return page.turn() != turn; });
    m_app.settle();
}

int FieldWorker::answerAll(int option)
{
    int count = 0;
    for (InterviewViewModel &page = interviewIn(m_app); page.stage() == InterviewViewModel::Stage::Asking; ++count) {
        REQUIRE(count < 30);
        answer(option);
    }
    return count;
}

base::CaseId someoneToRing(AppHarness &app, const NewReport &report)
{
    const auto caseId = told<base::CaseId>(app, [report](OpenStore &store) -> base::Result<base::CaseId> {
        TRY(const auto calls, viewmodels::readCallQueue(store));
        const auto call = std::ranges::find_if(
            calls, [](const viewmodels::QueuedCall &each) { return each.item.number.has_value(); });
        if (call == calls.end())
            return base::fail(base::ErrorCode::NotFound, "nobody to call");
        const std::string morning = base::formatInstant(store.clock.now() - report.age);
        store::Draft draft;
        draft.caseId = call->item.caseId;
        draft.sets.push_back(changelog::makeCreation(store.ids.makeId<base::RecordId>(), "lobReport",
                                                     {{"source", "lob"},
                                                      {"takenAt", morning},
                                                      {"received", morning},
                                                      {"registered", morning},
                                                      {"repeatCount", 1},
                                                      {"dangerSign", report.dangerSign},
                                                      {"status", "open"}}));
        TRY_VOID(store.cases.save(draft));
        return draft.caseId;
    });
    app.settle();
    return caseId;
}

store::CaseRow somebody(AppHarness &app, std::size_t place)
{
    auto rows = told<std::vector<store::CaseRow>>(app, [](OpenStore &store) { return store.cases.cases(); });
    std::erase_if(rows, [](const store::CaseRow &row) { return row.card.isProtected || row.card.stage == "closed"; });
    REQUIRE(rows.size() > place);
    return rows[place];
}

std::size_t formCount(AppHarness &app, std::string_view name)
{
    const auto forms = told<std::vector<store::FormDraft>>(app, [](OpenStore &store) { return store.cases.forms(); });
    return std::size_t(std::ranges::count(forms, name, &store::FormDraft::form));
}

std::vector<store::RecordView> recordsOf(AppHarness &app, base::CaseId caseId, std::string_view kind)
{
    return told<std::vector<store::RecordView>>(
        app, [caseId, kind = std::string(kind)](OpenStore &store) { return store.cases.recordsOfKind(caseId, kind); });
}

std::vector<store::CaseStore::Scratch> scratchesOf(AppHarness &app)
{
    return told<std::vector<store::CaseStore::Scratch>>(app, [](OpenStore &store) { return store.cases.scratches(); });
}

std::vector<store::ConflictRow> conflictsOf(AppHarness &app)
{
    return told<std::vector<store::ConflictRow>>(app, [](OpenStore &store) { return store.cases.conflicts(); });
}

} // namespace faltakt::test
