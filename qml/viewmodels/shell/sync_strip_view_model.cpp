#include "qml/viewmodels/shell/sync_strip_view_model.h"

#include <QCoreApplication>

#include <utility>

namespace faltakt::viewmodels {

namespace {

struct SyncStrip {
    Q_DECLARE_TR_FUNCTIONS(SyncStrip)
};

} // namespace

SyncStripWords stripWords(const SyncStatus &status)
{
    const int unsent = int(status.unsent());
    const QString offline = QStringLiteral("offline");
    if (status.phase == SyncStatus::Phase::Training)
        return {};
    if (status.isRevoked)
        return {SyncStrip::tr("Enheten är avstängd hos servern. Allt är kvar här. Ring teamledaren."),
                QStringLiteral("danger"), QStringLiteral("circle-alert")};
    if (status.counts.returned > 0)
        return {SyncStrip::tr("%n ändringar behöver din hjälp", nullptr, int(status.counts.returned)),
                QStringLiteral("conflict"), QStringLiteral("circle-alert")};
    if (status.error)
        return {unsent > 0 ? SyncStrip::tr("Offline. %n ändringar sparade här", nullptr, unsent)
                           : SyncStrip::tr("Offline. Inget väntar på att skickas"),
                offline, QStringLiteral("cloud-off")};
    if (unsent == 0)
        return {};
    if (status.phase == SyncStatus::Phase::Running)
        return {SyncStrip::tr("Skickar %n ändringar", nullptr, unsent), offline, QStringLiteral("cloud-upload")};
    return {SyncStrip::tr("%n ändringar sparade här", nullptr, unsent), offline, QStringLiteral("smartphone")};
}

SyncStripViewModel::SyncStripViewModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &SyncStripViewModel::read);
    connect(&services.workspace, &Workspace::stateChanged, this, &SyncStripViewModel::read);
    connect(&services.settings, &AppSettings::languageChanged, this, &SyncStripViewModel::read);
    read();
}

void SyncStripViewModel::open() { m_services.router.openSync(); }

void SyncStripViewModel::read()
{
    const bool isOpen = m_services.workspace.state() == Workspace::State::Open;
    const SyncStripWords words = isOpen ? stripWords(m_services.workspace.syncStatus()) : SyncStripWords();
    if (std::exchange(m_words, words) != words)
        Q_EMIT changed();
}

} // namespace faltakt::viewmodels
