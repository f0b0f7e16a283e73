// Figures without small cells: not told, not to be had by difference, not by whoever knows the rule.
#include "core/rules/lob_statistics.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

using Counts = std::vector<std::int64_t>;
using Told = std::vector<std::pair<std::vector<std::size_t>, std::int64_t>>;

Told told(const Counts &counts)
{
    Told all;
    for (const CellBlock &block : rollUp(counts))
        all.emplace_back(block.cells, block.count);
    return all;
}

/// Every way to spread the reports over the cells.
void spread(std::size_t cells, std::int64_t reports, Counts &counts, const std::function<void(const Counts &)> &each)
{
    if (counts.size() + 1 == cells) {
        counts.push_back(reports);
        each(counts);
        counts.pop_back();
        return;
    }
    for (std::int64_t here = 0; here <= reports; ++here) {
        counts.push_back(here);
        spread(cells, reports - here, counts, each);
        counts.pop_back();
    }
}

std::vector<CountedReport> reports(int count, const CountedReport &like)
{
    return std::vector<CountedReport>(std::size_t(count), like);
}

base::Date day(std::string_view text) { return *base::parseDate(text); }

std::vector<CountedCells> countYear(const std::vector<CountedReport> &reports)
{
    return countReports(reports, day("2026-01-01"), day("2026-12-31"));
}

std::int64_t countOf(const std::vector<CountedCells> &numbers, std::string_view table, const std::string &cell)
{
    for (const CountedCells &number : numbers)
        if (number.table == table && number.cells == std::vector<std::string>{cell})
            return number.count;
    return -1;
}

} // namespace

TEST_CASE("whoever knows the rule can tell no cell under five, in any table of up to five cells")
{
    for (std::size_t cells = 1; cells <= 5; ++cells)
        for (std::int64_t sum = LeastCount; sum <= 20; ++sum) {
            // What each cell could be where these numbers are told.
            std::map<Told, std::vector<std::set<std::int64_t>>> possible;
            Counts counts;
            spread(cells, sum, counts, [&](const Counts &table) {
                auto &values = possible[told(table)];
                values.resize(cells);
                for (std::size_t cell = 0; cell < cells; ++cell)
                    values[cell].insert(table[cell]);
            });
            for (const auto &[numbers, values] : possible)
                for (const std::set<std::int64_t> &each : values)
                    if (*each.begin() < LeastCount && each.size() == 1)
                        FAIL("a table of " << cells << " cells and " << sum << " reports gives a small cell away");
        }
}

TEST_CASE("the blocks cover every cell once, and each holds five or more")
{
    for (std::int64_t sum = 0; sum <= 16; ++sum) {
        Counts counts;
        spread(4, sum, counts, [&](const Counts &table) {
            std::vector<std::size_t> cells;
            std::int64_t all = 0;
            for (const CellBlock &block : rollUp(table)) {
                REQUIRE(block.count >= LeastCount);
                all += block.count;
                cells.insert(cells.end(), block.cells.begin(), block.cells.end());
            }
            REQUIRE(all == (sum < LeastCount ? 0 : sum));
            REQUIRE(cells.size() == (sum < LeastCount ? 0U : 4U));
            REQUIRE(std::ranges::is_sorted(cells));
        });
    }
}

TEST_CASE("fewer than five reports give no number at all")
{
    CHECK(countYear({}).empty());
    CHECK(countYear(reports(4, {})).empty());
    CHECK_FALSE(countYear(reports(5, {})).empty());
}

TEST_CASE("a report is counted in each table, by the Swedish clock")
{
    CountedReport report;
    // Saturday 23:40 in Sweden, and the same moment's Saturday in UTC.
    report.takenAt = *base::parseInstant("2026-10-17T21:40:00Z");
    report.sex = "m";
    report.age = 20;
    report.outcome = "tookAdvice";
    report.daysToContact = 2;
    auto all = reports(9, report);
    CountedReport other;
    other.sex = "f";
    const auto more = reports(9, other);
    all.insert(all.end(), more.begin(), more.end());
    const auto numbers = countYear(all);
    CHECK(countOf(numbers, "all", "all") == 18);
    CHECK(countOf(numbers, "sex", "m") == 9);
    CHECK(countOf(numbers, "accepted", "yes") == 9);
    CHECK(countOf(numbers, "accepted", "no") == 9);
    CHECK(countOf(numbers, "contacted", "yes") == 9);
    CHECK(countOf(numbers, "outcome", "tookAdvice") == -1);
    for (const CountedCells &number : numbers)
        CHECK(number.count >= LeastCount);
}

