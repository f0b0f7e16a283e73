#pragma once

#include "platform/api/notifier.h"

#include <QObject>

#include <memory>

class QDBusConnection;

namespace faltakt::platform {

/// Notifications of a desktop, by org.freedesktop.Notifications on the session's bus. Nothing waits for an answer; where there
/// is no bus, or nobody on it who shows notifications, nothing is shown and permission() says so.
class DesktopNotifier final : public QObject, public Notifier {
    Q_OBJECT
public:
    /// On the session's bus, which is looked for with the first watch().
    DesktopNotifier();
    /// On this bus.
    explicit DesktopNotifier(const QDBusConnection &bus);
    ~DesktopNotifier() override;

    [[nodiscard]] Permission permission() const override { return m_permission; }
    void watch(Watch watch) override;
    void show(const Notification &notification) override;
    void withdraw() override;

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void begin();
    void ask();
    void setPermission(Permission permission);
    void take(uint id, int order);
    void close(uint id);

    std::unique_ptr<QDBusConnection> m_bus;
    Permission m_permission = Permission::Unknown;
    Watch m_watch;
    bool m_hasBegun = false;
    bool m_isWanted = false; ///< Something is to be seen now.
    uint m_shown = 0;        ///< What the service calls it; 0 where nothing is shown.
    int m_order = 0;         ///< Counts what was shown and withdrawn: an answer to an older one comes to nothing.
};

} // namespace faltakt::platform
