#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QTimeZone>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

base::Date day(std::string_view text) { return *base::parseDate(text); }

std::map<std::string, std::string> linesOf(int year)
{
    std::map<std::string, std::string> lines;
    const auto days = nonWorkingDays(year);
    for (const NamedDay &named : *days)
        lines[base::formatDate(named.date)] = std::string(named.name) + "/" + std::string(dayKindName(named.kind));
    return lines;
}

bool isNamed(std::string_view date, std::string_view name)
{
    const auto found = namedDayOn(day(date));
    return found && found->name == name;
}

} // namespace

TEST_CASE("the free weekdays of 2024 are those of the printed calendar")
{
    CHECK(linesOf(2024)
          == std::map<std::string, std::string>{{"2024-01-01", "Nyårsdagen/holiday"},
                                                {"2024-03-29", "Långfredagen/holiday"},
                                                {"2024-04-01", "Annandag påsk/holiday"},
                                                {"2024-05-01", "Första maj/holiday"},
                                                {"2024-05-09", "Kristi himmelsfärdsdag/holiday"},
                                                {"2024-06-06", "Sveriges nationaldag/holiday"},
                                                {"2024-06-21", "Midsommarafton/eve"},
                                                {"2024-12-24", "Julafton/eve"},
                                                {"2024-12-25", "Juldagen/holiday"},
                                                {"2024-12-26", "Annandag jul/holiday"},
                                                {"2024-12-31", "Nyårsafton/eve"}});
}

TEST_CASE("the free weekdays of 2025 are those of the printed calendar")
{
    CHECK(linesOf(2025)
          == std::map<std::string, std::string>{{"2025-01-01", "Nyårsdagen/holiday"},
                                                {"2025-01-06", "Trettondedag jul/holiday"},
                                                {"2025-04-18", "Långfredagen/holiday"},
                                                {"2025-04-21", "Annandag påsk/holiday"},
                                                {"2025-05-01", "Första maj/holiday"},
                                                {"2025-05-29", "Kristi himmelsfärdsdag/holiday"},
                                                {"2025-06-06", "Sveriges nationaldag/holiday"},
                                                {"2025-06-20", "Midsommarafton/eve"},
                                                {"2025-12-24", "Julafton/eve"},
                                                {"2025-12-25", "Juldagen/holiday"},
                                                {"2025-12-26", "Annandag jul/holiday"},
                                                {"2025-12-31", "Nyårsafton/eve"}});
}

TEST_CASE("the free weekdays of 2026 leave out the holidays on a Saturday")
{
    CHECK(linesOf(2026)
          == std::map<std::string, std::string>{{"2026-01-01", "Nyårsdagen/holiday"},
                                                {"2026-01-06", "Trettondedag jul/holiday"},
                                                {"2026-04-03", "Långfredagen/holiday"},
                                                {"2026-04-06", "Annandag påsk/holiday"},
                                                {"2026-05-01", "Första maj/holiday"},
                                                {"2026-05-14", "Kristi himmelsfärdsdag/holiday"},
                                                {"2026-06-19", "Midsommarafton/eve"},
                                                {"2026-12-24", "Julafton/eve"},
                                                {"2026-12-25", "Juldagen/holiday"},
                                                {"2026-12-31", "Nyårsafton/eve"}});
}

TEST_CASE("the free weekdays of 2027 are those of the printed calendar")
{
    CHECK(linesOf(2027)
          == std::map<std::string, std::string>{{"2027-01-01", "Nyårsdagen/holiday"},
                                                {"2027-01-06", "Trettondedag jul/holiday"},
                                                {"2027-03-26", "Långfredagen/holiday"},
                                                {"2027-03-29", "Annandag påsk/holiday"},
                                                {"2027-05-06", "Kristi himmelsfärdsdag/holiday"},
                                                {"2027-06-25", "Midsommarafton/eve"},
                                                {"2027-12-24", "Julafton/eve"},
                                                {"2027-12-31", "Nyårsafton/eve"}});
}

TEST_CASE("Easter falls on its known days, the rare late and early ones too")
{
    for (const std::string_view known :
         {"1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
          "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18"})
        CHECK(easterSunday(int(day(known).year())) == day(known));
}

TEST_CASE("May Day on Ascension Day is one free day, not two")
{
    const auto days = *nonWorkingDays(2008);
    CHECK(std::ranges::count(days, day("2008-05-01"), &NamedDay::date) == 1);
}

TEST_CASE("the national day took Whit Monday's place in 2005")
{
    CHECK(isNamed("2004-05-31", "Annandag pingst"));
    CHECK(isWorkingDay(day("2003-06-06")));
    CHECK(isNamed("2005-06-06", "Sveriges nationaldag"));
    CHECK(isWorkingDay(day("2005-05-16")));
}

TEST_CASE("Midsummer and All Saints are Saturdays within their weeks in every year")
{
    for (int year = FirstCalendarYear; year <= LastCalendarYear; ++year) {
        for (const NamedDay &named : namedDays(year)) {
            const std::chrono::weekday weekday{std::chrono::sys_days(named.date)};
            if (named.name == "Midsommardagen") {
                REQUIRE(weekday == std::chrono::Saturday);
                REQUIRE(named.date.month() == std::chrono::June);
                REQUIRE(unsigned(named.date.day()) >= 20);
                REQUIRE(unsigned(named.date.day()) <= 26);
            }
            if (named.name == "Alla helgons dag") {
                REQUIRE(weekday == std::chrono::Saturday);
                REQUIRE(named.date >= base::Date(std::chrono::year(year) / 10 / 31));
                REQUIRE(named.date <= base::Date(std::chrono::year(year) / 11 / 6));
            }
        }
    }
}

