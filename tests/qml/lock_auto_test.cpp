// The lock that comes by itself.
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QTimer>

#include <algorithm>

using namespace faltakt;
using test::AppHarness;
using viewmodels::AppViewModel;
using viewmodels::AutoLock;

namespace {

/// The one timer of the lock, so that a test need not wait for minutes.
QTimer &timerOf(AppHarness &harness)
{
    auto *timer = harness.app().autoLock()->findChild<QTimer *>();
    REQUIRE(timer);
    return *timer;
}

void letTimePass(AppHarness &harness)
{
    timerOf(harness).start(0);
    harness.settle();
}

} // namespace

TEST_CASE("half a minute before the lock a banner says so, and one press goes on working")
{
    AppHarness harness;
    letTimePass(harness);
    CHECK(harness.shows(QStringLiteral("Låses om 30 sekunder")));
    harness.tap(QStringLiteral("Fortsätt arbeta"));
    CHECK_FALSE(harness.shows(QStringLiteral("Låses om 30 sekunder")));
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
}

TEST_CASE("without a touch the lock comes after the banner")
{
    AppHarness harness;
    letTimePass(harness);
    letTimePass(harness);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("the first touch after a sleep longer than the limit locks and does nothing else")
{
    AppHarness harness;
    harness.composition().settings().setAutoLockMinutes(5);
    harness.clock().advance(std::chrono::minutes(6));
    harness.key(Qt::Key_F1);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("a touch in time keeps the app open")
{
    AppHarness harness;
    harness.composition().settings().setAutoLockMinutes(5);
    for (int minute = 0; minute < 12; minute += 4) {
        harness.clock().advance(std::chrono::minutes(4));
        harness.key(Qt::Key_Shift);
    }
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
}

TEST_CASE("a clock that was set back does not lengthen the time")
{
    AppHarness harness;
    harness.composition().settings().setAutoLockMinutes(5);
    const auto now = harness.clock().now();
    harness.clock().advance(std::chrono::minutes(6));
    harness.clock().setWall(now - std::chrono::hours(1));
    harness.key(Qt::Key_Shift);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("a talk may lie untouched for a quarter of an hour")
{
    AppHarness harness;
    harness.composition().settings().setAutoLockMinutes(5);
    harness.app().autoLock()->setInTalk(true);
    harness.clock().advance(std::chrono::minutes(14));
    harness.key(Qt::Key_Shift);
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
    harness.clock().advance(AutoLock::TalkLimit);
    harness.key(Qt::Key_Shift);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("what is about violence lies open for four minutes at most, and no longer than was chosen")
{
    AppHarness harness;
    const int chosen = GENERATE(15, 2);
    harness.composition().settings().setAutoLockMinutes(chosen);
    harness.app().autoLock()->setInSafeTalk(true);
    const auto limit = std::min<std::chrono::seconds>(std::chrono::minutes(chosen), AutoLock::SafeTalkLimit);
    harness.clock().advance(limit - std::chrono::seconds(40));
    harness.key(Qt::Key_Shift);
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
    harness.clock().advance(limit);
    harness.key(Qt::Key_Shift);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("nothing ticks while the app waits for the lock")
{
    AppHarness harness;
    CHECK(timerOf(harness).isSingleShot());
    CHECK(timerOf(harness).remainingTime() > 30'000);
}
