#include "qml/app/tour_handover.h"

#include "qml/viewmodels/interview/handover_view_model.h"

namespace faltakt::app {

using viewmodels::AppViewModel;
using viewmodels::HandoverOrder;
using viewmodels::HandoverViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::OpenStore;
using Step = HandoverOrder::Step;

namespace {

/// Somebody whose name may be shown, with answers to every question of a form.
struct Answered {
    base::CaseId caseId;
    base::RecordId record;
    std::string instrument;
};

base::Result<Answered> someAnswers(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        TRY(const auto assessments, store.cases.recordsOfKind(row.caseId, "assessment"));
        for (const store::RecordView &each : assessments)
            if (each.text("status") == "completed")
                return Answered{row.caseId, each.id, each.text("instrument")};
    }
    return base::fail(base::ErrorCode::NotFound, "no completed assessment");
}

using Opener = std::function<void(AppViewModel &, const Answered &)>;

std::function<void(Composition &)> withAnswers(Opener opener)
{
    return [opener = std::move(opener)](Composition &composition) {
        AppViewModel &app = composition.app();
        composition.workspace().read<Answered>(&app, someAnswers, [&app, opener](const base::Result<Answered> &found) {
            if (found)
                opener(app, *found);
            else
                qWarning("tour: nothing to show: %s", found.error().toString().c_str());
        });
    };
}

template <typename Page>
void whenRead(AppViewModel &app, std::function<void(Page &)> act)
{
    auto *page = qobject_cast<Page *>(app.navigator()->top());
    QObject::connect(
        page, &Page::loadingChanged, page, [page, act = std::move(act)] { act(*page); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

/// A new form in the person's hands.
void handNew(AppViewModel &app, const Answered &found, Step step)
{
    app.openHandover({.interview = {.instrument = "audit-c", .caseId = found.caseId}, .step = step});
}

/// All of it answered.
void handAnswered(AppViewModel &app, const Answered &found, Step step)
{
    app.openHandover({.interview = {.instrument = found.instrument, .caseId = found.caseId, .assessment = found.record},
                      .step = step});
}

void askOfGlasses(AppViewModel &app, const Answered &found)
{
    app.openInterview({.instrument = "audit-c", .caseId = found.caseId, .atItem = "2"});
}

} // namespace

std::vector<Scene> handoverScenes()
{
    return {
        {QStringLiteral("question-glasses"), withAnswers(askOfGlasses)},
        {QStringLiteral("question-two-languages"), withAnswers([](AppViewModel &app, const Answered &found) {
             askOfGlasses(app, found);
             whenRead<InterviewViewModel>(app, [](InterviewViewModel &page) { page.second()->choose(1); });
         })},
        {QStringLiteral("safety-talk"), withAnswers([](AppViewModel &app, const Answered &found) {
             app.openInterview({.instrument = "freda", .caseId = found.caseId});
         })},
        {QStringLiteral("handover"),
         withAnswers([](AppViewModel &app, const Answered &found) { handNew(app, found, Step::Preparing); })},
        {QStringLiteral("handed"),
         withAnswers([](AppViewModel &app, const Answered &found) { handNew(app, found, Step::Handed); })},
        {QStringLiteral("handed-question"), withAnswers([](AppViewModel &app, const Answered &found) {
             handNew(app, found, Step::Handed);
             whenRead<HandoverViewModel>(app, [](HandoverViewModel &page) { page.begin(); });
         })},
        {QStringLiteral("handed-thanks"), withAnswers([](AppViewModel &app, const Answered &found) {
             handAnswered(app, found, Step::Handed);
             whenRead<HandoverViewModel>(app, [](HandoverViewModel &page) { page.begin(); });
         })},
        {QStringLiteral("handed-passphrase"), withAnswers([](AppViewModel &app, const Answered &found) {
             handNew(app, found, Step::Handed);
             whenRead<HandoverViewModel>(app, [](HandoverViewModel &page) { page.askForReturn(); });
         })},
        {QStringLiteral("handed-back"),
         withAnswers([](AppViewModel &app, const Answered &found) { handAnswered(app, found, Step::Returned); })},
    };
}

} // namespace faltakt::app
