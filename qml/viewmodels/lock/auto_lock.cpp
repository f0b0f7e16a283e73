#include "qml/viewmodels/lock/auto_lock.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

bool isTouchOrKey(QEvent::Type type)
{
    // A key that is a shortcut comes as ShortcutOverride and never as KeyPress.
    return type == QEvent::MouseButtonPress || type == QEvent::TouchBegin || type == QEvent::KeyPress
           || type == QEvent::ShortcutOverride || type == QEvent::Wheel;
}

} // namespace

AutoLock::AutoLock(AppServices &services) : m_services(services)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::onTimeout);
    connect(&services.workspace, &Workspace::stateChanged, this, &AutoLock::readProfile);
    connect(&services.workspace, &Workspace::contentChanged, this, &AutoLock::readProfile);
    connect(&services.workspace, &Workspace::stateChanged, this, &AutoLock::restart);
    connect(&services.settings, &AppSettings::changed, this, &AutoLock::restart);
    QCoreApplication::instance()->installEventFilter(this);
    if (auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive)
                onWake();
        });
}

AutoLock::~AutoLock() = default;

std::chrono::seconds AutoLock::limit() const
{
    const auto chosen = std::min(std::chrono::minutes(m_services.settings.autoLockMinutes()), m_talkLimit);
    if (m_inSafeTalk)
        return std::min<std::chrono::seconds>(chosen, SafeTalkLimit);
    return m_inTalk ? m_talkLimit : chosen;
}

void AutoLock::readProfile()
{
    // A profile is large, and a touch asks for the limit: it is read when something came, not each time.
    const auto profile = m_services.workspace.profile();
    const auto longest = profile ? profile->setting(&rules::ProfileSettings::autoLockMinutes) : std::nullopt;
    m_talkLimit = longest ? std::min(std::chrono::minutes(longest->value), TalkLimit) : TalkLimit;
}

std::chrono::nanoseconds AutoLock::idle() const
{
    const std::chrono::nanoseconds wall = m_services.clock.now() - m_touchedAt;
    return std::max(m_services.workspace.setup().monotonic.elapsed() - m_touched, wall);
}

void AutoLock::setInTalk(bool inTalk)
{
    if (std::exchange(m_inTalk, inTalk) != inTalk)
        restart();
}

void AutoLock::setInSafeTalk(bool inSafeTalk)
{
    if (std::exchange(m_inSafeTalk, inSafeTalk) != inSafeTalk)
        restart();
}

void AutoLock::keepWorking() { restart(); }

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouchOrKey(event->type()) && m_services.workspace.state() == Workspace::State::Open)
        noteTouch();
    return QObject::eventFilter(watched, event);
}

void AutoLock::noteTouch()
{
    // The touch that wakes a device after its time does not open it.
    if (idle() >= limit())
        expire();
    else
        restart();
}

void AutoLock::restart()
{
    setAboutToLock(false);
    m_timer.stop();
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    m_touched = m_services.workspace.setup().monotonic.elapsed();
    m_touchedAt = m_services.clock.now();
    m_timer.start(limit() - Warning);
}

void AutoLock::onTimeout()
{
    if (m_isAboutToLock)
        return expire();
    setAboutToLock(true);
    m_timer.start(Warning);
}

void AutoLock::onWake()
{
    if (m_services.workspace.state() == Workspace::State::Open && idle() >= limit())
        expire();
}

void AutoLock::expire()
{
    m_timer.stop();
    setAboutToLock(false);
    Q_EMIT expired();
}

void AutoLock::setAboutToLock(bool about)
{
    if (std::exchange(m_isAboutToLock, about) != about)
        Q_EMIT isAboutToLockChanged();
}

} // namespace faltakt::viewmodels
