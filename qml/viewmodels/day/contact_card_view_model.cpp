#include "qml/viewmodels/day/contact_card_view_model.h"

#include "core/casework/contact_way.h"
#include "core/qr/qr_code.h"
#include "qml/viewmodels/contact/own_number.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

QImage pictureOf(const qr::QrCode &code)
{
    const int side = code.side + 2 * qr::QuietZone;
    // Dark on white in every theme: a reader expects nothing else.
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < code.side; ++y)
        for (int x = 0; x < code.side; ++x)
            if (code.isDark(x, y))
                picture.setPixel(x + qr::QuietZone, y + qr::QuietZone, qRgb(0, 0, 0));
    return picture;
}

} // namespace

void ContactCardViewModel::load()
{
    // Nothing of anybody's file: a card is given also when nothing may be read any more.
    m_services.workspace.keep<Read>(
        this,
        [](OpenStore &store) -> Result<Read> {
            Read read;
            TRY(read.choice, readContactCardChoice(store));
            TRY(read.ownNumber, readOwnNumber(store));
            return read;
        },
        [this](const Result<Read> &read) {
            setLoading(false);
            if (!read)
                return noteUnread(read.error());
            noteRead();
            show(*read);
        });
}

void ContactCardViewModel::show(const Read &read)
{
    const auto profile = m_services.workspace.profile();
    if (!profile)
        return setProblem(errorText(profile.error()));
    const base::Language language = languageOf(m_services.settings);
    m_cards = rules::contactCards(*profile, language);
    m_municipality = rules::isTellingName(profile->name) ? std::string() : profile->name;
    const bool isFirst = !std::exchange(m_isRead, true);
    m_choice = read.choice;
    m_ownNumber = read.ownNumber;
    showContacts();
    if (isFirst || !m_isChoosing)
        m_isChoosing = !showCard(m_choice.contact);
    Q_EMIT numberChanged();
    Q_EMIT changed();
}

void ContactCardViewModel::showContacts()
{
    std::vector<LineListModel::Line> lines;
    for (const rules::ContactCard &card : m_cards) {
        LineListModel::Line line{.key = card.code, .text = text(card.listName)};
        line.secondary = text(card.number);
        if (card.name.empty())
            line.secondary = tr("%1. Namnet säger varför: bara numret står på kortet.").arg(line.secondary);
        lines.push_back(std::move(line));
    }
    m_contacts.setLines(std::move(lines));
}

std::optional<rules::ContactCard> ContactCardViewModel::cardOf(const std::string &contact) const
{
    if (contact == OwnCard) {
        if (casework::dialledNumber(m_ownNumber).empty())
            return std::nullopt;
        return rules::ContactCard{OwnCard, {}, m_municipality, casework::phoneText(m_ownNumber), {}};
    }
    const auto found = std::ranges::find(m_cards, contact, &rules::ContactCard::code);
    return found == m_cards.end() ? std::nullopt : std::optional(*found);
}

/// False where there is no such card any more.
bool ContactCardViewModel::showCard(const std::string &contact)
{
    const auto card = cardOf(contact);
    if (!card)
        return false;
    m_card = *card;
    const auto code = qr::codeOf(rules::vCard(m_card, m_choice.namesWorker ? firstName() : std::string()));
    m_code = code ? pictureOf(*code) : QImage();
    return true;
}

std::string ContactCardViewModel::firstName() const
{
    return m_services.workspace.workerName().section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty).toStdString();
}

QString ContactCardViewModel::emptyText() const
{
    return m_cards.empty() ? tr("Kommunens profil har inget nummer att ge. Be teamledaren: det skrivs in på servern.")
                           : QString();
}

QString ContactCardViewModel::nameChoiceText() const
{
    const std::string name = firstName();
    return name.empty() ? QString() : tr("Visa mitt förnamn, %1").arg(text(name));
}

QString ContactCardViewModel::name() const
{
    QStringList parts;
    if (const std::string worker = firstName(); m_choice.namesWorker && !worker.empty())
        parts += text(worker);
    if (!m_card.name.empty())
        parts += text(m_card.name);
    return parts.join(QLatin1String(", "));
}

QString ContactCardViewModel::codeText() const
{
    if (m_code.isNull())
        return {};
    const QString who = name();
    return who.isEmpty() ? tr("QR-kod som sparar %1 i mobilen").arg(number())
                         : tr("QR-kod som sparar %1, %2 i mobilen").arg(who, number());
}

void ContactCardViewModel::choose(const QString &contact)
{
    if (!m_isRead || !showCard(contact.toStdString()))
        return;
    m_choice.contact = contact.toStdString();
    m_isChoosing = false;
    m_missing.clear();
    keepChoice();
    Q_EMIT changed();
}

void ContactCardViewModel::chooseOwn()
{
    m_missing = casework::dialledNumber(m_ownNumber).empty() ? tr("Skriv numret med siffror, minst tre.") : QString();
    if (m_missing.isEmpty())
        choose(QString::fromLatin1(OwnCard));
    else
        Q_EMIT changed();
}

void ContactCardViewModel::editOwnNumber(const QString &number)
{
    if (!m_isRead)
        return;
    m_ownNumber = number.trimmed().toStdString();
    m_missing.clear();
    m_services.workspace.keep<void>(
        this, [own = m_ownNumber](OpenStore &store) { return keepOwnNumber(store, own); },
        [this](const Result<void> &kept) {
            if (!kept)
                setProblem(errorText(kept.error()));
        });
    Q_EMIT numberChanged();
    Q_EMIT changed();
}

void ContactCardViewModel::setNamesWorker(bool names)
{
    if (!m_isRead || m_choice.namesWorker == names)
        return;
    m_choice.namesWorker = names;
    keepChoice();
    Q_EMIT changed();
}

void ContactCardViewModel::keepChoice()
{
    m_services.workspace.keep<void>(
        this, [choice = m_choice](OpenStore &store) { return keepContactCardChoice(store, choice); },
        [this](const Result<void> &kept) {
            if (!kept)
                setProblem(errorText(kept.error()));
        });
}

void ContactCardViewModel::chooseAnew()
{
    m_isChoosing = true;
    Q_EMIT changed();
}

void ContactCardViewModel::mainAction()
{
    if (!m_isChoosing)
        close();
}

void ContactCardViewModel::clear()
{
    m_isRead = false;
    m_ownNumber.clear();
    m_missing.clear();
    m_card = {};
    m_code = {};
    setLoading(true);
    Q_EMIT numberChanged();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
