#include "platform/linux/desktop_notifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace faltakt::platform {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
const QString Pressed = QStringLiteral("default");
/// Whether a session has a bus; otherwise looking for one would start one.
bool hasSessionBus()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || (!folder.isEmpty() && QFileInfo::exists(folder + QStringLiteral("/bus")));
}

/// As long as the desktop shows any other.
constexpr int UsualTime = -1;

QDBusMessage call(const char *method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(Service, Path, Service, QString::fromLatin1(method));
    message.setArguments(arguments);
    return message;
}

QStringList actionsOf(const Notification &notification)
{
    // Without words: the whole notification.
    QStringList actions{Pressed, QString()};
    for (const auto &[id, label] : notification.choices)
        actions << QString::fromStdString(id) << QString::fromStdString(label);
    return actions;
}

} // namespace

DesktopNotifier::DesktopNotifier() = default;

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus) : m_bus(std::make_unique<QDBusConnection>(bus)) {}

DesktopNotifier::~DesktopNotifier() { withdraw(); }

void DesktopNotifier::watch(Watch watch)
{
    m_watch = std::move(watch);
    // Finding the bus takes a moment, which the first picture does not wait for.
    if (!std::exchange(m_hasBegun, true))
        QTimer::singleShot(0, this, &DesktopNotifier::begin);
}

void DesktopNotifier::begin()
{
    if (!m_bus && !hasSessionBus())
        return setPermission(Permission::Missing);
    if (!m_bus)
        m_bus = std::make_unique<QDBusConnection>(QDBusConnection::sessionBus());
    if (!m_bus->isConnected())
        return setPermission(Permission::Missing);
    m_bus->connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_bus->connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    auto *owner = new QDBusServiceWatcher(Service, *m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(owner, &QDBusServiceWatcher::serviceRegistered, this, &DesktopNotifier::ask);
    connect(owner, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        m_shown = 0;
        setPermission(Permission::Missing);
    });
    ask();
}

void DesktopNotifier::ask()
{
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(call("GetServerInformation")), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        setPermission(answer->isError() ? Permission::Missing : Permission::Granted);
    });
}

void DesktopNotifier::setPermission(Permission permission)
{
    if (std::exchange(m_permission, permission) != permission && m_watch.permissionChanged)
        m_watch.permissionChanged();
}

void DesktopNotifier::show(const Notification &notification)
{
    if (!m_bus || !m_bus->isConnected())
        return;
    m_isWanted = true;
    const QVariantList arguments{QCoreApplication::applicationName(),
                                 m_shown,
                                 QString(),
                                 QString::fromStdString(notification.title),
                                 QString::fromStdString(notification.text),
                                 actionsOf(notification),
                                 QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("faltakt")}},
                                 UsualTime};
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(call("Notify", arguments)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, order = ++m_order] {
        answer->deleteLater();
        const QDBusPendingReply<uint> id = *answer;
        if (id.isError())
            return setPermission(Permission::Missing);
        setPermission(Permission::Granted);
        take(id.value(), order);
    });
}

void DesktopNotifier::take(uint id, int order)
{
    // Withdrawn, or another one was shown, before the desktop had said what it calls this one.
    if (!m_isWanted || order != m_order)
        return close(id);
    m_shown = id;
}

void DesktopNotifier::withdraw()
{
    m_isWanted = false;
    ++m_order;
    if (const uint id = std::exchange(m_shown, 0))
        close(id);
}

void DesktopNotifier::close(uint id)
{
    // Of two that answer one after the other, the later may bear the number of the earlier: it is the one to be seen.
    if (id != 0 && id != m_shown)
        m_bus->call(call("CloseNotification", {id}), QDBus::NoBlock);
}

void DesktopNotifier::onAction(uint id, const QString &action)
{
    if (id == 0 || id != m_shown)
        return;
    withdraw();
    if (action != Pressed && m_watch.chosen)
        m_watch.chosen(action.toStdString());
    else if (action == Pressed && m_watch.opened)
        m_watch.opened();
}

void DesktopNotifier::onClosed(uint id, uint)
{
    if (id == 0 || id != m_shown)
        return;
    m_shown = 0;
    m_isWanted = false;
    if (m_watch.closed)
        m_watch.closed();
}

} // namespace faltakt::platform
