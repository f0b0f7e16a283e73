// What the interview says: the getters of InterviewViewModel that only read.
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

std::optional<PagePlace> InterviewViewModel::place() const
{
    InterviewOrder order = m_order;
    order.assessment = m_place.record;
    order.scratch = m_place.scratch;
    return m_place.isStored() ? std::optional(interviewPlace(order)) : std::nullopt;
}

QString InterviewViewModel::placeWords() const
{
    if (m_stage == Stage::Waiting)
        return tr("skattningarna");
    return current() ? tr("fråga %1").arg(m_session->progress().number) : QString();
}

QString InterviewViewModel::title() const
{
    return m_session ? instrumentName(m_session->answers().questionnaire(), language()) : QString();
}

RecordingMark InterviewViewModel::recording() const
{
    return isHandedOver()
               ? RecordingMark()
               : recordingMark(m_services, m_place.caseId ? rules::Writing::Screening : rules::Writing::QuickScreening);
}

QString InterviewViewModel::whoseText() const
{
    // The person knows who she is, and somebody else may look.
    if (isHandedOver())
        return {};
    if (!m_place.caseId)
        return tr("Utan ärende");
    return m_card ? personName(*m_card, m_services.settings.namesHidden()) : QString();
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
    if (!current() || current()->isInterviewers)
        return {};
    if (current()->timeWindow)
        return windowText(*current()->timeWindow);
    return text(m_session->answers().questionnaire().timeWindow().in(language()));
}

QString InterviewViewModel::groupText() const
{
    if (!current())
        return {};
    const auto &nodes = m_session->answers().questionnaire().nodes();
    QStringList titles;
    for (auto node = nodes[current()->node].parent; node; node = nodes[*node].parent)
        if (const QString title = text(nodes[*node].text.in(language())); !title.isEmpty())
            titles.prepend(title);
    return titles.join(QStringLiteral(", "));
}

QStringList InterviewViewModel::introLines() const
{
    QStringList lines;
    if (!current())
        return lines;
    const auto &nodes = m_session->answers().questionnaire().nodes();
    const auto place = m_session->currentPlace();
    for (std::size_t i = current()->node; i > 0 && nodes[i - 1].kind != screening::Node::Kind::Question; --i) {
        const screening::Node &node = nodes[i - 1];
        const auto &open = m_session->openItems();
        const bool isOpen = node.repeat && place->row ? open.isNodeOpen(i - 1, *place->row) : open.isNodeOpen(i - 1);
        if (node.kind == screening::Node::Kind::Display && isOpen)
            lines.prepend(text(node.text.in(language())));
    }
    return lines;
}

QStringList InterviewViewModel::ratingBasis() const
{
    QStringList lines;
    if (m_stage != Stage::Asking || !current() || current()->rating != screening::Rating::Interviewer)
        return lines;
    const auto &answers = m_session->answers();
    const auto outermost = [&nodes = answers.questionnaire().nodes()](const screening::Question &question) {
        std::size_t node = question.node;
        while (nodes[node].parent)
            node = *nodes[node].parent;
        return node;
    };
    bool isVeiled = false;
    for (const screening::Place &place : answers.places()) {
        const screening::Question &asked = answers.questionnaire().questions()[place.question];
        const bool steers = asked.area == current()->area ? asked.isCritical || asked.rating : asked.isCritical;
        if (!steers || asked.isInterviewers || outermost(asked) != outermost(*current())
            || !m_session->openItems().isOpen(place) || !answers.at(place))
            continue;
        if (asked.isSafe) {
            isVeiled = true;
            continue;
        }
        lines.push_back(
            tr("%1 Svar: %2").arg(text(asked.text.in(language())), answerText(asked, answers.at(place), language())));
    }
    if (isVeiled)
        lines.push_back(tr("Svar i ett trygghetssamtal visas under Svaren hittills."));
    return lines;
}

QString InterviewViewModel::nextText() const
{
    if (m_stage != Stage::Asking || !m_session || (m_pending && m_pending->after == After::MoveOn))
        return {};
    if (chosen() || !m_input.typed().trimmed().isEmpty())
        return tr("Nästa");
    return canSkip() ? tr("Hoppa över") : QString();
}

bool InterviewViewModel::notRelevantChosen() const { return chosen() == screening::Answer::notRelevant(); }

QString InterviewViewModel::question() const
{
    return m_stage == Stage::Asking && current() ? text(current()->text.in(language())) : QString();
}

QString InterviewViewModel::spokenQuestion() const
{
    return current() ? tr("%1. %2").arg(progressText(), question()) : QString();
}

QString InterviewViewModel::hint() const
{
    return current() && current()->hint ? text(current()->hint->in(language())) : QString();
}

/// Nothing was asked before; whoever comes back to a question needs the room for its answers.
bool InterviewViewModel::isAtStart() const { return m_stage == Stage::Asking && m_turn == 1 && !m_session->previous(); }

QString InterviewViewModel::firstHint() const
{
    return isAtStart() && m_services.settings.advancesByItself() ? tr("När du väljer ett svar kommer nästa fråga.")
                                                                 : QString();
}

QString InterviewViewModel::wordingNote() const
{
    // At the beginning and with the result.
    if (isHandedOver() || !isAtStart())
        return {};
    return viewmodels::wordingNote(m_session->answers().questionnaire());
}

QString InterviewViewModel::previousText() const
{
    return m_session ? viewmodels::previousText(*m_session, language()) : QString();
}

QString InterviewViewModel::doneText() const
{
    if (m_stage == Stage::Declined)
        return tr("Personen avstår. Det är sparat, utan orsak.");
    if (m_stage == Stage::Waiting)
        return tr("Samtalets frågor är klara. Dina skattningar gör du när personen inte ser skärmen.");
    // What is signed already is told of by its result.
    if (m_stage != Stage::Done || !m_session)
        return {};
    const auto score = screening::score(m_session->answers(), m_session->skipRule());
    const QString missing = missingText(int(score.unanswered.size()));
    return missing.isEmpty() ? tr("Alla frågor är besvarade.") : tr("Alla frågor är ställda. %1").arg(missing);
}

QString InterviewViewModel::finishText() const
{
    if (!m_session)
        return {};
    return m_session->answers().questionnaire().isScored() ? tr("Klar, visa resultatet") : tr("Klar, visa svaren");
}

bool InterviewViewModel::hasSkipped() const
{
    if (m_stage != Stage::Done || !m_session)
        return false;
    const auto &answers = m_session->answers();
    return std::ranges::any_of(m_session->passed(), [&](const std::string &key) {
        const auto place = answers.findPlace(key);
        return place && m_session->openItems().isOpen(*place) && !answers.at(*place);
    });
}

bool InterviewViewModel::canDecline() const
{
    // A record of what others did is nothing that a person declines, and the way back needs the same room.
    return m_stage == Stage::Asking && !isHandedOver() && m_place.caseId && !m_place.isStored() && m_turn > 0
           && !m_session->previous() && takesRefusal(m_session->answers().questionnaire(), *current());
}

bool InterviewViewModel::canNote() const
{
    return m_stage == Stage::Asking && !isHandedOver() && m_place.caseId.has_value();
}

} // namespace faltakt::viewmodels
