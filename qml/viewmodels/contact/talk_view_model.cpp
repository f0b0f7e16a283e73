#include "qml/viewmodels/contact/talk_view_model.h"

#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/time_words.h"

#include <algorithm>

namespace faltakt::viewmodels {

TalkViewModel::TalkViewModel(AttemptForm &form, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_form(form), m_clock(clock), m_moment(clock, MomentPicker::Direction::Ahead)
{
    connect(&m_alone, &ChoiceListModel::picked, this, &TalkViewModel::chooseAlone);
    wire(m_children, &AttemptForm::children);
    wire(m_again, &AttemptForm::mayContactAgain);
    wire(m_againWhen, &AttemptForm::againWhen);
    wire(m_closePerson, &AttemptForm::closePerson);
    wire(m_advice, &AttemptForm::advice);
    wire(m_agrees, &AttemptForm::agreesToNext);
    connect(&m_next, &ChoiceListModel::picked, this, &TalkViewModel::chooseNext);
    connect(&m_results, &ChoiceListModel::picked, this, [this](const std::string &code) {
        choose(&AttemptForm::result, code);
        Q_EMIT resultPicked();
    });
    connect(&m_moment, &MomentPicker::changed, this, [this] {
        m_form.nextAt = picksMoment() ? m_moment.moment() : m_form.nextAt;
        Q_EMIT edited();
    });
    show();
}

void TalkViewModel::wire(ChoiceListModel &choices, std::string AttemptForm::*field)
{
    connect(&choices, &ChoiceListModel::picked, this, [this, field](const std::string &code) { choose(field, code); });
}

void TalkViewModel::setWords(base::Language language, const QString &childUnitNumber)
{
    m_language = language;
    m_childUnitNumber = childUnitNumber;
    m_moment.setLanguage(language);
    show();
}

void TalkViewModel::setResults(Offered offered) { m_offered = std::move(offered); }

void TalkViewModel::setProposal(std::optional<rules::NextProposal> proposal)
{
    m_proposal = std::move(proposal);
    if (m_form.next == "proposed")
        m_form.nextAt = m_proposal ? std::optional(m_proposal->at) : std::nullopt;
    offerNext();
    Q_EMIT changed();
}

void TalkViewModel::show()
{
    // A result behind "Fler …" that was chosen before must be seen.
    const Choices first = talkResults(false, m_language, m_offered);
    const bool isBehind = std::ranges::find(first, m_form.result, &ChoiceListModel::Choice::code) == first.end();
    m_showsAllResults = m_showsAllResults || (isBehind && !m_form.result.empty());
    m_alone.setChoices(aloneChoices(m_language));
    m_children.setChoices(childrenChoices(m_language));
    m_again.setChoices(againChoices(m_language));
    m_againWhen.setChoices(againWhenChoices(m_language));
    m_closePerson.setChoices(closePersonChoices(m_language));
    m_advice.setChoices(adviceChoices(m_language));
    m_agrees.setChoices(agreesChoices(m_language));
    m_results.setChoices(talkResults(m_showsAllResults, m_language, m_offered));
    m_alone.setChosen(m_form.alone);
    m_children.setChosen(m_form.children);
    m_again.setChosen(m_form.mayContactAgain);
    m_againWhen.setChosen(m_form.againWhen);
    m_closePerson.setChosen(m_form.closePerson);
    m_advice.setChosen(m_form.advice);
    m_agrees.setChosen(m_form.agreesToNext);
    m_results.setChosen(m_form.result);
    offerNext();
    if (m_form.next == "other" && m_form.nextAt)
        m_moment.setMoment(m_form.nextAt);
    Q_EMIT changed();
    Q_EMIT textChanged();
}

void TalkViewModel::offerNext()
{
    Choices choices;
    if (m_proposal)
        choices.push_back({"proposed", tr("Boka den")});
    choices.push_back({"other", m_proposal ? tr("Ändra") : tr("Boka en tid")});
    choices.push_back({"none", tr("Ingen")});
    m_next.setChoices(std::move(choices));
    m_next.setChosen(m_form.next);
}

bool TalkViewModel::asksNext() const { return !m_form.result.empty() && !isNo(); }

QString TalkViewModel::nextText() const
{
    if (!asksNext())
        return {};
    if (m_form.next == "none")
        return tr("Nästa kontakt: ingen bokas");
    const auto at = m_form.next == "other" ? m_form.nextAt : m_proposal ? std::optional(m_proposal->at) : std::nullopt;
    return at ? tr("Nästa kontakt: %1").arg(momentText(*at, m_clock.now(), m_language)) : tr("Nästa kontakt");
}

QString TalkViewModel::childrenAdvice() const
{
    if (!isWorry())
        return {};
    if (m_childUnitNumber.isEmpty())
        return tr(
            "Ring barnenheten nu. Numret är inte inlagt: ring kommunens växel, och 112 vid akut fara. Fältakt skickar "
            "ingen anmälan.");
    return tr("Ring barnenheten nu: %1. Fältakt skickar ingen anmälan.").arg(m_childUnitNumber);
}

QString TalkViewModel::closeAdvice() const
{
    if (m_form.closePerson != "yes")
        return {};
    return tr("Den som står nära kan få eget stöd, utan att det antecknas här. Skriv inget namn. Det blir en uppgift i "
              "morgon "
              "att berätta var stödet finns.");
}

void TalkViewModel::bookMeeting()
{
    m_form.result = "bookedVisit";
    m_form.next = "other";
    m_form.nextAt.reset();
    m_moment.setMoment(std::nullopt);
    m_missing.clear();
    show();
    Q_EMIT edited();
    Q_EMIT resultPicked();
}

void TalkViewModel::choose(std::string AttemptForm::*field, const std::string &code)
{
    m_form.*field = code;
    m_missing.clear();
    show();
    Q_EMIT edited();
}

void TalkViewModel::chooseAlone(const std::string &code)
{
    choose(&AttemptForm::alone, code);
    if (code == "no")
        Q_EMIT laterWanted();
}

void TalkViewModel::chooseNext(const std::string &code)
{
    const auto proposed = m_proposal ? std::optional(m_proposal->at) : std::nullopt;
    m_form.next = code;
    m_form.nextAt = code == "none" ? std::nullopt : proposed;
    if (code == "other")
        m_moment.setMoment(proposed);
    m_missing.clear();
    show();
    Q_EMIT edited();
}

void TalkViewModel::showAllResults()
{
    m_showsAllResults = true;
    show();
}

void TalkViewModel::editOwnWish(const QString &text)
{
    m_form.ownWish = text.toStdString();
    Q_EMIT textChanged();
    Q_EMIT edited();
}

void TalkViewModel::editText(const QString &text)
{
    m_form.text = text.toStdString();
    Q_EMIT textChanged();
    Q_EMIT edited();
}

bool TalkViewModel::check()
{
    m_missing.clear();
    if (m_form.result.empty())
        m_missing = tr("Välj hur samtalet slutade. Allt annat får vara tomt.");
    else if (picksMoment() && !m_moment.check())
        m_missing = m_moment.problem();
    Q_EMIT changed();
    return m_missing.isEmpty();
}

rules::AttemptEntry TalkViewModel::entry() const
{
    rules::AttemptEntry entry = m_form.entry();
    if (entry.children.empty())
        entry.children = "notAsked";
    if (m_form.next == "other")
        entry.nextAt = m_moment.moment();
    if (isNo())
        entry.nextAt.reset();
    return entry;
}

} // namespace faltakt::viewmodels
