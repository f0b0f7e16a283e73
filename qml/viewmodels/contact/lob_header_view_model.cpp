#include "qml/viewmodels/contact/lob_header_view_model.h"

#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"

namespace faltakt::viewmodels {

using rules::FollowUpState;
using rules::LetterState;

void LobHeaderViewModel::setPage(LobPage page, base::Instant now, base::Language language, bool namesHidden)
{
    m_page = std::move(page);
    m_now = now;
    m_language = language;
    m_personName = personNameAndAge(m_page.card, namesHidden, casework::swedishDate(now));
    Q_EMIT changed();
}

void LobHeaderViewModel::clear()
{
    m_page = {};
    m_personName.clear();
    Q_EMIT changed();
}

QString LobHeaderViewModel::custodyText() const
{
    if (!m_page.takenAt)
        return hasReport() ? tr("Omhändertagen enligt LOB") : tr("Ingen LOB-rapport");
    return tr("Omhändertagen %1").arg(longMomentText(*m_page.takenAt, m_now, m_language));
}

QString LobHeaderViewModel::attemptText() const
{
    if (m_page.state != FollowUpState::Trying || m_page.attempts == 0)
        return {};
    return tr("Försök %1 av %2").arg(m_page.attempt).arg(m_page.attempts);
}

QString LobHeaderViewModel::lastText() const
{
    if (!m_page.last)
        return {};
    const QString when = momentText(m_page.last->at, m_now, m_language);
    const QString what = m_page.last->outcome.empty() ? wayText(m_page.last->way, m_language)
                                                      : outcomeText(m_page.last->outcome, m_language);
    return tr("Förra: %1, %2").arg(when, what.toLower());
}

QString LobHeaderViewModel::interpreterText() const
{
    return QString::fromStdString(casework::interpreterText(m_page.person.interpreter, m_language));
}

QString LobHeaderViewModel::flagText() const
{
    return m_page.person.hasFlag("twoAtVisit") ? tr("Två personer vid besök") : QString();
}

QString LobHeaderViewModel::noNumberText() const
{
    if (!m_page.numbers.empty())
        return {};
    return m_page.card.isProtected ? tr("Inga kontaktuppgifter visas för en skyddad person. Fråga teamledaren om "
                                        "säker väg.")
                                   : tr("Inget nummer finns. Första försöket är brev eller besök.");
}

QString LobHeaderViewModel::repeatText() const
{
    if (m_page.repeat == rules::RepeatPrompt::None)
        return {};
    return viewmodels::repeatText(m_page.repeatCount, m_page.repeat == rules::RepeatPrompt::ConsiderInvestigation,
                                  m_page.hasDangerSign, casework::swedishDate(m_now));
}

QString LobHeaderViewModel::stateText() const
{
    switch (m_page.state) {
    case FollowUpState::Stopped: return tr("Personen har tackat nej. Inga fler försök görs av sig själva.");
    case FollowUpState::Concluded: return tr("Uppföljningen är gjord. Du kan fortfarande notera ett samtal.");
    case FollowUpState::Exhausted: return tr("Alla försök är gjorda utan kontakt.");
    case FollowUpState::NotOurs:
        return hasReport() ? tr("Rapporten följs inte upp med samtal härifrån. Du kan notera ett samtal.") : QString();
    case FollowUpState::Trying: break;
    }
    return {};
}

QString LobHeaderViewModel::askingText() const
{
    if (m_page.stage != "intake" && m_page.stage != "preAssessment")
        return {};
    return tr("Ingen utredning är öppnad: fråga bara personen själv, den som rapporterade och egna uppgifter.");
}

QString LobHeaderViewModel::obstacle(const std::string &code) const
{
    return QString::fromStdString(rules::obstacleText(code, m_language));
}

QString LobHeaderViewModel::letterText() const
{
    if (m_page.letter == LetterState::NotNeeded || !hasReport())
        return {};
    if (m_page.letter == LetterState::Handled)
        return m_page.isLetterSent    ? tr("Brevet är skickat.")
               : m_page.isLetterAsked ? tr("Brevet är begärt. Kontoret skriver ut det, eller du själv.")
                                      : tr("Brevet är avklarat.");
    if (!m_page.letterObstacle.empty())
        return obstacle(m_page.letterObstacle);
    if (!m_page.letterHolds.empty()) {
        QStringList reasons;
        for (const std::string &hold : m_page.letterHolds)
            reasons.append(obstacle(hold));
        return tr("Brevet väntar på dig. %1").arg(reasons.join(QLatin1Char(' ')));
    }
    return m_page.isLetterToAll ? tr("Brev till alla: skickas från kontoret, även när samtalet har gått bra.")
                                : tr("Brev: skickas från kontoret.");
}

bool LobHeaderViewModel::canAskForLetter() const
{
    const bool isOpen = m_page.letter == LetterState::Pending || m_page.letter == LetterState::Held
                        || m_page.letter == LetterState::AsTask;
    return hasReport() && isOpen && m_page.letterObstacle.empty();
}

QString LobHeaderViewModel::closingText() const
{
    if (m_page.state != FollowUpState::Exhausted)
        return {};
    return m_page.closingObstacle.empty() ? tr("Du kan avsluta utan kontakt, med ett skäl.")
                                          : obstacle(m_page.closingObstacle);
}

bool LobHeaderViewModel::canClose() const
{
    return m_page.state == FollowUpState::Exhausted && m_page.closingObstacle.empty();
}

} // namespace faltakt::viewmodels
