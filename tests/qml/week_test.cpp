// The worker's own week: what is counted, and in which week.
#include "core/changelog/record_state.h"
#include "qml/viewmodels/team/week_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

base::Instant at(std::string_view text) { return *base::parseInstant(text); }
base::Date day(std::string_view text) { return *base::parseDate(text); }

/// Somebody's file with one record of the worker's own in it.
void write(AppHarness &harness, const std::string &kind, const base::json::Object &fields, std::size_t person = 0)
{
    auto people = casesOf(harness);
    std::erase_if(people, [](const store::CaseRow &row) { return row.card.stage == "closed"; });
    const auto caseId = people.at(person).caseId;
    const auto saved = harness.inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
        TRY_VOID(store.cases.save(
            {caseId, {changelog::makeCreation(store.ids.makeId<base::RecordId>(), kind, fields)}, {}}));
        return true;
    });
    REQUIRE(saved);
}

OwnWeek weekFrom(AppHarness &harness, std::string_view monday)
{
    return harness.inStore<OwnWeek>([&](OpenStore &store) { return ownWeek(store, day(monday)); }).value();
}

} // namespace

TEST_CASE("a week begins on its Monday by the Swedish clock and has its number by ISO 8601")
{
    CHECK(mondayOf(at("2025-10-17T11:07:00Z"), 0) == day("2025-10-13"));
    CHECK(mondayOf(at("2025-10-19T21:59:00Z"), 0) == day("2025-10-13"));
    CHECK(mondayOf(at("2025-10-19T22:00:00Z"), 0) == day("2025-10-20"));
    CHECK(mondayOf(at("2025-10-17T11:07:00Z"), 2) == day("2025-09-29"));
    CHECK(weekNumber(day("2025-10-13")) == 42);
    CHECK(weekNumber(day("2025-12-29")) == 1);
    CHECK(weekNumber(day("2026-12-28")) == 53);
    CHECK(weekNumber(day("2024-01-01")) == 1);
}

TEST_CASE("what the worker wrote is counted in the week of its moment")
{
    AppHarness harness;
    const OwnWeek before = weekFrom(harness, "2025-10-13");
    const OwnWeek earlier = weekFrom(harness, "2025-10-06");
    write(harness, "contact", {{"way", "visit"}, {"outcome", "reached"}, {"at", "2025-10-13T00:30:00+02:00"}});
    write(harness, "contact", {{"way", "call"}, {"outcome", "reached"}, {"at", "2025-10-16T09:00:00Z"}});
    write(harness, "contact", {{"way", "call"}, {"outcome", "noAnswer"}, {"at", "2025-10-12T23:30:00+02:00"}});
    write(harness, "task", {{"what", "ownTask"}, {"status", "done"}, {"doneAt", "2025-10-14T09:00:00Z"}});
    write(harness, "task", {{"what", "ownTask"}, {"status", "dropped"}, {"doneAt", "2025-10-14T09:00:00Z"}});
    const OwnWeek after = weekFrom(harness, "2025-10-13");
    CHECK(after.contacts == before.contacts + 2);
    CHECK(after.reached == before.reached + 2);
    CHECK(after.people - before.people <= 1);
    CHECK(after.visits == before.visits + 1);
    CHECK(after.tasks == before.tasks + 1);
    CHECK(weekFrom(harness, "2025-10-06").contacts == earlier.contacts + 1);
}

TEST_CASE("the page goes back week by week and on again, and names nobody")
{
    AppHarness harness;
    write(harness, "note", {{"text", "Zlatka"}, {"at", "2025-10-16T09:00:00Z"}});
    harness.app().goTo(Router::Place::More);
    harness.settle();
    harness.tap(QStringLiteral("Min vecka"));
    harness.settle();
    auto &page = top<WeekViewModel>(harness);
    CHECK(harness.shows(QStringLiteral("Vecka 42, den här veckan")));
    CHECK_FALSE(page.canGoOn());
    CHECK(harness.shows(QStringLiteral("Anteckningar")));
    CHECK_FALSE(harness.shows(QStringLiteral("Zlatka")));
    harness.tap(QStringLiteral("Tidigare"));
    harness.settle();
    CHECK(page.weekText().startsWith(QStringLiteral("Vecka 41")));
    for (int i = 0; i < 20; ++i)
        page.earlier();
    harness.settle();
    CHECK_FALSE(page.canGoBack());
    page.later();
    CHECK(page.canGoOn());
}
