// Which decisions and plans hold for a person on a day.
#include "core/rules/decisions_in_force.h"
#include "tests/unit/rules_agenda_case.h"

#include "tests/support/catch.h"

using namespace faltakt;
using rules::InForce;
using File = rules::testing::TestCase;

namespace {

constexpr base::Date Today = std::chrono::year(2026) / 10 / 19;

std::vector<InForce> inForce(const File &file, base::Date day = Today)
{
    return rules::inForceOn(file.facts().acts, day);
}

void handOver(File &file, const std::string &what, const std::string &until)
{
    std::string fields = R"({"form":"decision-handover","at":"2026-10-01T08:00:00Z","answers/what":{"text":")" + what
                         + R"("},"starts/decision.received":"2026-10-01")";
    if (!until.empty())
        fields += R"(,"starts/decision.ends":")" + until + "\"";
    file.add("act", fields + "}");
}

} // namespace

TEST_CASE("nothing is in force where nothing was noted, and an application is no decision")
{
    File file;
    CHECK(inForce(file).empty());
    file.add("act", R"({"form":"application","at":"2026-10-01T08:00:00Z","answers/what":{"text":"Kontaktperson"}})");
    CHECK(inForce(file).empty());
}

TEST_CASE("a decision holds to its last day, and without one until further")
{
    File file;
    handOver(file, "Boendestöd", "");
    handOver(file, "Kontaktperson", "2026-10-19");
    handOver(file, "Behandling", "2027-03-31");
    handOver(file, "Stödboende", "2026-10-18");
    const auto today = inForce(file);
    REQUIRE(today.size() == 3);
    CHECK(today[0].what == "Kontaktperson");
    CHECK(today[1].what == "Behandling");
    CHECK(today[2].what == "Boendestöd");
    CHECK(today[0].kind == InForce::Kind::Decision);
    CHECK(base::formatDate(*today[0].from) == "2026-10-01");
    CHECK(base::formatDate(*today[0].until) == "2026-10-19");
    CHECK_FALSE(today[2].until);
    CHECK(inForce(file, std::chrono::year(2026) / 10 / 20).size() == 2);
}

TEST_CASE("of plans the latest holds; a follow-up after it has done its review")
{
    File file;
    file.add("act", R"({"form":"plan","at":"2026-08-01T08:00:00Z","replaces/plan.review":"2026-08-01",)"
                    R"("starts/plan.review":"2026-09-01"})");
    file.add("act", R"({"form":"plan","at":"2026-09-01T08:00:00Z","replaces/plan.review":"2026-09-01",)"
                    R"("starts/plan.review":"2026-12-01"})");
    auto plans = inForce(file);
    REQUIRE(plans.size() == 1);
    CHECK(plans[0].kind == InForce::Kind::Plan);
    CHECK(base::formatDate(*plans[0].from) == "2026-09-01");
    CHECK(base::formatDate(*plans[0].review) == "2026-12-01");
    file.add("act", R"({"form":"follow-up","at":"2026-10-10T08:00:00Z","starts/insats.followedUp":"2026-10-10"})");
    plans = inForce(file);
    REQUIRE(plans.size() == 1);
    CHECK_FALSE(plans[0].review);
    CHECK(base::formatDate(*plans[0].followedUp) == "2026-10-10");
}

TEST_CASE("a SIP is a plan once its meeting was held")
{
    File file;
    file.add("act", R"({"form":"sip","at":"2026-09-01T08:00:00Z","starts/sip.needed":"2026-09-01"})");
    CHECK(inForce(file).empty());
    file.add("act", R"({"form":"sip","at":"2026-10-01T08:00:00Z","ends/sip.start":"2026-10-01",)"
                    R"("starts/sip.review":"2027-01-15"})");
    const auto plans = inForce(file);
    REQUIRE(plans.size() == 1);
    CHECK(plans[0].kind == InForce::Kind::JointPlan);
    CHECK(base::formatDate(*plans[0].review) == "2027-01-15");
}

TEST_CASE("days and answers that are none say nothing and hold nothing up")
{
    File file;
    file.add("act", R"({"form":"decision-handover","at":7,"answers/what":"Stöd","starts/decision.ends":"snart"})");
    const auto today = inForce(file);
    REQUIRE(today.size() == 1);
    CHECK(today[0].what.empty());
    CHECK_FALSE(today[0].until);
}
