// The frame around the pages, for every width, and the corner that never moves.
#include "platform/fake/fake_telephone.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

using faltakt::test::AppHarness;
using faltakt::test::HarnessPlan;
using faltakt::viewmodels::AppViewModel;
using faltakt::viewmodels::Router;

namespace {

HarnessPlan sized(int width, int height, qreal textScale = 1.0)
{
    HarnessPlan plan;
    plan.size = {width, height};
    plan.textScale = textScale;
    return plan;
}

QRectF sceneRect(QQuickItem *item) { return item->mapRectToScene(item->boundingRect()); }

QQuickItem *require(AppHarness &harness, const QString &name)
{
    QQuickItem *item = harness.findPressable(name);
    INFO(name.toStdString());
    REQUIRE(item);
    return item;
}

} // namespace

TEST_CASE("a phone has its places along the bottom")
{
    AppHarness harness(sized(390, 844));
    const QRectF place = sceneRect(require(harness, QStringLiteral("Personer")));
    CHECK(place.top() > 844 - 100);
    CHECK(sceneRect(require(harness, QStringLiteral("Nytt"))).top() > 844 - 100);
}

TEST_CASE("a phone on its side and a tablet have their places along the left")
{
    const QSize size = GENERATE(QSize(844, 390), QSize(700, 900), QSize(1280, 800));
    AppHarness harness(sized(size.width(), size.height()));
    const QRectF place = sceneRect(require(harness, QStringLiteral("Personer")));
    CHECK(place.right() < 100);
}

TEST_CASE("a tablet shows a page beside its place, a phone in its stead")
{
    AppHarness tablet(sized(1280, 800));
    tablet.app().openSettings();
    tablet.settle();
    CHECK(tablet.shows(QStringLiteral("I dag")));
    CHECK_FALSE(tablet.shows(QStringLiteral("Välj något i listan")));
    tablet.app().back();
    tablet.settle();
    CHECK(tablet.shows(QStringLiteral("Välj något i listan")));
}

TEST_CASE("on a phone a page hides the places until it is closed")
{
    AppHarness phone(sized(390, 844));
    phone.app().openSettings();
    phone.settle();
    CHECK_FALSE(phone.findPressable(QStringLiteral("Nytt")));
    phone.app().back();
    phone.settle();
    CHECK(phone.findPressable(QStringLiteral("Nytt")));
}

TEST_CASE("Akut stays in the same corner on places, pages and covers")
{
    const qreal scale = GENERATE(1.0, 2.0);
    AppHarness harness(sized(390, 844, scale));
    const QString akut = QStringLiteral("Akut");
    const QRectF atPlace = sceneRect(require(harness, akut));
    harness.app().openSettings();
    harness.settle();
    CHECK(sceneRect(require(harness, akut)).top() == atPlace.top());
    harness.app().lockNow();
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    harness.settle();
    const QRectF locked = sceneRect(require(harness, akut));
    CHECK(locked.top() == atPlace.top());
    CHECK(locked.right() > 390 - 16);
}

TEST_CASE("Akut opens with one tap while the device is locked")
{
    HarnessPlan plan;
    plan.unlocks = false;
    AppHarness harness(plan);
    harness.tap(QStringLiteral("Akut"));
    CHECK(harness.app().emergencySheet()->isOpen());
    CHECK(harness.taps() == 1);
}

TEST_CASE("names are hidden by one tap, and the button says so")
{
    AppHarness harness;
    harness.tap(QStringLiteral("Dölj namn"));
    CHECK(harness.composition().settings().namesHidden());
    CHECK(harness.findPressable(QStringLiteral("Namn dolda")));
}

TEST_CASE("the menu behind the worker's name locks, and is gone after unlocking")
{
    AppHarness harness;
    harness.tap(QStringLiteral("Mer"));
    harness.tap(QStringLiteral("Elin Lund"));
    harness.tap(QStringLiteral("Lås nu"));
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    CHECK_FALSE(harness.findPressable(QStringLiteral("Lås nu")));
    harness.unlock();
    CHECK_FALSE(harness.app().isMenuOpen());
}

TEST_CASE("where there is room the initials open the same menu")
{
    AppHarness harness(sized(1280, 800));
    harness.tap(QStringLiteral("Profil, Elin Lund"));
    CHECK(harness.app().isMenuOpen());
}

TEST_CASE("training says on every page that nobody is real")
{
    AppHarness harness;
    CHECK(harness.shows(QStringLiteral("Påhittade personer")));
    harness.app().lockNow();
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Påhittade personer")));
}

TEST_CASE("nothing of the frame is cut off or lies over something else")
{
    const QSize size = GENERATE(QSize(390, 844), QSize(844, 390), QSize(1280, 800));
    const qreal scale = GENERATE(1.0, 1.5, 2.0);
    HarnessPlan plan = sized(size.width(), size.height(), scale);
    plan.unlocks = false;
    AppHarness harness(plan);
    CHECK(harness.textFaults().join(QStringLiteral("\n")).toStdString() == "");
    harness.app().addWorker();
    harness.settle();
    CHECK(harness.textFaults().join(QStringLiteral("\n")).toStdString() == "");
}

TEST_CASE("the models of the frame keep the contract of item models")
{
    AppHarness harness;
    const QAbstractItemModelTester places(harness.app().places(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester pages(harness.app().navigator(),
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester cards(harness.app().harmlessPage(),
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    harness.app().openSettings();
    harness.app().goTo(Router::Place::People);
    harness.composition().settings().setLanguage(QStringLiteral("en"));
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 1);
    CHECK(harness.app().harmlessPage()->rowCount() > 0);
}

TEST_CASE("a number is dialled without what people put between the digits")
{
    using namespace faltakt::platform;
    FakeTelephone telephone;
    CHECK(telephone.call("070-174 06 05"));
    CHECK(telephone.call("+46 70 174 06 06"));
    CHECK_FALSE(telephone.call("okänt"));
    CHECK(telephone.calls() == std::vector<std::string>{"tel:0701740605", "tel:+46701740606"});
    CHECK_FALSE(FakeTelephone(false).call("112"));
}
