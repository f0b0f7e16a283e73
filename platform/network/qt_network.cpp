#include "platform/network/qt_network.h"

#include <QNetworkInformation>
#include <QTimer>

#include <utility>

namespace faltakt::platform {

namespace {

using Reach = NetworkState::Reach;
using Cost = NetworkState::Cost;
using Feature = QNetworkInformation::Feature;

Reach reachOf(const QNetworkInformation &system)
{
    if (!system.supports(Feature::Reachability))
        return Reach::Unknown;
    switch (system.reachability()) {
    case QNetworkInformation::Reachability::Unknown: return Reach::Unknown;
    case QNetworkInformation::Reachability::Disconnected: return Reach::None;
    // The server may well stand on the same site: only a try tells.
    case QNetworkInformation::Reachability::Local:
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online: break;
    }
    return Reach::Some;
}

Cost costOf(const QNetworkInformation &system)
{
    const bool isMobile = system.supports(Feature::TransportMedium)
                          && system.transportMedium() == QNetworkInformation::TransportMedium::Cellular;
    if (isMobile || (system.supports(Feature::Metered) && system.isMetered()))
        return Cost::Metered;
    return system.supports(Feature::Metered) ? Cost::Free : Cost::Unknown;
}

} // namespace

void QtNetwork::watch(std::function<void()> changed)
{
    m_changed = std::move(changed);
    if (!std::exchange(m_hasBegun, true))
        QTimer::singleShot(0, this, &QtNetwork::begin);
}

void QtNetwork::begin()
{
    if (!QNetworkInformation::loadDefaultBackend()
        && !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &QtNetwork::read);
    connect(system, &QNetworkInformation::transportMediumChanged, this, &QtNetwork::read);
    connect(system, &QNetworkInformation::isMeteredChanged, this, &QtNetwork::read);
    read();
}

void QtNetwork::read()
{
    const QNetworkInformation &system = *QNetworkInformation::instance();
    const NetworkState now{reachOf(system), costOf(system)};
    if (std::exchange(m_state, now) != now && m_changed)
        m_changed();
}

} // namespace faltakt::platform
