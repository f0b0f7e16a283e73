#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

#include <QTimeZone>

#include <rapidcheck.h>

using namespace faltakt;
using namespace std::chrono_literals;
using casework::LocalTime;

namespace {
base::Instant utc(std::string_view text) { return *base::parseInstant(text); }
LocalTime local(std::string_view date, std::chrono::minutes time) { return {*base::parseDate(date), time}; }
} // namespace

TEST_CASE("winter is one hour and summer two hours ahead of UTC")
{
    CHECK(casework::swedishTime(utc("2026-01-15T12:00:00Z")) == local("2026-01-15", 13h));
    CHECK(casework::swedishTime(utc("2026-07-15T22:30:00Z")) == local("2026-07-16", 30min));
    CHECK(casework::instantOf(local("2026-07-16", 30min)) == utc("2026-07-15T22:30:00Z"));
}

TEST_CASE("summer time of 2026 begins on 29 March and ends on 25 October")
{
    CHECK(casework::swedishOffset(utc("2026-03-29T00:59:59Z")) == 60min);
    CHECK(casework::swedishOffset(utc("2026-03-29T01:00:00Z")) == 120min);
    CHECK(casework::swedishOffset(utc("2026-10-25T00:59:59Z")) == 120min);
    CHECK(casework::swedishOffset(utc("2026-10-25T01:00:00Z")) == 60min);
}

TEST_CASE("the hour that comes twice is taken the first time, the hour left out as if the clock still ran")
{
    CHECK(casework::instantOf(local("2026-10-25", 2h + 30min)) == utc("2026-10-25T00:30:00Z"));
    CHECK(casework::instantOf(local("2026-10-25", 3h)) == utc("2026-10-25T02:00:00Z"));
    CHECK(casework::instantOf(local("2026-03-29", 2h + 30min)) == utc("2026-03-29T01:30:00Z"));
    CHECK(casework::instantOf(local("2026-03-29", 3h)) == utc("2026-03-29T01:00:00Z"));
}

TEST_CASE("a shown time leads back to a moment that shows the same")
{
    CHECK(rc::check("round trip", [] {
        const auto instant =
            base::Instant(std::chrono::minutes(*rc::gen::inRange<std::int64_t>(-10'000'000, 60'000'000)));
        const auto shown = casework::swedishTime(instant);
        RC_ASSERT(casework::swedishTime(casework::instantOf(shown)) == shown);
    }));
}

TEST_CASE("the rule agrees with the system's time-zone files where these are present")
{
    const QTimeZone stockholm("Europe/Stockholm");
    if (!stockholm.isValid()) {
        WARN("no time-zone files on this machine");
        return;
    }
    for (base::Instant instant = utc("1980-01-01T00:30:00Z"); instant < utc("2037-12-31T00:00:00Z"); instant += 3h) {
        const auto expected =
            stockholm.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(base::toMs(instant), Qt::UTC)) / 60;
        if (casework::swedishOffset(instant).count() != expected)
            FAIL(base::formatInstant(instant));
    }
    SUCCEED();
}
