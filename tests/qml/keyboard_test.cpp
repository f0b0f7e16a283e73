// Every screen of the tour is worked by Tab alone: it reaches everything that can be pressed or written in, in the order of
// the page, never below a bar, and comes round.
#include "qml/app/tour_camera.h"
#include "tests/qml/app_states.h"
#include "tests/support/catch.h"
#include "tests/support/scene_items.h"

#include <QTest>

using namespace faltakt;
using namespace faltakt::test;

namespace {

constexpr int MostSteps = 400;

bool isInOverlay(QQuickItem *item)
{
    for (QQuickItem *each = item; each; each = each->parentItem())
        if (each->inherits("QQuickOverlay"))
            return true;
    return false;
}

qsizetype openSheets(AppHarness &app)
{
    const QList<QQuickItem *> items = itemsInSight(app.window());
    return std::ranges::count_if(items, [](QQuickItem *item) { return item->inherits("QQuickPopupItem"); });
}

QString called(QQuickItem *item)
{
    return item ? QString::fromLatin1(item->metaObject()->className()).section(QLatin1Char('_'), 0, 0)
                      + QStringLiteral(" '") + AppHarness::nameOf(item) + QLatin1Char('\'')
                : QStringLiteral("nothing");
}

/// What has to be reached: in the sheet alone where one lies open.
QList<QQuickItem *> workable(AppHarness &app)
{
    QList<QQuickItem *> items;
    for (QQuickItem *item : app.elements()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        QAccessibleActionInterface *actions = interface->actionInterface();
        const bool isPressable = actions && actions->actionNames().contains(QAccessibleActionInterface::pressAction());
        if ((isPressable || interface->role() == QAccessible::EditableText) && item->isEnabled())
            items.append(item);
    }
    if (std::ranges::any_of(items, isInOverlay))
        items.removeIf([](QQuickItem *item) { return !isInOverlay(item); });
    return items;
}

struct Round {
    QList<QPointer<QQuickItem>> visited; ///< Rows of a list come and go as it scrolls.
    QStringList way;
    QStringList faults;
};

bool isOf(const QQuickItem *item, const char *type)
{
    const QByteArray name = item->metaObject()->className();
    return name == type || name.startsWith(QByteArray(type) + "_QML");
}

const QQuickItem *above(const QQuickItem *item, const char *type)
{
    for (const QQuickItem *each = item; each; each = each->parentItem())
        if (isOf(each, type))
            return each;
    return nullptr;
}

QString placed(const QRectF &place)
{
    return QStringLiteral(" at %1,%2 %3x%4")
        .arg(qRound(place.x()))
        .arg(qRound(place.y()))
        .arg(qRound(place.width()))
        .arg(qRound(place.height()));
}

void checkSight(AppHarness &app, QQuickItem *item, QStringList &faults)
{
    const QRectF seen = partInSight(item).intersected(QRectF(QPointF(), app.window().size()));
    if (seen.width() < 8 || seen.height() < std::min(item->height(), 20.0)) {
        faults += QStringLiteral("focused out of sight: ") + called(item)
                  + placed(item->mapRectToScene(QRectF(0, 0, item->width(), item->height())));
        return;
    }
    // What can only be written in or read takes no presses.
    QQuickItem *hit = pointerTargetAt(app.window(), seen.center());
    for (QQuickItem *each = hit; each; each = each->parentItem())
        if (each == item)
            return;
    if (hit && (item->acceptedMouseButtons() & Qt::LeftButton))
        faults += QStringLiteral("focused below %1: %2").arg(called(hit), called(item)) + placed(seen);
}

/// Back up the page, and not in a column further right.
bool goesBack(QQuickItem *from, QQuickItem *to)
{
    QQuickItem *scroller = scrollerOf(from);
    if (!scroller || scroller != scrollerOf(to))
        return false;
    const QRectF before = from->mapRectToItem(scroller, from->boundingRect());
    const QRectF after = to->mapRectToItem(scroller, to->boundingRect());
    return after.bottom() <= before.top() && after.left() < before.right();
}

/// Pages come first, then what lies in their corner, then the navigation; in a page its header comes first.
int rankOf(const QQuickItem *item)
{
    if (above(item, "NavBar") || above(item, "NavRail"))
        return 3;
    if (above(item, "Corner"))
        return 2;
    return above(item, "PageHeader") ? 0 : 1;
}

/// A round that does not begin at the first has one end to come over.
void checkOrder(QQuickItem *before, QQuickItem *now, int &ends, Round &round)
{
    if (rankOf(before) >= 2 && rankOf(now) < 2 && ++ends == 1)
        return;
    const QQuickItem *host = above(now, "PageHost");
    const bool isSamePlace = host == above(before, "PageHost");
    const bool isOtherPage = host && !isSamePlace && above(before, "PageHost");
    if (goesBack(before, now) || (!isOtherPage && rankOf(now) < rankOf(before)))
        round.faults += QStringLiteral("from %1 back to %2").arg(called(before), called(now));
}

/// The ring of keyboard focus: nothing else is drawn with so wide a pen.
bool hasRing(QQuickItem *item)
{
    constexpr int RingWidth = 3;
    if (!item->isVisible())
        return false;
    const auto *pen = item->property("border").value<QObject *>();
    if (item->inherits("QQuickRectangle") && pen && pen->property("width").toInt() == RingWidth)
        return true;
    const QList<QQuickItem *> children = item->childItems();
    return std::ranges::any_of(children, hasRing);
}

/// Fields show the focus by their plane, everything else by a ring.
bool showsFocus(QQuickItem *item)
{
    const auto *background = item->property("background").value<QQuickItem *>();
    return (background && isOf(background, "FieldPlane") && background->property("focused").toBool()) || hasRing(item);
}

Round tabRound(AppHarness &app)
{
    Round round;
    int ends = 0;
    const QPointer<QQuickItem> start = app.focused();
    QPointer<QQuickItem> before;
    for (int step = 0; step < MostSteps; ++step) {
        QTest::keyClick(&app.window(), Qt::Key_Tab);
        QCoreApplication::processEvents();
        QQuickItem *now = app.focused();
        if (!now) {
            round.faults += QStringLiteral("the focus is lost");
            break;
        }
        if (round.visited.contains(now)) {
            if (now != round.visited.front())
                round.faults += QStringLiteral("caught, back at ") + called(now);
            break;
        }
        if (before)
            checkOrder(before, now, ends, round);
        // What is alone in its sheet keeps what it had.
        if (now != start && !showsFocus(now))
            round.faults += QStringLiteral("shows no focus: ") + called(now);
        checkSight(app, now, round.faults);
        round.visited.append(now);
        round.way += called(now);
        before = now;
    }
    return round;
}

Round walkOnce(AppHarness &app)
{
    // Those that a list makes while it scrolls come and go; what is there at the beginning has to be reached.
    QList<QPointer<QQuickItem>> wanted;
    for (QQuickItem *item : workable(app))
        wanted.append(item);
    Round round = tabRound(app);
    for (const QPointer<QQuickItem> &item : wanted)
        if (item && item->isVisible() && item->isEnabled() && !round.visited.contains(item))
            round.faults += QStringLiteral("not reached: ") + called(item);
    return round;
}

void walk(AppHarness &app, const QString &name)
{
    Round round = walkOnce(app);
    // On a busy machine a list may still make its rows while the first walk goes through them.
    for (int more = 0; more < 2 && !round.faults.isEmpty(); ++more) {
        app.settle();
        round = walkOnce(app);
    }
    INFO("screen " << name.toStdString() << "\n  " << round.faults.join(QStringLiteral("\n  ")).toStdString()
                   << "\n  the way: " << round.way.join(QStringLiteral(" > ")).toStdString());
    CHECK(round.faults.isEmpty());
    CHECK_FALSE(round.visited.isEmpty());
}

} // namespace

