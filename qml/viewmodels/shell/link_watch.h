#pragma once

#include "platform/api/network.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>

namespace faltakt::viewmodels {

/// Tells the workspace on which terms it may use the network: what the system says of it, what the worker has chosen for
/// mobile data, and whether the app is in sight. Counts what goes over it. Main thread.
class LinkWatch final : public QObject {
    Q_OBJECT
public:
    /// Borrows all of it.
    LinkWatch(Workspace &workspace, AppSettings &settings, platform::Network &network);
    ~LinkWatch() override;
    LinkWatch(const LinkWatch &) = delete;
    LinkWatch &operator=(const LinkWatch &) = delete;

private:
    void tell();
    void count(qint64 bytes);

    Workspace &m_workspace;
    AppSettings &m_settings;
    platform::Network &m_network;
};

} // namespace faltakt::viewmodels
