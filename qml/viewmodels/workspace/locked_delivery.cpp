#include "qml/viewmodels/workspace/locked_delivery.h"

#include <algorithm>

namespace faltakt::viewmodels {

LockedDelivery::LockedDelivery(const WorkspaceSetup &setup, QObject *parent)
    : QObject(parent), m_setup(setup), m_timer(this), m_retry(setup.random)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LockedDelivery::tryAll);
}

LockedDelivery::~LockedDelivery() = default;

void LockedDelivery::begin(std::chrono::milliseconds in)
{
    m_retry.reset();
    m_isWanted = !m_setup.isTraining;
    if (m_isWanted)
        beginIn(in);
}

void LockedDelivery::beginIn(std::chrono::milliseconds in)
{
    m_timer.start(m_link.paced(in, m_setup.triesWithoutNetwork));
}

void LockedDelivery::stop()
{
    m_isWanted = false;
    m_timer.stop();
    m_waiting.clear();
    m_delivery.reset();
}

void LockedDelivery::setLink(const client::LinkTerms &terms)
{
    const client::LinkTerms before = std::exchange(m_link, terms);
    const bool isChance = before.network != terms.network || !before.syncsByItself();
    if (m_isWanted && isChance && terms.syncsByItself() && !m_delivery)
        begin();
}

void LockedDelivery::tryAll()
{
    m_waiting.clear();
    if (!m_link.syncsByItself())
        return; // The next change of the terms comes back to it.
    for (const WorkerDevice &device : workerDevices(m_setup))
        if (device.hasSealedWork)
            m_waiting.push_back(device.folder);
    m_failed = false;
    m_asked = {};
    tryNext();
}

void LockedDelivery::tryNext()
{
    m_delivery.reset();
    if (m_waiting.empty()) {
        m_isWanted = m_failed;
        if (m_failed)
            beginIn(m_retry.noteFailure(m_asked));
        return;
    }
    const std::filesystem::path folder = m_waiting.back();
    m_waiting.pop_back();
    m_delivery = std::make_unique<client::OutboxDelivery>(folder, fieldEnvironment(m_setup));
    m_delivery->start([this](const base::Result<protocol::OutboxAnswer> &taken) {
        m_failed = m_failed || !taken;
        m_asked = std::max(m_asked, m_delivery->retryAfter());
        Q_EMIT trafficGrew(m_delivery->traffic().total());
        // Not from within the delivery's own call, which the next one would end.
        QTimer::singleShot(0, this, &LockedDelivery::tryNext);
        if (taken)
            Q_EMIT delivered();
    });
}

} // namespace faltakt::viewmodels
