#include "core/base/date_words.h"

#include "tests/support/catch.h"

using namespace faltakt::base;

namespace {

Date day(std::string_view text) { return *parseDate(text); }

} // namespace

TEST_CASE("a day is written with its weekday, and with the year where it is another one")
{
    CHECK(dayWords(day("2025-10-17"), day("2025-10-01"), Language::Swedish) == "fredag 17 oktober");
    CHECK(dayWords(day("2025-10-17"), day("2025-10-01"), Language::English) == "Friday 17 October");
    CHECK(dayWords(day("2025-10-17"), day("2026-10-01"), Language::Swedish) == "fredag 17 oktober 2025");
}

TEST_CASE("weekdays run from Sunday to Saturday in both languages")
{
    CHECK(weekdayShortName(day("2026-10-18"), Language::Swedish) == "sön");
    CHECK(weekdayShortName(day("2026-10-24"), Language::Swedish) == "lör");
    CHECK(weekdayName(day("2026-10-19"), Language::English) == "Monday");
}

TEST_CASE("a month stands alone in its own year")
{
    CHECK(monthWords(day("2026-03-05"), day("2026-10-01"), Language::Swedish) == "mars");
    CHECK(monthWords(day("2025-03-05"), day("2026-10-01"), Language::English) == "March 2025");
    CHECK(monthName(12, Language::Swedish) == "december");
}

TEST_CASE("a time of day has two digits for hours and minutes")
{
    CHECK(clockWords(std::chrono::minutes(9 * 60 + 5)) == "09:05");
    CHECK(clockWords(std::chrono::minutes(13 * 60 + 7)) == "13:07");
}
