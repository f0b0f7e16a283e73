// In which manner the questions are asked: handed over, read aloud, in two languages, or in a talk about safety.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/question_words.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

bool hasSafeAnswer(const screening::InterviewSession &session)
{
    const auto &answers = session.answers();
    return std::ranges::any_of(answers.places(), [&](const screening::Place &place) {
        return answers.questionnaire().questions()[place.question].isSafe && answers.at(place);
    });
}

} // namespace

bool InterviewViewModel::isSafe() const noexcept
{
    return questionnaire() && questionnaire()->head().mode == screening::InstrumentMode::Safe;
}

bool InterviewViewModel::isSafeTalk() const
{
    if (!isTalking())
        return false;
    if (m_stage == Stage::Overview)
        return isSafe() || (m_overviewShowsViolence && hasSafeAnswer(*m_session));
    return isSafe() || (current() && current()->isSafe) || m_areaPage.showsSafe();
}

base::json::Object InterviewViewModel::unnotedManner() const
{
    base::json::Object manner;
    const bool isOwn = current() && current()->isInterviewers;
    const bool takesSelfFill = questionnaire()->head().takesSelfFill;
    if (isHandedOver())
        manner.set("selfReported", true);
    // What had an answer before the person had the device, a worker asked.
    const bool isTakenOver = isHandedOver() && !m_noted.find("selfReported") && answeredCount() > 0;
    if (isTakenOver || (!isHandedOver() && takesSelfFill && !isOwn))
        manner.set("askedByWorker", true);
    if (isSafe())
        manner.set("wasAlone", true);
    if (m_second.isOn())
        manner.set("secondLanguage", m_second.tag());
    if (m_training.isNeeded() && !isHandedOver())
        manner.set("trained", m_training.isTrained());
    base::json::Object unnoted;
    for (const auto &[name, value] : manner)
        if (const auto *noted = m_noted.find(name); !noted || !(*noted == value))
            unnoted.set(name, value);
    return unnoted;
}

bool InterviewViewModel::tellsTraining() const { return m_training.isNeeded() && isAtStart() && !isHandedOver(); }

void InterviewViewModel::askIn(const std::string &language)
{
    if (std::exchange(m_language, language) != language && m_session)
        show(m_isBack);
}

bool InterviewViewModel::canHandOver() const
{
    if (m_stage != Stage::Asking || isHandedOver() || !questionnaire())
        return false;
    const screening::InstrumentHead &head = questionnaire()->head();
    return head.takesSelfFill && head.kind == screening::InstrumentKind::Interview && !isSafe()
           && !(current() && current()->isInterviewers);
}

void InterviewViewModel::handOver()
{
    if (!canHandOver() || m_pending)
        return;
    InterviewOrder order = m_order;
    order.instrument = questionnaire()->id();
    order.assessment = m_place.record;
    order.scratch = m_place.scratch;
    order.atItem.clear();
    m_services.router.replaceTop();
    m_services.router.openHandover({.interview = order});
}

int InterviewViewModel::answeredCount() const
{
    if (!m_session)
        return 0;
    int count = 0;
    for (const screening::Place &place : m_session->answers().places())
        if (m_session->openItems().isOpen(place) && m_session->answers().at(place))
            ++count;
    return count;
}

bool InterviewViewModel::showsGlasses() const { return current() && current()->picture == "standard-glass"; }

bool InterviewViewModel::canReadAloud() const
{
    return m_stage == Stage::Asking && current() && !isSafe() && !current()->isSafe
           && m_services.voice.canSpeak(language());
}

void InterviewViewModel::readAloud()
{
    if (!canReadAloud())
        return;
    QStringList words{timeWindow(), question(), hint()};
    words += optionTexts(*current(), language());
    words.removeAll(QString());
    m_services.voice.say(words.join(QStringLiteral(". \n")).toStdString(), language());
}

void InterviewViewModel::toggleAlone()
{
    if (m_stage != Stage::Alone)
        return;
    m_isAlone = !m_isAlone;
    m_aloneMissing.clear();
    Q_EMIT shown();
}

void InterviewViewModel::openSafely()
{
    if (m_stage != Stage::Alone)
        return;
    if (!m_isAlone) {
        m_aloneMissing = tr("Kryssa först i att personen är ensam. Är någon annan med: boka ett annat möte.");
        Q_EMIT shown();
        return;
    }
    show();
    if (const auto draft = std::exchange(m_waitingNote, std::nullopt))
        m_note.open(m_place, draft->item, question(), draft);
}

} // namespace faltakt::viewmodels
