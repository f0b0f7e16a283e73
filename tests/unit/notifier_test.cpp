// Notifications as the desktop gets them, on a bus of the test's own.
#include "platform/linux/desktop_notifier.h"
#include "tests/support/catch.h"
#include "tests/support/notification_desk.h"

#include <QCoreApplication>
#include <QTimer>

#include <array>

using namespace faltakt;
using platform::DesktopNotifier;
using platform::Notification;
using Permission = platform::Notifier::Permission;

namespace {

void ensureApplication()
{
    static int count = 1;
    static std::array<char, 8> name{"faltakt"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static QCoreApplication application(count, arguments.data());
    QCoreApplication::setApplicationName(QStringLiteral("faltakt"));
}

const Notification Two{"Fältakt", "Uppgifter: 2\nAtt ringa: 1", {{"later", "Om en timme"}}};
const Notification Three{"Fältakt", "Uppgifter: 3", {}};

/// A notifier and somebody who shows what it has to say.
struct Desk {
    Desk()
    {
        ensureApplication();
        notifier.watch({.opened = [this] { ++opened; },
                        .chosen = [this](const std::string &id) { chosen.push_back(id); },
                        .closed = [this] { ++closed; },
                        .permissionChanged = [this] { ++permissionChanges; }});
    }
    void come()
    {
        REQUIRE(desk.come());
        test::turnUntil([this] { return notifier.permission() == Permission::Granted; });
    }
    uint show(const Notification &notification)
    {
        const auto before = desk.all().size();
        notifier.show(notification);
        test::turnUntil([&] { return desk.all().size() > before; });
        settle();
        return desk.all().back().id;
    }
    /// Until an answer that is on its way has come: whoever asks after it is answered after it.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            bool isDone = false;
            QTimer::singleShot(20, &desk, [&] { isDone = true; });
            test::turnUntil([&] { return isDone; });
        }
    }

    test::PrivateBus bus;
    test::NotificationDesk desk{bus.connect(QStringLiteral("desk"))};
    DesktopNotifier notifier{bus.connect(QStringLiteral("app"))};
    int opened = 0;
    int closed = 0;
    int permissionChanges = 0;
    std::vector<std::string> chosen;
};

} // namespace

TEST_CASE("where nobody shows notifications the app is told so, and whoever comes later is found")
{
    Desk desk;
    test::turnUntil([&] { return desk.notifier.permission() == Permission::Missing; });
    desk.notifier.show(Two);
    desk.come();
    CHECK(desk.show(Two) != 0);
    desk.desk.go();
    test::turnUntil([&] { return desk.notifier.permission() == Permission::Missing; });
    CHECK(desk.permissionChanges >= 3);
}

TEST_CASE("a notification is shown with its words and its buttons, and nothing else goes over the bus")
{
    Desk desk;
    desk.come();
    desk.show(Two);
    REQUIRE(desk.desk.all().size() == 1);
    CHECK(desk.desk.all().front().everything
          == QStringList{QStringLiteral("faltakt"), QString(), QStringLiteral("Fältakt"),
                         QStringLiteral("Uppgifter: 2\nAtt ringa: 1"), QStringLiteral("default"), QString(),
                         QStringLiteral("later"), QStringLiteral("Om en timme"), QStringLiteral("-1"),
                         QStringLiteral("desktop-entry"), QStringLiteral("faltakt")});
}

TEST_CASE("the next one stands in the stead of the first")
{
    Desk desk;
    desk.come();
    const uint first = desk.show(Two);
    CHECK(desk.show(Three) == first);
    CHECK(desk.desk.standing() == QList<uint>{first});
}

TEST_CASE("two at once leave one standing, the later")
{
    Desk desk;
    desk.come();
    desk.notifier.show(Two);
    desk.notifier.show(Three);
    test::turnUntil([&] { return desk.desk.all().size() == 2; });
    test::turnUntil([&] { return desk.desk.standing().size() == 1; });
    CHECK(desk.desk.standing().front() == desk.desk.all().back().id);
}

TEST_CASE("what is withdrawn goes, also where the desktop has not said yet what it calls it")
{
    Desk desk;
    desk.come();
    desk.show(Two);
    desk.notifier.withdraw();
    test::turnUntil([&] { return desk.desk.standing().isEmpty(); });
    desk.notifier.show(Three);
    desk.notifier.withdraw();
    test::turnUntil([&] { return desk.desk.all().size() == 2; });
    test::turnUntil([&] { return desk.desk.standing().isEmpty(); });
    CHECK(desk.closed == 0);
}

TEST_CASE("a press and a button are told once, and what was pressed goes")
{
    Desk desk;
    desk.come();
    const uint first = desk.show(Two);
    desk.desk.press(first + 1, QStringLiteral("default")); // Somebody else's.
    desk.desk.press(first, QStringLiteral("default"));
    test::turnUntil([&] { return desk.opened == 1; });
    test::turnUntil([&] { return desk.desk.standing().isEmpty(); });
    desk.desk.press(first, QStringLiteral("default"));
    const uint second = desk.show(Two);
    desk.desk.press(second, QStringLiteral("later"));
    test::turnUntil([&] { return !desk.chosen.empty(); });
    CHECK(desk.chosen == std::vector<std::string>{"later"});
    CHECK(desk.opened == 1);
}

TEST_CASE("what somebody puts away is told, and the next one is a new one")
{
    Desk desk;
    desk.come();
    const uint first = desk.show(Two);
    desk.desk.putAway(first);
    test::turnUntil([&] { return desk.closed == 1; });
    CHECK(desk.show(Three) != first);
    CHECK(desk.desk.all().back().replaced == 0);
}

TEST_CASE("a program that ends takes its notification with it")
{
    ensureApplication();
    test::PrivateBus bus;
    test::NotificationDesk desk(bus.connect(QStringLiteral("desk")));
    REQUIRE(desk.come());
    {
        DesktopNotifier notifier(bus.connect(QStringLiteral("app")));
        notifier.watch({});
        test::turnUntil([&] { return notifier.permission() == Permission::Granted; });
        notifier.show(Two);
        test::turnUntil([&] { return desk.standing().size() == 1; });
        // Once it can be replaced, the program knows what the desktop calls it.
        test::turnUntil([&] {
            notifier.show(Three);
            return desk.all().back().replaced != 0;
        });
    }
    test::turnUntil([&] { return desk.standing().isEmpty(); });
}
