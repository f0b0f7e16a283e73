#include "qml/viewmodels/guidance/emergency_view_model.h"

#include "core/rules/emergency_contacts.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

using rules::EmergencyContact;

/// The code under which a profile states the municipality's own switchboard.
constexpr std::string_view Switchboard = "switchboard";

QString kindOf(const EmergencyContact &contact)
{
    if (!contact.number)
        return QStringLiteral("missing");
    return contact.dialled == "112" ? QStringLiteral("danger") : QStringLiteral("number");
}

LineListModel::Line lineOf(const EmergencyContact &contact)
{
    LineListModel::Line line{.key = contact.code, .kind = kindOf(contact), .text = text(contact.name)};
    line.secondary = text(contact.when);
    line.chip = text(contact.note);
    if (contact.number)
        line.trailing = text(contact.number->value);
    return line;
}

} // namespace

EmergencyViewModel::EmergencyViewModel(AppServices &services) : m_services(services)
{
    connect(&services.settings, &AppSettings::languageChanged, this, &EmergencyViewModel::read);
}

void EmergencyViewModel::open()
{
    if (std::exchange(m_isOpen, true))
        return;
    setProblem({});
    read();
    Q_EMIT isOpenChanged();
}

void EmergencyViewModel::close()
{
    if (std::exchange(m_isOpen, false))
        Q_EMIT isOpenChanged();
}

void EmergencyViewModel::read()
{
    if (!m_isOpen)
        return;
    const auto known = rules::shippedEmergencyContacts();
    if (!known)
        return setProblem(errorText(known.error()));
    const base::Language language = languageOf(m_services.settings);
    const auto profile = m_services.workspace.profile();
    const auto contacts = m_services.workspace.profileName().empty() || !profile
                              ? known->withoutProfile(language)
                              : known->forProfile(*profile, language);
    std::vector<LineListModel::Line> lines;
    lines.reserve(contacts.size());
    std::ranges::transform(contacts, std::back_inserter(lines), lineOf);
    m_missingText = missingTextFor(lines);
    m_contacts.setLines(std::move(lines));
    Q_EMIT missingTextChanged();
}

QString EmergencyViewModel::missingTextFor(const std::vector<LineListModel::Line> &lines) const
{
    const auto found = std::ranges::find(lines, Switchboard, &LineListModel::Line::key);
    if (found != lines.end() && !found->trailing.isEmpty())
        return tr("Numret är inte inlagt. Kommunens växel: %1").arg(found->trailing);
    return tr("Numret är inte inlagt. Be teamledaren: det skrivs in i kommunens profil på servern.");
}

void EmergencyViewModel::call(const QString &contact)
{
    const auto &lines = m_contacts.lines();
    const auto found = std::ranges::find(lines, contact.toStdString(), &LineListModel::Line::key);
    if (found == lines.end() || found->trailing.isEmpty())
        return;
    const bool isCalling = m_services.telephone.call(found->trailing.toStdString());
    setProblem(isCalling ? QString() : tr("Enheten kunde inte ringa. Slå numret på en annan telefon."));
}

void EmergencyViewModel::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
}

} // namespace faltakt::viewmodels
