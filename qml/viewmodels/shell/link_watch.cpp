#include "qml/viewmodels/shell/link_watch.h"

#include "qml/viewmodels/shell/data_use.h"

#include <QGuiApplication>

namespace faltakt::viewmodels {

namespace {

/// A window that lies beside the one being typed in is still in sight; only what the system has put away is not.
bool isInSight()
{
    const Qt::ApplicationState state = QGuiApplication::applicationState();
    return state == Qt::ApplicationActive || state == Qt::ApplicationInactive;
}

} // namespace

LinkWatch::LinkWatch(Workspace &workspace, AppSettings &settings, platform::Network &network)
    : m_workspace(workspace), m_settings(settings), m_network(network)
{
    m_network.watch([this] { tell(); });
    connect(&m_workspace, &Workspace::trafficGrew, this, &LinkWatch::count);
    connect(&m_settings, &AppSettings::changed, this, &LinkWatch::tell);
    if (auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, &LinkWatch::tell);
    tell();
}

LinkWatch::~LinkWatch() { m_network.watch({}); }

void LinkWatch::tell() { m_workspace.setLink({m_network.state(), m_settings.meteredUse(), isInSight()}); }

void LinkWatch::count(qint64 bytes)
{
    m_settings.addDataUse(dayOf(m_workspace.setup().clock.now()), bytes,
                          m_workspace.link().isMetered() ? AppSettings::Paid::ByAmount : AppSettings::Paid::Flat);
}

} // namespace faltakt::viewmodels
