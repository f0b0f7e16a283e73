#include "core/rules/next_contact.h"

#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::rules;

namespace {

const base::Instant Friday = *base::parseInstant("2026-10-16T13:07:00+02:00");

} // namespace

TEST_CASE("after a talk the next contact is proposed a week later, on a working day")
{
    const auto next = proposeNextContact("reached", "tookAdvice", Friday, std::nullopt);
    REQUIRE(next.has_value());
    CHECK(base::formatDate(casework::swedishDate(next->at)) == "2026-10-23");
    CHECK(nextReasonText(next->reason, Language::Swedish) == "Om en vecka, på en arbetsdag.");
}

TEST_CASE("the agreed hours of the person hold for the next contact too")
{
    const HourWindow evening{std::chrono::hours(17), std::chrono::hours(19)};
    const auto next = proposeNextContact("reached", "tookAdvice", Friday, evening);
    REQUIRE(next.has_value());
    const auto local = casework::swedishTime(next->at);
    CHECK(local.sinceMidnight >= evening.from);
    CHECK(local.sinceMidnight < evening.until);
}

TEST_CASE("nothing is proposed after a no, without a talk, or where somebody else goes on")
{
    CHECK_FALSE(proposeNextContact("reached", "declined", Friday, std::nullopt));
    CHECK_FALSE(proposeNextContact("reached", "passedToChildUnit", Friday, std::nullopt));
    CHECK_FALSE(proposeNextContact("reached", "otherMunicipality", Friday, std::nullopt));
    for (const std::string_view outcome : casework::codes::ContactOutcome)
        if (outcome != "reached")
            CHECK_FALSE(proposeNextContact(outcome, "tookAdvice", Friday, std::nullopt));
}