TEST_CASE("a report counts in the month of its own day, and a month with few is told with its neighbours")
{
    std::vector<CountedReport> all;
    const auto add = [&all](int count, std::string_view on) {
        CountedReport report;
        report.day = day(on);
        // Taken on the last night of the year before: the period and the month are of the day of registration.
        report.takenAt = *base::parseInstant("2025-12-31T22:30:00Z");
        for (const CountedReport &each : reports(count, report))
            all.push_back(each);
    };
    add(6, "2026-01-01");
    add(2, "2026-02-28");
    add(4, "2026-03-01");
    add(9, "2026-12-31");
    const auto numbers = countYear(all);
    CHECK(countOf(numbers, "month", "2026-01") == 6);
    std::vector<std::pair<std::size_t, std::int64_t>> told;
    for (const CountedCells &number : numbers)
        if (number.table == "month")
            told.emplace_back(number.cells.size(), number.count);
    CHECK(told == std::vector<std::pair<std::size_t, std::int64_t>>{{1, 6}, {2, 6}, {9, 9}});
}

TEST_CASE("what is told of the halves of a table takes no small cell out of the table")
{
    // Nine accepted and nine did not. In one table, four and five of both halves would stand as one number, and the sum of the
    // half would take them apart.
    std::vector<CountedReport> all;
    const auto add = [&all](int count, const char *outcome, std::optional<int> days) {
        CountedReport report;
        report.outcome = outcome;
        report.daysToContact = days;
        for (const CountedReport &each : reports(count, report))
            all.push_back(each);
    };
    add(6, "tookAdvice", 0);
    add(3, "investigationOpened", 1);
    add(4, "alreadyWithUs", 20);
    add(8, "noContact", {});
    const auto numbers = countYear(all);
    CHECK(countOf(numbers, "accepted", "yes") == 9);
    CHECK(countOf(numbers, "accepted", "no") == 12);
    CHECK(countOf(numbers, "contacted", "yes") == 13);
    CHECK(countOf(numbers, "contacted", "no") == 8);
    CHECK(countOf(numbers, "daysToContact", "none") == 8);
    std::int64_t accepted = 0;
    for (const CountedCells &number : numbers) {
        if (number.table != "outcome")
            continue;
        CHECK(number.count >= LeastCount);
        const bool hasYes = std::ranges::find(number.cells, "investigationOpened") != number.cells.end();
        CHECK_FALSE((hasYes && std::ranges::find(number.cells, "alreadyWithUs") != number.cells.end()));
        accepted += hasYes || number.cells.front() == "tookAdvice" ? number.count : 0;
    }
    CHECK(accepted == 9);
}

TEST_CASE("where one half is small, neither it nor a cell of the other is told")
{
    CountedReport many;
    many.outcome = "noContact";
    auto all = reports(20, many);
    CountedReport rare;
    rare.outcome = "tookAdvice";
    rare.daysToContact = 1;
    const auto few = reports(3, rare);
    all.insert(all.end(), few.begin(), few.end());
    for (const CountedCells &number : countYear(all)) {
        if (number.table == "accepted" || number.table == "contacted")
            CHECK(number.cells == std::vector<std::string>{"yes", "no"});
        if (number.table == "outcome")
            CHECK(number.cells.size() == 12);
        if (number.table == "daysToContact")
            CHECK(number.cells.size() == 8);
    }
}

TEST_CASE("a report's row tells what came of it, and how soon somebody talked with the person")
{
    CaseFacts facts;
    store::RecordView report;
    report.fields =
        *base::json::parse(R"({"takenAt":"2026-10-17T21:40:00Z","violent":true,"keptAt":"arrest"})")->object();
    ReportFacts known;
    known.id = report.id;
    known.received = *base::parseInstant("2026-10-19T07:00:00Z");
    known.age = 44;
    facts.reports = {known};
    const auto contact = [&](const char *at, const char *outcome, const char *result) {
        ContactFacts made;
        made.at = *base::parseInstant(at);
        made.outcome = outcome;
        made.result = result;
        facts.contacts.push_back(made);
    };
    CHECK(countedReport(report, "f", facts).outcome == "open");
    CHECK_FALSE(countedReport(report, "f", facts).daysToContact.has_value());
    contact("2026-10-20T07:00:00Z", "noAnswer", "tookAdvice");
    CHECK(countedReport(report, "f", facts).outcome == "open");
    contact("2026-10-21T07:00:00Z", "reached", "bookedVisit");
    const CountedReport row = countedReport(report, "f", facts);
    CHECK(row.outcome == "bookedVisit");
    CHECK(row.daysToContact == 2);
    CHECK(row.violent == std::optional(true));
    CHECK_FALSE(row.medicalCheck.has_value());
    contact("2026-10-22T07:00:00Z", "declined", "");
    CHECK(countedReport(report, "f", facts).outcome == "declined");
}

TEST_CASE("a row of the office's list counts with its age, as the office's")
{
    const auto row =
        *base::json::parse(R"({"takenAt":"2026-10-17T21:40:00Z","birthDate":"2010-01-01","sex":"m","violent":false})");
    const CountedReport counted = countedOfficeReport(row);
    CHECK(counted.age == 16);
    CHECK(counted.outcome == "office");
    CHECK(counted.violent == std::optional(false));
}
