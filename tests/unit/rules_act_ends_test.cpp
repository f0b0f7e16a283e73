// Which of several acts of a kind a later one ends.
#include "core/rules/act_clocks.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

using namespace faltakt;
using namespace faltakt::rules;

namespace {

using File = rules::testing::TestCase;

std::string consent(std::string_view given, std::string_view until)
{
    return R"({"form":"consent","at":")" + std::string(given) + R"(T08:00:00Z","gives/given":")" + std::string(given)
           + (until.empty() ? std::string(R"("})") : R"(","starts/consent.ends":")" + std::string(until) + R"("})");
}

std::string withdrawal(std::string_view day, std::string_view given)
{
    return R"({"form":"consent-withdrawal","at":")" + std::string(day) + R"(T08:00:00Z","ends/consent.end":")"
           + std::string(day)
           + (given.empty() ? std::string(R"("})") : R"(","gives/given":")" + std::string(given) + R"("})");
}

/// The acts whose time of that rule still runs.
std::vector<std::string> waiting(const File &file, std::string_view rule)
{
    std::vector<std::string> acts;
    const CaseFacts facts = file.facts();
    for (const store::RecordView &act : facts.acts)
        for (const ActClock &clock : actClocks(facts, act, file.profile()))
            if (clock.rule->id == rule)
                acts.push_back(act.id.toString());
    return acts;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a consent taken back ends the only one that there is")
{
    File file;
    file.withPerson();
    const auto only = file.add("act", consent("2026-09-01", "2027-03-01"));
    CHECK(waiting(file, "consent.end") == Ids{only});
    file.add("act", withdrawal("2026-10-01", ""));
    CHECK(waiting(file, "consent.end").empty());
    const auto later = file.add("act", consent("2026-10-05", "2027-04-05"));
    CHECK(waiting(file, "consent.end") == Ids{later});
}

TEST_CASE("of several consents the day decides which one is taken back, and without it all wait on")
{
    File file;
    file.withPerson();
    const auto first = file.add("act", consent("2026-09-01", "2027-03-01"));
    const auto second = file.add("act", consent("2026-09-15", "2027-03-15"));
    SECTION("the day of one")
    {
        file.add("act", withdrawal("2026-10-01", "2026-09-15"));
        CHECK(waiting(file, "consent.end") == Ids{first});
        file.add("act", withdrawal("2026-10-02", ""));
        CHECK(waiting(file, "consent.end").empty());
    }
    SECTION("no day")
    {
        file.add("act", withdrawal("2026-10-01", ""));
        CHECK(waiting(file, "consent.end") == Ids{first, second});
    }
    SECTION("the day of none")
    {
        file.add("act", withdrawal("2026-10-01", "2026-09-02"));
        CHECK(waiting(file, "consent.end") == Ids{first, second});
    }
    SECTION("two of the same day")
    {
        const auto third = file.add("act", consent("2026-09-15", "2027-06-15"));
        file.add("act", withdrawal("2026-10-01", "2026-09-15"));
        CHECK(waiting(file, "consent.end") == Ids{first, second, third});
    }
}

TEST_CASE("a consent without an end may be the one that is taken back")
{
    File file;
    file.withPerson();
    const auto timed = file.add("act", consent("2026-09-01", "2027-03-01"));
    file.add("act", consent("2026-09-15", ""));
    file.add("act", withdrawal("2026-10-01", ""));
    CHECK(waiting(file, "consent.end") == Ids{timed});
    file.add("act", withdrawal("2026-10-02", "2026-09-15"));
    CHECK(waiting(file, "consent.end") == Ids{timed});
    file.add("act", withdrawal("2026-10-03", ""));
    CHECK(waiting(file, "consent.end").empty());
}

TEST_CASE("ticking off one consent later does not turn an unclear withdrawal onto the other")
{
    File file;
    file.withPerson();
    file.add(
        "act",
        R"({"form":"consent","at":"2026-09-01T08:00:00Z","gives/given":"2026-09-01","starts/consent.ends":"2027-03-01",)"
        R"("settled/consent.end":"2026-10-05T08:00:00Z"})");
    const auto other = file.add("act", consent("2026-09-15", "2027-03-15"));
    file.add("act", withdrawal("2026-10-01", ""));
    CHECK(waiting(file, "consent.end") == Ids{other});
}

TEST_CASE("a reply, a contact and a paid debt end what they stand with, and no other")
{
    File file;
    file.withPerson();
    const auto first = file.add(
        "act", R"({"form":"communication","at":"2026-10-01T08:00:00Z","starts/communication.sent":"2026-10-01"})");
    file.add("act", R"({"form":"communication","at":"2026-10-05T08:00:00Z","starts/communication.sent":"2026-10-05",)"
                    R"("ends/communication.reply":"2026-10-08"})");
    CHECK(waiting(file, "communication.reply") == Ids{first});

    const auto home = file.add("act", R"({"form":"eviction","at":"2026-10-01T08:00:00Z","gives/notified":"2026-10-01",)"
                                      R"("starts/eviction.served":"2026-10-01"})");
    file.add("act", R"({"form":"eviction","at":"2026-10-09T08:00:00Z","gives/notified":"2026-10-09",)"
                    R"("starts/eviction.notified":"2026-10-09","ends/eviction.recover":"2026-10-10"})");
    CHECK(waiting(file, "eviction.recover") == Ids{home});
}

TEST_CASE("a proposal ends the wait for one application, and of two neither")
{
    const std::string proposal =
        R"({"form":"pre-assessment","at":"2026-10-20T08:00:00Z","ends/investigation.open":"2026-10-20"})";
    File file;
    file.withPerson();
    const auto first = file.add(
        "act", R"({"form":"application","at":"2026-10-18T08:00:00Z","starts/application.received":"2026-10-18"})");
    SECTION("one")
    {
        file.add("act", proposal);
        CHECK(waiting(file, "investigation.open").empty());
    }
    SECTION("two")
    {
        const auto second = file.add(
            "act", R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10-19"})");
        file.add("act", proposal);
        CHECK(waiting(file, "investigation.open") == Ids{first, second});
    }
}

TEST_CASE("a meeting on the joint plan ends the start that an earlier form waits for")
{
    File file;
    file.withPerson();
    file.add("act", R"({"form":"sip","at":"2026-10-01T08:00:00Z","starts/sip.needed":"2026-10-01"})");
    CHECK(waiting(file, "sip.start").size() == 1);
    file.add("act", R"({"form":"sip","at":"2026-10-08T08:00:00Z","starts/sip.needed":"2026-10-01",)"
                    R"("ends/sip.start":"2026-10-08","replaces/sip.start":"2026-10-08"})");
    CHECK(waiting(file, "sip.start").empty());
}
