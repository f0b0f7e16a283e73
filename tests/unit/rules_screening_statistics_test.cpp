// Figures on what was asked with questionnaires: which are counted, on which day, and nothing small.
#include "core/rules/screening_statistics.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

base::Date day(std::string_view text) { return *base::parseDate(text); }

store::RecordView assessment(const char *fields)
{
    store::RecordView view;
    view.id = *base::RecordId::parse("01890000-0000-7000-8000-000000000001");
    view.fields = *base::json::parse(fields)->object();
    return view;
}

store::RecordView signatureOf(const std::string &record)
{
    store::RecordView view;
    view.fields.append("record", record);
    return view;
}

void add(std::vector<CountedScreening> &all, int count, const char *instrument, std::string_view on,
         bool isSigned = true)
{
    for (int index = 0; index < count; ++index)
        all.push_back({day(on), instrument, isSigned});
}

std::vector<CountedCells> countYear(const std::vector<CountedScreening> &screenings)
{
    return countScreenings(screenings, day("2026-01-01"), day("2026-12-31"));
}

/// "cell cell: count".
std::vector<std::string> told(const std::vector<CountedCells> &numbers, std::string_view table)
{
    std::vector<std::string> lines;
    for (const CountedCells &number : numbers) {
        if (number.table != table)
            continue;
        std::string line;
        for (const std::string &cell : number.cells)
            line += (line.empty() ? "" : " ") + cell;
        lines.push_back(line + ": " + std::to_string(number.count));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("only what is completed counts, on its Swedish day")
{
    CHECK_FALSE(countedScreening(assessment(R"({"instrument":"audit","status":"draft"})"), {}));
    CHECK_FALSE(countedScreening(assessment(R"({"instrument":"audit","status":"completed"})"), {}));
    CHECK_FALSE(countedScreening(
        assessment(R"({"instrument":"audit","status":"declined","completedAt":"2026-03-01T08:00:00Z"})"), {}));
    // 23:59 on New Year's Eve and midnight, by a Swedish clock.
    const auto before = countedScreening(
        assessment(R"({"instrument":"audit","status":"completed","completedAt":"2026-12-31T22:59:59Z"})"), {});
    const auto after = countedScreening(
        assessment(R"({"instrument":"audit","status":"completed","completedAt":"2026-12-31T23:00:00Z"})"), {});
    REQUIRE(before);
    REQUIRE(after);
    CHECK(before->day == day("2026-12-31"));
    CHECK(after->day == day("2027-01-01"));
    // In summer time midnight comes an hour earlier.
    const auto summer = countedScreening(
        assessment(R"({"instrument":"audit","status":"completed","completedAt":"2026-06-30T22:00:00Z"})"), {});
    REQUIRE(summer);
    CHECK(summer->day == day("2026-07-01"));
}

TEST_CASE("it is signed where a signature of the case names it")
{
    const auto view = assessment(R"({"instrument":"audit","status":"completed","completedAt":"2026-03-01T08:00:00Z"})");
    CHECK_FALSE(countedScreening(view, {})->isSigned);
    CHECK_FALSE(countedScreening(view, {signatureOf("01890000-0000-7000-8000-000000000002")})->isSigned);
    CHECK(countedScreening(view, {signatureOf("01890000-0000-7000-8000-000000000002"), signatureOf(view.id.toString())})
              ->isSigned);
}

TEST_CASE("fewer than five in a period are told nowhere, and those beside it do not count")
{
    std::vector<CountedScreening> all;
    add(all, 4, "audit", "2026-12-31");
    add(all, 40, "audit", "2027-01-01");
    add(all, 40, "audit", "2025-12-31");
    CHECK(countYear(all).empty());
    add(all, 1, "dudit", "2026-01-01");
    CHECK(told(countYear(all), "screening") == Lines{"all: 5"});
}

TEST_CASE("an instrument with many is told by its quarters and months, one with few with its neighbours")
{
    std::vector<CountedScreening> all;
    add(all, 6, "audit-c", "2026-01-31");
    add(all, 5, "audit-c", "2026-02-01");
    add(all, 9, "audit-c", "2026-03-31", false);
    add(all, 20, "audit-c", "2026-10-01");
    add(all, 3, "audit", "2026-05-05");
    add(all, 6, "dudit", "2026-05-05", false);
    add(all, 12, "asi-grund", "2026-05-05");
    const auto numbers = countYear(all);
    const Lines screening = told(numbers, "screening");
    CHECK(std::ranges::find(screening, "audit-c/2026-01: 6") != screening.end());
    CHECK(std::ranges::find(screening, "audit-c/2026-02: 5") != screening.end());
    CHECK(std::ranges::find(screening, "audit-c/2026-03: 9") != screening.end());
    CHECK(std::ranges::find(screening, "audit dudit-1 dudit: 9") != screening.end());
    CHECK(told(numbers, "screeningSigned") == Lines{"yes: 46", "no: 15"});
    std::int64_t sum = 0;
    for (const CountedCells &number : numbers) {
        CHECK(number.count >= LeastCount);
        sum += number.table == "screening" ? number.count : 0;
    }
    CHECK(sum == 61);
}

TEST_CASE("what has no cell of its own is told by no name")
{
    std::vector<CountedScreening> all;
    add(all, 30, "freda", "2026-05-05");
    add(all, 30, "net-plan", "2026-05-05");
    add(all, 30, "audit", "2026-05-05");
    for (const CountedCells &number : countYear(all))
        for (const std::string &cell : number.cells) {
            CHECK(cell.find("freda") == std::string::npos);
            CHECK(cell.find("net-plan") == std::string::npos);
        }
}
