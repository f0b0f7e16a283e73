// What the interview says: the getters of InterviewViewModel that only read.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

constexpr std::string_view OwnWording = "own";

} // namespace

std::optional<PagePlace> InterviewViewModel::place() const
{
    InterviewOrder order = m_order;
    order.assessment = m_place.record;
    order.scratch = m_place.scratch;
    return m_place.isStored() ? std::optional(interviewPlace(order)) : std::nullopt;
}

QString InterviewViewModel::placeWords() const
{
    return current() ? tr("fråga %1").arg(m_session->progress().number) : QString();
}

QString InterviewViewModel::title() const
{
    return m_session ? instrumentName(m_session->answers().questionnaire().id()) : QString();
}

QString InterviewViewModel::recordingText() const
{
    if (!m_place.caseId)
        return tr("Utan ärende. Inget sparas om vem.");
    return m_card ? tr("Antecknas. %1").arg(personName(*m_card, m_services.settings.namesHidden())) : QString();
}

QString InterviewViewModel::progressText() const
{
    return current() ? viewmodels::progressText(m_session->progress()) : QString();
}

int InterviewViewModel::questionNumber() const { return m_session ? int(m_session->progress().number) : 0; }

int InterviewViewModel::questionCount() const { return m_session ? int(m_session->progress().total) : 0; }

QString InterviewViewModel::savedText() const { return m_place.isStored() ? tr("Sparat här") : QString(); }

QString InterviewViewModel::timeWindow() const
{
    return current() ? text(m_session->answers().questionnaire().timeWindow().in(language())) : QString();
}

QString InterviewViewModel::question() const { return current() ? text(current()->text.in(language())) : QString(); }

QString InterviewViewModel::spokenQuestion() const
{
    return current() ? tr("%1. %2").arg(progressText(), question()) : QString();
}

QString InterviewViewModel::hint() const
{
    return current() && current()->hint ? text(current()->hint->in(language())) : QString();
}

QString InterviewViewModel::firstHint() const
{
    const bool isFirst = m_stage == Stage::Asking && m_turn == 1 && previousText().isEmpty();
    return isFirst && m_services.settings.advancesByItself() ? tr("När du väljer ett svar kommer nästa fråga.")
                                                             : QString();
}

QString InterviewViewModel::wordingNote() const
{
    // At the beginning and with the result; whoever comes back to a question needs the room for its answers.
    return m_session && m_turn == 1 && previousText().isEmpty()
                   && m_session->answers().questionnaire().wording() == OwnWording
               ? tr("Egen formulering, inte den officiella texten")
               : QString();
}

QString InterviewViewModel::previousText() const
{
    return m_session ? viewmodels::previousText(*m_session, language()) : QString();
}

QString InterviewViewModel::doneText() const
{
    if (m_stage == Stage::Declined)
        return tr("Personen avstår. Det är sparat, utan orsak.");
    if (m_stage != Stage::Done)
        return {};
    const auto score = screening::score(m_session->answers(), m_session->skipRule());
    const QString missing = missingText(int(score.unanswered.size()));
    return missing.isEmpty() ? tr("Alla frågor är besvarade.") : tr("Alla frågor är ställda. %1").arg(missing);
}

bool InterviewViewModel::canDecline() const
{
    return m_stage == Stage::Asking && m_place.caseId && !m_place.isStored() && m_turn > 0;
}

bool InterviewViewModel::canNote() const { return m_stage == Stage::Asking && m_place.caseId.has_value(); }

} // namespace faltakt::viewmodels
