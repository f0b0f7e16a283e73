#include "qml/viewmodels/lock/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>

namespace faltakt::viewmodels {

namespace {

constexpr std::chrono::seconds Warning(30);

bool isTouchOrKey(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::TouchBegin || type == QEvent::KeyPress
           || type == QEvent::Wheel;
}

} // namespace

AutoLock::AutoLock(AppServices &services) : m_services(services)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::onTimeout);
    connect(&services.workspace, &Workspace::stateChanged, this, &AutoLock::restart);
    connect(&services.settings, &AppSettings::changed, this, &AutoLock::restart);
    QCoreApplication::instance()->installEventFilter(this);
}

AutoLock::~AutoLock() = default;

void AutoLock::keepWorking() { restart(); }

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouchOrKey(event->type()) && m_services.workspace.state() == Workspace::State::Open)
        restart();
    return QObject::eventFilter(watched, event);
}

void AutoLock::restart()
{
    setAboutToLock(false);
    m_timer.stop();
    if (m_services.workspace.state() == Workspace::State::Open)
        m_timer.start(std::chrono::minutes(m_services.settings.autoLockMinutes()) - Warning);
}

void AutoLock::onTimeout()
{
    if (m_isAboutToLock) {
        setAboutToLock(false);
        Q_EMIT expired();
        return;
    }
    setAboutToLock(true);
    m_timer.start(Warning);
}

void AutoLock::setAboutToLock(bool about)
{
    if (std::exchange(m_isAboutToLock, about) != about)
        Q_EMIT isAboutToLockChanged();
}

} // namespace faltakt::viewmodels
