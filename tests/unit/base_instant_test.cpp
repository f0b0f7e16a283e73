#include "core/base/clock.h"
#include "core/base/instant.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using namespace std::chrono_literals;

namespace {

bool refused(std::string_view text)
{
    const auto instant = base::parseInstant(text);
    return !instant && instant.error().code() == base::ErrorCode::InvalidInput;
}

} // namespace

TEST_CASE("a moment is written in UTC with milliseconds only where there are some")
{
    CHECK(base::formatInstant(base::instantFromMs(0)) == "1970-01-01T00:00:00Z");
    CHECK(base::formatInstant(base::instantFromMs(1'772'370'420'000)) == "2026-03-01T13:07:00Z");
    CHECK(base::formatInstant(base::instantFromMs(1'772'370'420'007)) == "2026-03-01T13:07:00.007Z");
    CHECK(base::formatInstant(base::instantFromMs(-1)) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("a written moment is read as the same")
{
    const auto first = base::toMs(base::parseInstant("1900-01-01T00:00:00Z").value());
    const auto last = base::toMs(base::parseInstant("2200-12-31T23:59:59.999Z").value());
    CHECK(rc::check([&] {
        const auto instant = base::instantFromMs(*rc::gen::inRange(first, last + 1));
        RC_ASSERT(base::parseInstant(base::formatInstant(instant)).value() == instant);
    }));
}

TEST_CASE("offsets, missing seconds and short fractions name the same moment")
{
    const auto noon = base::parseInstant("2026-07-01T12:00:00Z").value();
    CHECK(base::parseInstant("2026-07-01T14:00:00+02:00").value() == noon);
    CHECK(base::parseInstant("2026-07-01T14:00+02:00").value() == noon);
    CHECK(base::parseInstant("2026-07-01T08:30:00-03:30").value() == noon);
    CHECK(base::parseInstant("2026-07-01T12:00Z").value() == noon);
    CHECK(base::parseInstant("2026-07-01T12:00:00.5Z").value() == noon + 500ms);
    CHECK(base::parseInstant("2026-07-01T12:00:00.050Z").value() == noon + 50ms);
}

TEST_CASE("a text that names no moment is refused")
{
    for (const char *text : {"",
                             "2026-07-01",
                             "2026-07-01T12:00:00",
                             "2026-07-01 12:00:00Z",
                             "2026-07-01T24:00:00Z",
                             "2026-07-01T12:60:00Z",
                             "2026-07-01T12:00:61Z",
                             "2026-02-29T12:00:00Z",
                             "2026-13-01T12:00:00Z",
                             "2026-00-01T12:00:00Z",
                             "2026-07-00T12:00:00Z",
                             "2026-07-01T12:00:00.Z",
                             "2026-07-01T12:00:00.0000Z",
                             "2026-07-01T12:00:00+2:00",
                             "2026-07-01T12:00:00+0200",
                             "2026-07-01T12:00:00+15:00",
                             "2026-07-01T12:00:00+01:60",
                             "2026-07-01T12:00:00Zz",
                             " 2026-07-01T12:00:00Z",
                             "2026-07-01T12:00:00z",
                             "1899-12-31T23:59:59Z",
                             "2201-01-01T00:00:00Z",
                             "-026-07-01T12:00:00Z",
                             "+2026-07-01T12:00:00Z",
                             "2026-7-1T12:00:00Z"})
        CHECK((refused(text) ? "" : text) == std::string());
}

TEST_CASE("a day is written and read as year, month, day")
{
    using namespace std::chrono;
    CHECK(base::formatDate(2026y / March / 1) == "2026-03-01");
    CHECK(base::parseDate("2024-02-29").value() == 2024y / February / 29);
    CHECK(base::parseDate("1850-01-01"));
    for (const char *text :
         {"", "2026-3-1", "2025-02-29", "20260301", "2026-03-01T00:00", "1849-12-31", "2201-01-01", "2026-03-32"})
        CHECK_FALSE(base::parseDate(text));
}

TEST_CASE("setting the wall clock does not move monotonic time")
{
    base::ManualClock clock(base::instantFromMs(1000));
    clock.advance(5s);
    clock.setWall(base::instantFromMs(0));
    CHECK(clock.now() == base::instantFromMs(0));
    CHECK(clock.elapsed() == 5s);
}
