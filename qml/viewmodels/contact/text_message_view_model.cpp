#include "qml/viewmodels/contact/text_message_view_model.h"

#include "core/casework/contact_way.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// What rules::filledIn leaves of a place without words.
constexpr std::string_view Blank = "__";
/// Two text messages in one.
constexpr int MostCharacters = 300;

} // namespace

TextMessageViewModel::TextMessageViewModel(AttemptForm &form, QObject *parent) : QObject(parent), m_form(form)
{
    connect(&m_templates, &ChoiceListModel::picked, this, &TextMessageViewModel::choose);
}

void TextMessageViewModel::setOffer(Offer offer)
{
    m_offer = std::move(offer);
    std::vector<ChoiceListModel::Choice> choices;
    for (const rules::ProfileTemplate &each : m_offer.templates) {
        const rules::LocalText &name = each.name;
        choices.push_back({each.code, QString::fromStdString(name.in(m_offer.language))});
    }
    m_templates.setChoices(std::move(choices));
    show();
}

std::string TextMessageViewModel::made(const std::string &code) const
{
    const auto found = std::ranges::find(m_offer.templates, code, &rules::ProfileTemplate::code);
    if (found == m_offer.templates.end())
        return {};
    std::vector<std::string> missing;
    // The message is for the person, whatever language the worker reads.
    return rules::filledIn(found->message.swedish, {{"worker", m_offer.workerName}, {"number", m_offer.ownNumber}},
                           missing);
}

void TextMessageViewModel::show()
{
    if (m_form.textTemplate.empty() && m_form.step == "text" && !m_offer.templates.empty()) {
        m_form.textTemplate = m_offer.templates.front().code;
        m_form.textMessage = made(m_form.textTemplate);
    }
    m_templates.setChosen(m_form.textTemplate);
    Q_EMIT changed();
}

void TextMessageViewModel::choose(const std::string &code)
{
    m_form.textTemplate = code;
    m_form.textMessage = made(code);
    m_missing.clear();
    show();
    Q_EMIT edited();
}

QString TextMessageViewModel::numberText() const
{
    if (m_offer.number.empty() || m_offer.isNumberHidden)
        return {};
    return tr("Till %1").arg(QString::fromStdString(casework::phoneText(m_offer.number)));
}

void TextMessageViewModel::editOwnNumber(const QString &text)
{
    const bool isAsMade = m_form.textMessage == made(m_form.textTemplate);
    m_offer.ownNumber = text.trimmed().toStdString();
    if (isAsMade)
        m_form.textMessage = made(m_form.textTemplate);
    m_missing.clear();
    Q_EMIT changed();
    Q_EMIT edited();
}

void TextMessageViewModel::editMessage(const QString &text)
{
    m_form.textMessage = text.toStdString();
    m_missing.clear();
    Q_EMIT changed();
    Q_EMIT edited();
}

bool TextMessageViewModel::check()
{
    const QString text = message().trimmed();
    m_missing.clear();
    if (text.isEmpty())
        m_missing = tr("Skriv vad som ska stå i meddelandet.");
    else if (m_form.textMessage.find(Blank) != std::string::npos)
        m_missing = tr("Fyll i det som saknas där strecken står.");
    else if (text.size() > MostCharacters)
        m_missing = tr("Meddelandet är längre än %1 tecken.").arg(MostCharacters);
    Q_EMIT changed();
    return m_missing.isEmpty();
}

} // namespace faltakt::viewmodels
