// What a municipality's settings ask for at the follow-up of help.
#include "core/rules/row_explanation.h"
#include "tests/unit/rules_agenda_case.h"

#include "tests/support/catch.h"

using namespace faltakt;
using File = rules::testing::TestCase;

namespace {

/// Help that was followed up on 1 October 2026: in Täby the next time is 1 January 2027, in Flen 1 April.
File followedUp(std::string_view profile)
{
    File file(profile);
    file.add("case", R"({"stage":"insats"})");
    file.add("person", R"({"givenName":"A","birthDate":"1990-01-01"})");
    file.add("act", R"({"form":"follow-up","at":"2026-10-01T08:00:00Z","starts/insats.followedUp":"2026-10-01",)"
                    R"("replaces/insats.followUp":"2026-10-01","replaces/plan.review":"2026-10-01"})");
    return file;
}

std::string interview(std::string_view instrument, std::string_view day)
{
    return R"({"instrument":")" + std::string(instrument) + R"(","status":"completed","completedAt":")"
           + std::string(day) + R"(T10:00:00Z"})";
}

std::string labelOf(const File &file, std::string_view rule)
{
    return explainRow(file.row(rule).value(), file.profile(), file.facts(), base::Language::Swedish).label;
}

} // namespace

TEST_CASE("where a municipality always follows up with ASI it is asked for in the month before the follow-up")
{
    File file = followedUp("taby");
    const auto row = file.row("followUp.asi");
    REQUIRE(row);
    CHECK(row->reason == "asiAtFollowUp");
    CHECK(row->kind == "guideline");
    CHECK(base::formatInstant(*row->due) == "2027-01-01T22:59:59Z");
    CHECK(base::formatInstant(*row->notBefore) == "2026-11-30T23:00:00Z");
    CHECK(labelOf(file, "followUp.asi") == "Riktlinje: Riktlinje Täby, uppföljning");
}

TEST_CASE("where ASI follows ASI Grund alone, nothing is asked of somebody whose needs were never mapped so")
{
    File file = followedUp("flen");
    CHECK(file.has("insats.followUp"));
    CHECK_FALSE(file.has("followUp.asi"));
    file.add("assessment", interview("asi-grund", "2026-05-01"));
    REQUIRE(file.row("followUp.asi"));
    CHECK(base::formatInstant(*file.row("followUp.asi")->due) == "2027-04-01T21:59:59Z");
}

TEST_CASE("a county that asks for ASI where ASI Grund was used speaks for its municipality")
{
    File file = followedUp("norsjo");
    CHECK_FALSE(file.has("followUp.asi"));
    file.add("assessment", interview("asi-grund", "2026-05-01"));
    REQUIRE(file.has("followUp.asi"));
    CHECK(file.profile().stated.followUpAsi->profile == "vasterbotten");
}

TEST_CASE("an interview of the last month is the one of this follow-up; an older one is not")
{
    File file = followedUp("taby");
    file.add("assessment", interview("asi-grund", "2026-10-05"));
    CHECK(file.has("followUp.asi"));
    // One row asks for the interview, the earlier of the two.
    CHECK_FALSE(file.has("asi.followUp"));
    file.add("assessment", interview("asi-uppfoljning", "2026-12-10"));
    CHECK_FALSE(file.has("followUp.asi"));
    // The next follow-up wants its own.
    file.add("act", R"({"form":"follow-up","at":"2026-12-15T08:00:00Z","starts/insats.followedUp":"2026-12-15",)"
                    R"("replaces/insats.followUp":"2026-12-15"})");
    REQUIRE(file.row("followUp.asi"));
    CHECK(base::formatInstant(*file.row("followUp.asi")->due) == "2027-03-15T22:59:59Z");
}

TEST_CASE("a new report in a matter with help asks for a follow-up where the guideline says so")
{
    File file = followedUp("taby");
    CHECK_FALSE(file.has("followUp.atChange"));
    const std::string report = file.addReport();
    const auto row = file.row("followUp.atChange");
    REQUIRE(row);
    CHECK(row->record.toString() == report);
    CHECK(base::formatInstant(*row->due) == "2026-10-30T22:59:59Z");
    CHECK(labelOf(file, "followUp.atChange") == "Riktlinje: Riktlinje Täby, uppföljning");
    file.add("act", R"({"form":"follow-up","at":"2026-10-20T08:00:00Z","starts/insats.followedUp":"2026-10-20"})");
    CHECK_FALSE(file.has("followUp.atChange"));
}

TEST_CASE("a new application asks for it as well, and a plan that is made anew ends it")
{
    File file = followedUp("taby");
    file.add("act", R"({"form":"application","at":"2026-10-05T08:00:00Z"})");
    CHECK(file.has("followUp.atChange"));
    file.add("act", R"({"form":"plan","at":"2026-10-06T08:00:00Z"})");
    CHECK_FALSE(file.has("followUp.atChange"));
}

TEST_CASE("what came before the help was planned, or after a no, is no change to follow up")
{
    File before = followedUp("taby");
    before.addReport(R"(,"received":"2026-09-20T08:00:00Z")");
    CHECK_FALSE(before.has("followUp.atChange"));
    File declined = followedUp("taby");
    declined.addReport();
    declined.addContact("2026-10-19", "declined");
    CHECK_FALSE(declined.has("followUp.atChange"));
}

TEST_CASE("a municipality that has not said so gets no follow-up at change")
{
    File file = followedUp("flen");
    file.addReport();
    CHECK_FALSE(file.has("followUp.atChange"));
}
