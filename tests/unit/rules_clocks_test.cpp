#include "core/casework/swedish_time.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/swedish_calendar.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

base::Instant at(std::string_view text) { return *base::parseInstant(text); }
base::Date day(std::string_view text) { return *base::parseDate(text); }

Profile shipped(std::string_view id) { return *shippedProfiles()->find(id, day("2026-10-19")); }

std::string dueDay(const Clock &clock) { return base::formatDate(casework::swedishDate(clock.due)); }

const base::Instant Friday = at("2026-10-16T16:30:00+02:00");

bool contains(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a report is registered on the Swedish day on which it came")
{
    const Clock clock = registrationClock(at("2026-10-16T22:30:00Z")); // half past midnight in Sweden
    CHECK(dueDay(clock) == "2026-10-17");
    CHECK(clock.kind == SourceKind::Default);
    CHECK(clock.wholeDay);
}

TEST_CASE("under 21 the safety check is due at once by law")
{
    const auto clocks = safetyCheckClocks(shipped("taby"), Friday, 20);
    REQUIRE(clocks.size() == 1);
    CHECK(clocks.front().due == Friday);
    CHECK(clocks.front().kind == SourceKind::Law);
    CHECK(clocks.front().paragraph == "SoL 20:1");
    CHECK(safetyCheckClocks(shipped("taby"), Friday, 21).empty());
}

TEST_CASE("Norsjo's 24 hours stand beside the law's at once, as a guideline")
{
    const auto clocks = safetyCheckClocks(shipped("norsjo"), Friday, 18);
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].kind == SourceKind::Law);
    CHECK(clocks[1].kind == SourceKind::Guideline);
    CHECK(clocks[1].due == Friday + std::chrono::hours(24));
    CHECK_FALSE(clocks[1].wholeDay);
}

TEST_CASE("the pre-assessment of somebody under 21 has 14 days by law")
{
    const auto clock = preAssessmentClock(shipped("norsjo"), Friday, 19);
    REQUIRE(clock.has_value());
    CHECK(dueDay(*clock) == "2026-10-30");
    CHECK(clock->paragraph == "SoL 20:2");
    CHECK_FALSE(preAssessmentClock(shipped("norsjo"), Friday, 21).has_value());
}

TEST_CASE("after a weekend the first attempt aims for Monday and is due on Wednesday")
{
    CHECK(dueDay(firstAttemptAim(Friday)) == "2026-10-19");
    const auto clock = firstAttemptClock(shipped("taby"), Friday, true);
    REQUIRE(clock.has_value());
    CHECK(dueDay(*clock) == "2026-10-21");
    CHECK(clock->kind == SourceKind::Default);
    CHECK(clock->paragraph == "Förval, inte lag");
    CHECK(dueDay(*firstAttemptClock(shipped("taby"), at("2026-10-18T10:00:00+02:00"), true)) == "2026-10-21");
}

TEST_CASE("in Christmas week the first attempt's clock steps over the holidays and names them")
{
    const auto clock = firstAttemptClock(shipped("taby"), at("2026-12-23T10:00:00+01:00"), true);
    REQUIRE(clock.has_value());
    CHECK(dueDay(*clock) == "2026-12-30");
    CHECK(contains(clock->explanation.sv, "onsdag 23 december 2026 + 3 arbetsdagar = onsdag 30 december 2026"));
    CHECK(contains(clock->explanation.sv, "Julafton, Juldagen"));
    CHECK(contains(clock->explanation.en, "Wednesday 23 December 2026 + 3 working days = Wednesday 30 December 2026"));
}

TEST_CASE("over Easter the first attempt's clock steps over Good Friday and Easter Monday")
{
    CHECK(dueDay(*firstAttemptClock(shipped("taby"), at("2026-04-01T10:00:00+02:00"), true)) == "2026-04-08");
}

TEST_CASE("without a number the call clock does not run")
{
    CHECK_FALSE(firstAttemptClock(shipped("taby"), Friday, false).has_value());
}

TEST_CASE("three attempts share the fourteen days, each on another day")
{
    const Profile taby = shipped("taby");
    const auto second = laterAttemptClock(taby, Friday, 2, at("2026-10-19T09:00:00+02:00"));
    const auto third = laterAttemptClock(taby, Friday, 3, at("2026-10-22T16:00:00+02:00"));
    REQUIRE(second.has_value());
    REQUIRE(third.has_value());
    CHECK(dueDay(*second) == "2026-10-23");
    CHECK(dueDay(*third) == "2026-10-30");
    CHECK_FALSE(laterAttemptClock(taby, Friday, 4, Friday).has_value());
    CHECK_FALSE(laterAttemptClock(taby, Friday, 1, Friday).has_value());
}

TEST_CASE("a late attempt pushes the next one to another working day")
{
    const auto next = laterAttemptClock(shipped("taby"), Friday, 3, at("2026-10-30T09:00:00+01:00"));
    CHECK(dueDay(*next) == "2026-11-02");
    CHECK(contains(next->explanation.sv, "flyttat till måndag 2 november 2026"));
}

TEST_CASE("the letter's days are a default even where the letter itself is the guideline's")
{
    const Clock clock = letterClock(shipped("taby"), Friday);
    CHECK(dueDay(clock) == "2026-10-23");
    CHECK(clock.kind == SourceKind::Default);
    CHECK(contains(clock.explanation.sv, "Riktlinje Täby"));
    CHECK_FALSE(contains(letterClock(shipped("norsjo"), Friday).explanation.sv, "Riktlinje"));
}

TEST_CASE("a figure of the municipality's own makes a guideline of the clock")
{
    Profile own = shipped("taby");
    own.stated.lobFirstAttemptDays = Figure<int>{2, SourceKind::Guideline, "Rutin LOB", "taby"};
    const auto clock = firstAttemptClock(own, Friday, true);
    CHECK(dueDay(*clock) == "2026-10-20");
    CHECK(clock->kind == SourceKind::Guideline);
    CHECK(clock->paragraph == "Rutin LOB");
}

TEST_CASE("repeated reports call for a meeting at two and for weighing an investigation at three")
{
    const Profile taby = shipped("taby");
    CHECK(repeatPrompt(taby, 0) == RepeatPrompt::None);
    CHECK(repeatPrompt(taby, 1) == RepeatPrompt::None);
    CHECK(repeatPrompt(taby, 2) == RepeatPrompt::OfferMeeting);
    CHECK(repeatPrompt(taby, 3) == RepeatPrompt::ConsiderInvestigation);
    CHECK(repeatPrompt(taby, 9) == RepeatPrompt::ConsiderInvestigation);
}

TEST_CASE("attempts never fall due on a day without work or before the day after the last one")
{
    const Profile taby = shipped("taby");
    CHECK(rc::check([&] {
        const auto received = base::instantFromMs(*rc::gen::inRange<std::int64_t>(1'700'000'000, 1'900'000'000) * 1000);
        const auto last = received + std::chrono::minutes(*rc::gen::inRange(0, 60 * 24 * 40));
        const int attempt = *rc::gen::inRange(2, 4);
        const auto clock = laterAttemptClock(taby, received, attempt, last);
        RC_ASSERT(clock.has_value());
        const auto due = casework::swedishDate(clock->due);
        RC_ASSERT(isWorkingDay(due));
        RC_ASSERT(due > casework::swedishDate(last));
        RC_ASSERT(isWorkingDay(casework::swedishDate(letterClock(taby, received).due)));
        RC_ASSERT(firstAttemptAim(received).due <= firstAttemptClock(taby, received, true)->due);
    }));
}
