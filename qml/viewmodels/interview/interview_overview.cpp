// Every answer of the talk so far on one page, and back to where one was.
#include "qml/viewmodels/interview/interview_view_model.h"

#include <algorithm>

namespace faltakt::viewmodels {

bool InterviewViewModel::canLookOver() const
{
    return (m_stage == Stage::Asking || m_stage == Stage::Rows) && !isHandedOver();
}

QString InterviewViewModel::overviewText() const
{
    if (m_stage != Stage::Overview)
        return {};
    const auto &answers = m_session->answers();
    const auto &questions = answers.questionnaire().questions();
    const auto places = answers.places();
    const auto isListed = [&](const screening::Place &place) {
        return m_session->openItems().isOpen(place) && (m_rates || !questions[place.question].isInterviewers);
    };
    const auto listed = std::ranges::count_if(places, isListed);
    const auto answered = std::ranges::count_if(
        places, [&](const screening::Place &place) { return isListed(place) && answers.at(place); });
    return tr("%1 av %2 frågor har ett svar").arg(answered).arg(listed);
}

void InterviewViewModel::openOverview()
{
    if (!canLookOver() || m_pending)
        return;
    m_services.voice.stop();
    m_stage = Stage::Overview;
    m_overviewShowsViolence = false;
    m_isBack = false;
    ++m_turn;
    listOverview();
    Q_EMIT shown();
    Q_EMIT longTalkChanged();
}

void InterviewViewModel::openMisfiled()
{
    if (canMisfile() && !m_isWriting)
        openResult();
}

void InterviewViewModel::listOverview()
{
    using Ratings = AnswerListModel::Ratings;
    using Violence = AnswerListModel::Violence;
    if (m_stage == Stage::Overview)
        m_overview.showSoFar(*m_session, m_note.all(), m_rates ? Ratings::Shown : Ratings::Left,
                             m_overviewShowsViolence ? Violence::Shown : Violence::Veiled, language());
}

void InterviewViewModel::revealViolence()
{
    if (m_stage != Stage::Overview)
        return;
    m_overviewShowsViolence = true;
    listOverview();
    Q_EMIT longTalkChanged();
}

void InterviewViewModel::closeOverview()
{
    if (m_stage != Stage::Overview)
        return;
    m_overview.clear();
    if (const auto rows = m_stop)
        showRows(*rows, true);
    else
        show(true);
}

void InterviewViewModel::askAgain(int row)
{
    const std::string key = m_overview.itemAt(row);
    if (m_stage != Stage::Overview || key.empty() || !m_session->goTo(key))
        return;
    m_overview.clear();
    show(true);
}

bool InterviewViewModel::takePageKey(int key, int modifiers)
{
    if (modifiers != Qt::ControlModifier || key != Qt::Key_O || isHandedOver())
        return false;
    if (m_stage == Stage::Overview)
        closeOverview();
    else
        openOverview();
    return true;
}

} // namespace faltakt::viewmodels
