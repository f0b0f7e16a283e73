#include "qml/viewmodels/lock/lock_view_model.h"

#include "qml/viewmodels/lock/unlock_text.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace faltakt::viewmodels {

LockViewModel::LockViewModel(AppServices &services) : m_services(services)
{
    m_waitEnd.setSingleShot(true);
    connect(&m_waitEnd, &QTimer::timeout, this, &LockViewModel::readDevices);
    connect(&services.workspace, &Workspace::stateChanged, this, &LockViewModel::readDevices);
    connect(&services.workspace, &Workspace::sealedWorkDelivered, this, &LockViewModel::readDevices);
    connect(&services.workspace, &Workspace::orderedAway, this, &LockViewModel::onOrderedAway);
    connect(&services.settings, &AppSettings::languageChanged, this, &LockViewModel::changed);
    readDevices();
}

void LockViewModel::readDevices()
{
    m_devices = m_services.workspace.devices();
    const auto selected = std::ranges::find(m_devices, m_services.workspace.selected(), &WorkerDevice::folder);
    m_index = selected == m_devices.end() ? 0 : int(selected - m_devices.begin());
    if (m_services.workspace.state() == Workspace::State::Open) {
        m_problem.clear();
        m_orderText.clear();
    }
    const WorkerDevice *chosen = device();
    const base::Instant now = m_services.clock.now();
    if (chosen && chosen->waitUntil && *chosen->waitUntil > now)
        m_waitEnd.start(std::chrono::ceil<std::chrono::seconds>(*chosen->waitUntil - now));
    else
        m_waitEnd.stop();
    Q_EMIT changed();
}

const WorkerDevice *LockViewModel::device() const
{
    return m_index < int(m_devices.size()) ? &m_devices[std::size_t(m_index)] : nullptr;
}

QStringList LockViewModel::workers() const
{
    QStringList names;
    for (const WorkerDevice &known : m_devices)
        names += known.workerName;
    return names;
}

QString LockViewModel::workerName() const { return device() ? device()->workerName : QString(); }

QString LockViewModel::tenantName() const { return device() ? device()->tenantName : QString(); }

QString LockViewModel::waitText() const
{
    return device() ? viewmodels::waitText(*device(), m_services.clock.now(), m_services.settings.language())
                    : QString();
}

QString LockViewModel::closedText() const
{
    if (!device() || device()->canUnlock)
        return {};
    return tr("Lösenfrasen är borttagen, efter tio fel försök eller på kontorets order. Det du sparat finns kvar i "
              "förseglad form, även det som inte är skickat. Lämna enheten till kontoret: de öppnar den med "
              "återställningsnyckeln, eller ger dig en ny kod.");
}

QString LockViewModel::sealedText() const
{
    if (m_services.workspace.isTraining() || !device() || !device()->hasSealedWork)
        return {};
    return tr(
        "Arbete som inte är skickat ligger förseglat här. Det skickas av sig självt när det finns nät, utan att du "
        "låser upp.");
}

QString LockViewModel::help() const
{
    if (!m_services.workspace.isTraining())
        return tr("Inget du sparat går förlorat.");
    return tr("Inget du sparat går förlorat. Det här är utbildning: lösenfrasen är %1.")
        .arg(QLatin1String(TrainingPassphrase.data(), int(TrainingPassphrase.size())));
}

bool LockViewModel::canTry() const { return device() && device()->canUnlock && waitText().isEmpty(); }

bool LockViewModel::isBusy() const { return m_services.workspace.state() == Workspace::State::Unlocking; }

bool LockViewModel::takesPin() const { return m_services.workspace.setup().keystore == crypto::KeystoreKind::Hardware; }

void LockViewModel::startChoosing()
{
    if (!std::exchange(m_isChoosing, true))
        Q_EMIT changed();
}

void LockViewModel::stopChoosing()
{
    if (std::exchange(m_isChoosing, false))
        Q_EMIT changed();
}

void LockViewModel::chooseWorker(int index)
{
    if (isBusy() || index < 0 || index >= int(m_devices.size()))
        return;
    m_problem.clear();
    m_isChoosing = false;
    m_services.workspace.select(m_devices[std::size_t(index)].folder);
    readDevices();
}

void LockViewModel::unlock(SecretInput *secret)
{
    if (isBusy() || !secret || secret->length() == 0)
        return;
    m_problem.clear();
    m_services.workspace.unlock(secret->take(), this, [this](const base::Result<void> &opened) {
        readDevices();
        if (opened)
            return;
        m_problem = device() ? unlockProblem(opened.error(), *device()) : QString();
        Q_EMIT changed();
        Q_EMIT refused();
    });
    Q_EMIT changed();
}

void LockViewModel::onOrderedAway(bool wiped)
{
    m_orderText = wiped
                      ? tr("Kontoret har tömt den här enheten. Det som servern har tagit emot finns kvar där. Det som "
                           "inte var skickat ligger förseglat i enheten tills kontoret har hämtat det.")
                      : tr("Kontoret har låst enheten. Inget du sparat går förlorat. Du kan låsa upp med din kod.");
    readDevices();
}

} // namespace faltakt::viewmodels