TEST_CASE("Tab reaches everything on every screen, in order and in sight")
{
    const QSize size = GENERATE(QSize(390, 844), QSize(1280, 800));
    AppHarness app({.size = size});
    protectSomebody(app);
    visitEveryScreen(app, [&](const QString &name) { walk(app, name); });
}

TEST_CASE("Tab reaches everything on the pages that make a device a worker's")
{
    const QSize size = GENERATE(QSize(390, 844), QSize(1280, 800));
    AppHarness app({.size = size, .unlocks = false});
    app.app().addWorker();
    app.settle();
    walk(app, QStringLiteral("enrol"));
    app.app().enrolPage()->scan()->open();
    app.camera().see(app::codeOnPaper());
    app.settle();
    walk(app, QStringLiteral("enrol-scan"));
    app.camera().fail(platform::ScanFault::Lost);
    app.settle();
    walk(app, QStringLiteral("enrol-scan-lost"));
}

TEST_CASE("Esc closes what lies on top, and the focus comes back to where it was")
{
    AppHarness app;
    QQuickItem *opener = app.findPressable(QStringLiteral("Akut"));
    REQUIRE(opener);
    opener->forceActiveFocus(Qt::TabFocusReason);
    app.key(Qt::Key_Return);
    REQUIRE(app.focused());
    CHECK(isInOverlay(app.focused()));
    CHECK(showsFocus(app.focused()));
    app.key(Qt::Key_Escape);
    CHECK(app.focused() == opener);
    CHECK(showsFocus(opener));

    app.key(Qt::Key_N, Qt::ControlModifier);
    CHECK(app.app().navigator()->depth() == 2);
    app.key(Qt::Key_Escape);
    CHECK(app.app().navigator()->depth() == 1);
    CHECK(app.focused() == opener);
}

TEST_CASE("Esc leaves every screen: first what lies over the page, then the page, but for one in a person's hands")
{
    AppHarness app;
    protectSomebody(app);
    visitEveryScreen(app, [&](const QString &name) {
        INFO("screen " << name.toStdString());
        if (app.app().navigator()->isSealed()) {
            const int depth = app.app().navigator()->depth();
            for (int presses = 0; presses < 4; ++presses)
                app.key(Qt::Key_Escape);
            // Or it locks: the way back to the file goes through the PIN in either case.
            if (app.app().cover() == viewmodels::AppViewModel::Cover::Lock)
                return;
            CHECK(app.app().navigator()->isSealed());
            CHECK(app.app().navigator()->depth() == depth);
            return;
        }
        // A talk goes back step by step.
        for (int presses = 0; presses < 4 && (openSheets(app) > 0 || app.app().navigator()->depth() > 1); ++presses)
            app.key(Qt::Key_Escape);
        INFO("the focus is on " << called(app.focused()).toStdString());
        CHECK(openSheets(app) == 0);
        CHECK(app.app().navigator()->depth() == 1);
    });
}
