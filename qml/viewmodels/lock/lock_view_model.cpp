#include "qml/viewmodels/lock/lock_view_model.h"

#include "qml/viewmodels/shell/error_text.h"

#include <algorithm>

namespace faltakt::viewmodels {

LockViewModel::LockViewModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::stateChanged, this, &LockViewModel::readDevices);
    readDevices();
}

void LockViewModel::readDevices()
{
    m_devices = m_services.workspace.devices();
    const auto selected = std::ranges::find(m_devices, m_services.workspace.selected(), &WorkerDevice::folder);
    m_index = selected == m_devices.end() ? 0 : int(selected - m_devices.begin());
    if (m_services.workspace.state() == Workspace::State::Open)
        m_problem.clear();
    Q_EMIT changed();
}

QStringList LockViewModel::workers() const
{
    QStringList names;
    for (const WorkerDevice &device : m_devices)
        names += device.workerName;
    return names;
}

QString LockViewModel::workerName() const
{
    return m_devices.empty() ? QString() : m_devices[std::size_t(m_index)].workerName;
}

bool LockViewModel::isBusy() const { return m_services.workspace.state() == Workspace::State::Unlocking; }

void LockViewModel::chooseWorker(int index)
{
    if (index < 0 || index >= int(m_devices.size()))
        return;
    m_index = index;
    m_problem.clear();
    m_services.workspace.select(m_devices[std::size_t(index)].folder);
    Q_EMIT changed();
}

void LockViewModel::unlock(SecretInput *secret)
{
    if (isBusy() || !secret || secret->length() == 0)
        return;
    m_problem.clear();
    m_services.workspace.unlock(secret->take(), this, [this](const base::Result<void> &opened) {
        if (!opened)
            m_problem = wordsFor(opened.error());
        readDevices();
    });
    Q_EMIT changed();
}

QString LockViewModel::wordsFor(const base::Error &error) const
{
    const auto devices = m_services.workspace.devices();
    const auto selected = std::ranges::find(devices, m_services.workspace.selected(), &WorkerDevice::folder);
    if (error.code() == base::ErrorCode::WrongKey && selected != devices.end())
        return tr("Fel kod. %n försök kvar.", nullptr, selected->triesLeft);
    return errorText(error);
}

} // namespace faltakt::viewmodels