TEST_CASE("a year outside the calendar is refused")
{
    CHECK_FALSE(nonWorkingDays(1952).has_value());
    CHECK(nonWorkingDays(1953).has_value());
    CHECK(nonWorkingDays(2199).has_value());
    CHECK_FALSE(nonWorkingDays(2200).has_value());
}

TEST_CASE("a named day is printed with date, name and kind")
{
    CHECK(base::json::serialise(toJson(*namedDayOn(day("2026-06-19"))))
          == R"({"date":"2026-06-19","name":"Midsommarafton","kind":"eve"})");
}

TEST_CASE("working days are counted past weekends and holidays")
{
    CHECK(addWorkingDays(day("2026-10-16"), 1) == day("2026-10-19")); // Friday to Monday
    CHECK(addWorkingDays(day("2026-10-17"), 3) == day("2026-10-21")); // from a Saturday
    CHECK(addWorkingDays(day("2026-12-22"), 3) == day("2026-12-29")); // over Christmas, 26th a Saturday
    CHECK(addWorkingDays(day("2026-12-30"), 1) == day("2027-01-04")); // over New Year
    CHECK(addWorkingDays(day("2026-04-02"), 1) == day("2026-04-07")); // over Easter
    CHECK(addWorkingDays(day("2025-06-19"), 1) == day("2025-06-23")); // over Midsummer
    CHECK(addWorkingDays(day("2026-04-07"), -1) == day("2026-04-02"));
    CHECK(addWorkingDays(day("2026-10-17"), 0) == day("2026-10-19"));
    CHECK(addWorkingDays(day("2026-10-16"), 0) == day("2026-10-16"));
}

TEST_CASE("a period of weeks or months ends on the next day on which somebody works")
{
    CHECK(endOfWeeks(day("2026-11-02"), 3) == day("2026-11-23"));
    CHECK(endOfWeeks(day("2026-12-04"), 3) == day("2026-12-28"));  // Christmas Day, then the weekend
    CHECK(endOfWeeks(day("2026-12-03"), 3) == day("2026-12-28"));  // Christmas Eve
    CHECK(endOfWeeks(day("2026-05-29"), 3) == day("2026-06-22"));  // Midsummer's Eve
    CHECK(endOfMonths(day("2026-01-31"), 1) == day("2026-03-02")); // 28 February is a Saturday
    CHECK(endOfMonths(day("2024-01-31"), 1) == day("2024-02-29"));
    CHECK(endOfMonths(day("2026-08-15"), 6) == day("2027-02-15"));
}

TEST_CASE("counting working days never ends on a day without work, and backwards undoes forwards")
{
    const auto anyDay = rc::gen::map(rc::gen::inRange(0, 90'000), [](int offset) {
        return base::Date(std::chrono::sys_days(std::chrono::year(1953) / 1 / 1) + std::chrono::days(offset));
    });
    CHECK(rc::check([&] {
        const base::Date from = *anyDay;
        const int count = *rc::gen::inRange(-30, 31);
        const base::Date end = addWorkingDays(from, count);
        RC_ASSERT(isWorkingDay(end));
        if (count > 0) {
            RC_ASSERT(end > from);
            int between = 0;
            for (base::Date each = addDays(from, 1); each <= end; each = addDays(each, 1))
                between += isWorkingDay(each) ? 1 : 0;
            RC_ASSERT(between == count);
        }
        if (isWorkingDay(from))
            RC_ASSERT(addWorkingDays(end, -count) == from);
        RC_ASSERT(isWorkingDay(endOfWeeks(from, 3)));
    }));
}

TEST_CASE("a day begins and ends by the Swedish clock, also when it has 23 or 25 hours")
{
    using std::chrono::seconds;
    CHECK(base::formatInstant(startOfDay(day("2026-01-15"))) == "2026-01-14T23:00:00Z");
    CHECK(base::formatInstant(endOfDay(day("2026-07-15"))) == "2026-07-15T21:59:59Z");
    CHECK(endOfDay(day("2026-03-29")) - startOfDay(day("2026-03-29")) == std::chrono::hours(23) - seconds(1));
    CHECK(endOfDay(day("2026-10-25")) - startOfDay(day("2026-10-25")) == std::chrono::hours(25) - seconds(1));
}

TEST_CASE("days agree with the system's time zone where it has one")
{
    const QTimeZone zone("Europe/Stockholm");
    if (!zone.isValid()) {
        WARN("no time-zone files here; the computed rule stands alone");
        return;
    }
    CHECK(rc::check([&] {
        // 1981 to 2037: the years for which every edition of the files holds the rule itself.
        const std::int64_t second = *rc::gen::inRange<std::int64_t>(347'155'200, 2'145'916'800);
        const auto instant = base::instantFromMs(second * 1000);
        const QDate theirs = QDateTime::fromSecsSinceEpoch(second, zone).date();
        const base::Date ours = casework::swedishDate(instant);
        RC_ASSERT(theirs == QDate(int(ours.year()), int(unsigned(ours.month())), int(unsigned(ours.day()))));
        RC_ASSERT(startOfDay(ours) <= instant);
        RC_ASSERT(instant < endOfDay(ours) + std::chrono::seconds(1));
    }));
}
