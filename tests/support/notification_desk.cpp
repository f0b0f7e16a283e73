#include "tests/support/notification_desk.h"

#include "tests/support/catch.h"

#include <QEventLoop>
#include <QTimer>

#include <fstream>

namespace faltakt::test {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

// No service file of the machine is read: nobody comes to this bus by himself.
constexpr char Configuration[] = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>)";

} // namespace

PrivateBus::PrivateBus()
{
    const QString folder = QString::fromStdString(m_folder.path());
    const std::string file = m_folder.path() + "/bus.conf";
    std::ofstream(file) << QString::fromLatin1(Configuration).arg(folder).toStdString();
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"), QStringLiteral("--print-address"),
                    QStringLiteral("--config-file=") + QString::fromStdString(file)});
    REQUIRE(m_daemon.waitForStarted());
    while (!m_daemon.canReadLine())
        REQUIRE(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::connect(const QString &name)
{
    m_names += name;
    QDBusConnection connection = QDBusConnection::connectToBus(m_address, name);
    REQUIRE(connection.isConnected());
    return connection;
}

NotificationDesk::NotificationDesk(const QDBusConnection &bus) : m_bus(bus) {}

bool NotificationDesk::come()
{
    return m_bus.registerObject(Path, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
           && m_bus.registerService(Service);
}

void NotificationDesk::go()
{
    m_bus.unregisterService(Service);
    m_bus.unregisterObject(Path);
    m_standing.clear();
}

void NotificationDesk::press(uint id, const QString &action) { Q_EMIT ActionInvoked(id, action); }

void NotificationDesk::putAway(uint id)
{
    m_standing.removeAll(id);
    Q_EMIT NotificationClosed(id, 2);
}

uint NotificationDesk::Notify(const QString &app, uint replaced, const QString &icon, const QString &title,
                              const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout)
{
    Shown shown{replaced == 0 ? ++m_last : replaced, replaced, title, text, actions, {}};
    shown.everything << app << icon << title << text << actions << QString::number(timeout);
    for (auto hint = hints.begin(); hint != hints.end(); ++hint)
        shown.everything << hint.key() << hint.value().toString();
    m_all += shown;
    if (!m_standing.contains(shown.id))
        m_standing += shown.id;
    return shown.id;
}

void NotificationDesk::CloseNotification(uint id)
{
    if (m_standing.removeAll(id) > 0)
        Q_EMIT NotificationClosed(id, 3);
}

QString NotificationDesk::GetServerInformation(QString &vendor, QString &version, QString &specification)
{
    vendor = QStringLiteral("test");
    version = QStringLiteral("1");
    specification = QStringLiteral("1.2");
    return QStringLiteral("desk");
}

void turnUntil(const std::function<bool()> &condition)
{
    QEventLoop loop;
    QTimer look;
    int rounds = 0;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition() || ++rounds > 1000)
            loop.quit();
    });
    look.start(10);
    loop.exec();
    REQUIRE(condition());
}

} // namespace faltakt::test
