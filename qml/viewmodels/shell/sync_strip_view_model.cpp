#include "qml/viewmodels/shell/sync_strip_view_model.h"

namespace faltakt::viewmodels {

SyncStripViewModel::SyncStripViewModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &SyncStripViewModel::read);
    connect(&services.workspace, &Workspace::stateChanged, this, &SyncStripViewModel::read);
    connect(&services.settings, &AppSettings::languageChanged, this, &SyncStripViewModel::read);
    read();
}

void SyncStripViewModel::open() { m_services.router.openSync(); }

void SyncStripViewModel::show(const QString &text, const QString &tone, const QString &iconName)
{
    if (m_text == text && m_tone == tone && m_iconName == iconName)
        return;
    m_text = text;
    m_tone = tone;
    m_iconName = iconName;
    Q_EMIT changed();
}

void SyncStripViewModel::read()
{
    const SyncStatus &status = m_services.workspace.syncStatus();
    const bool isOpen = m_services.workspace.state() == Workspace::State::Open;
    const int unsent = int(status.counts.outbox);
    const QString offline = QStringLiteral("offline");
    if (!isOpen || status.phase == SyncStatus::Phase::Training)
        return show({}, {}, {});
    if (status.isRevoked)
        return show(tr("Enheten är avstängd hos servern. Allt är kvar här. Ring teamledaren."),
                    QStringLiteral("danger"), QStringLiteral("circle-alert"));
    if (status.counts.returned > 0)
        return show(tr("%n ändringar behöver din hjälp", nullptr, int(status.counts.returned)),
                    QStringLiteral("conflict"), QStringLiteral("circle-alert"));
    if (status.error)
        return show(unsent > 0 ? tr("Offline. %n ändringar sparade här", nullptr, unsent)
                               : tr("Offline. Inget väntar på att skickas"),
                    offline, QStringLiteral("cloud-off"));
    if (unsent == 0)
        return show({}, {}, {});
    if (status.phase == SyncStatus::Phase::Running)
        return show(tr("Skickar %n ändringar", nullptr, unsent), offline, QStringLiteral("cloud-upload"));
    show(tr("%n ändringar sparade här", nullptr, unsent), offline, QStringLiteral("smartphone"));
}

} // namespace faltakt::viewmodels
