#include "qml/viewmodels/settings/more_view_model.h"

#include "core/base/date_words.h"
#include "qml/viewmodels/guidance/municipal_guidance.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

MoreViewModel::MoreViewModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &MoreViewModel::changed);
}

QString MoreViewModel::syncText() const
{
    const SyncStatus &status = m_services.workspace.syncStatus();
    if (status.phase == SyncStatus::Phase::Training)
        return tr("Utbildning, inget skickas");
    if (status.counts.returned > 0)
        return tr("%n ändringar behöver din hjälp", nullptr, int(status.counts.returned));
    if (status.unsent() > 0)
        return tr("%n ändringar sparade här", nullptr, int(status.unsent()));
    return tr("Inget väntar på att skickas");
}

void MoreViewModel::load()
{
    setLoading(false);
    Q_EMIT changed();
}

void MoreViewModel::clear()
{
    setLoading(true);
    Q_EMIT changed();
}

void MoreViewModel::openSync() { m_services.router.openSync(); }

void MoreViewModel::openHandbook() { m_services.router.openHelp(QStringLiteral("index")); }

void MoreViewModel::openKeyboard() { m_services.router.openHelp(QStringLiteral("keyboard")); }

bool MoreViewModel::hasProfile() const
{
    const auto profile = m_services.workspace.profile();
    return profile && !profile->id.empty();
}

QString MoreViewModel::profileText() const
{
    const auto profile = m_services.workspace.profile();
    if (!profile || profile->id.empty())
        return {};
    QString words = tr("Version %1").arg(profile->version);
    if (profile->validFrom)
        words = tr("Version %1, gäller från %2")
                    .arg(profile->version)
                    .arg(text(base::dayWordsWithYear(*profile->validFrom, languageOf(m_services.settings))));
    const auto &faults = m_services.workspace.profileFaults();
    const bool wantsNewerApp = std::ranges::any_of(
        faults, [](const auto &fault) { return fault.error.code() == base::ErrorCode::Unsupported; });
    if (wantsNewerApp)
        return tr("%1. En nyare väntar på nästa version av appen.").arg(words);
    return faults.empty()
               ? words
               : tr("%1. En nyare stämmer inte med den här appen. Säg det till den som sköter servern.").arg(words);
}

void MoreViewModel::openProfile() { m_services.router.openGuidanceCard(QString::fromLatin1(ProfileCard)); }

void MoreViewModel::openPrivacy() { m_services.router.openHelp(QStringLiteral("privacy")); }

void MoreViewModel::openSettings() { m_services.router.openSettings(); }

void MoreViewModel::openWeek() { m_services.router.openWeek(); }

void MoreViewModel::openLetters() { m_services.router.openLetters(); }

void MoreViewModel::openDeputies() { m_services.router.openDeputies({}); }

void MoreViewModel::addWorker() { m_services.router.addWorker(); }

void MoreViewModel::lockNow() { m_services.router.lockNow(); }

void MoreViewModel::openMenu() { m_services.router.openMenu(); }

} // namespace faltakt::viewmodels
