#pragma once

#include "tests/support/temporary_folder.h"

#include <QDBusConnection>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace faltakt::test {

/// A session bus of its own, with nobody on it at first.
class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();

    /// A connection of that name to it.
    [[nodiscard]] QDBusConnection connect(const QString &name);

private:
    TemporaryFolder m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

/// Somebody who shows notifications, and remembers each as it came over the bus.
class NotificationDesk final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint id = 0;
        uint replaced = 0;
        QString title;
        QString text;
        QStringList actions;
        QStringList everything; ///< Each argument of the call as text.
    };

    explicit NotificationDesk(const QDBusConnection &bus);

    /// Comes to the bus, and goes.
    [[nodiscard]] bool come();
    void go();
    void press(uint id, const QString &action);
    void putAway(uint id);
    [[nodiscard]] const QList<Shown> &all() const noexcept { return m_all; }
    /// What stands there now.
    [[nodiscard]] const QList<uint> &standing() const noexcept { return m_standing; }

    // NOLINTBEGIN(readability-identifier-naming): the names of the desktop's own interface
public Q_SLOTS:
    uint Notify(const QString &app, uint replaced, const QString &icon, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);
    QString GetServerInformation(QString &vendor, QString &version, QString &specification);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    // NOLINTEND(readability-identifier-naming)

private:
    QDBusConnection m_bus;
    QList<Shown> m_all;
    QList<uint> m_standing;
    uint m_last = 0;
};

/// Lets the event loop turn until the condition holds; fails the test where it does not within ten seconds.
void turnUntil(const std::function<bool()> &condition);

} // namespace faltakt::test
