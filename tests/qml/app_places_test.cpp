// The app's frame: it opens, shows its places, and is left in order.
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using faltakt::test::AppHarness;
using faltakt::viewmodels::Router;

TEST_CASE("the app opens on I dag with the store unlocked")
{
    AppHarness harness;
    CHECK(harness.app().place() == Router::Place::Today);
    CHECK(harness.app().cover() == faltakt::viewmodels::AppViewModel::Cover::None);
    CHECK(harness.shows(QStringLiteral("I dag")));
}

TEST_CASE("a killed app comes back locked with all that was stored")
{
    AppHarness harness;
    const auto before =
        harness.inStore<qint64>([](faltakt::viewmodels::OpenStore &store) -> faltakt::base::Result<qint64> {
            TRY(const auto counts, store.cases.counts());
            return counts.changes;
        });
    harness.killAndRestart();
    CHECK(harness.app().cover() == faltakt::viewmodels::AppViewModel::Cover::Lock);
    harness.unlock();
    const auto after =
        harness.inStore<qint64>([](faltakt::viewmodels::OpenStore &store) -> faltakt::base::Result<qint64> {
            TRY(const auto counts, store.cases.counts());
            return counts.changes;
        });
    REQUIRE(before.has_value());
    REQUIRE(after.has_value());
    CHECK(*after == *before);
}
