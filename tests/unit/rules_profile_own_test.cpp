// A municipality's own profiles over those of the program.
#include "tests/unit/rules_profile_texts.h"

using namespace faltakt;
using namespace faltakt::testing;

namespace {

const ProfileCatalogue &shippedOnes()
{
    REQUIRE(shippedProfiles().has_value());
    return *shippedProfiles();
}

std::string exampleText() { return fileText("assets/examples/exempelby.json"); }

/// Another version of the small profile, from a day on.
std::string version(int number, std::string_view from, std::string_view attempts = "4")
{
    std::string text = replaced(goodText(), R"("version":1)", "\"version\":" + std::to_string(number));
    text = replaced(text, R"("validFrom":"2025-07-01")", "\"validFrom\":\"" + std::string(from) + '"');
    return replaced(text, R"("lob.attempts":{"value":4)", "\"lob.attempts\":{\"value\":" + std::string(attempts));
}

int attemptsOn(const ProfileCatalogue &catalogue, std::string_view day)
{
    const auto profile = catalogue.find("test", *base::parseDate(std::string(day)));
    REQUIRE(profile.has_value());
    return profile->stated.lobAttempts->value;
}

} // namespace

TEST_CASE("a new version holds from its first day, and the former one for the days before")
{
    const auto catalogue =
        shippedOnes().withOwn({{"1", version(1, "2025-07-01")}, {"2", version(2, "2026-12-01", "6")}});
    REQUIRE(catalogue.has_value());
    CHECK(attemptsOn(*catalogue, "2026-11-30") == 4);
    CHECK(attemptsOn(*catalogue, "2026-12-01") == 6);
    CHECK(catalogue->findVersion("test", 1, Today)->stated.lobAttempts->value == 4);
    CHECK(catalogue->newestVersion("test") == 2);
    CHECK_FALSE(catalogue->newestVersion("nobody"));
}

TEST_CASE("an own profile goes before the program's of that id, from its first day")
{
    std::string own = replaced(fileText("assets/profiles/taby.json"), R"("version": 1)",
                               R"("version": 2, "validFrom": "2026-01-01")");
    const auto found = own.find("\"Täby kommun\"");
    REQUIRE(found != std::string::npos);
    own.replace(found, std::string("\"Täby kommun\"").size(), "\"Täby nu\"");
    const auto catalogue = shippedOnes().withOwn({{"own", own}});
    REQUIRE(catalogue.has_value());
    CHECK(catalogue->find("taby", *base::parseDate("2026-01-01"))->name == "Täby nu");
    CHECK(catalogue->find("taby", *base::parseDate("2025-12-31"))->name == shipped("taby").name);
    CHECK(catalogue->find("flen", Today).has_value());
}

TEST_CASE("an own municipality inherits from the county that the program brings")
{
    const auto catalogue = shippedOnes().withOwn({{"exempelby.json", exampleText()}});
    REQUIRE(catalogue.has_value());
    const auto profile = catalogue->find("exempelby", *base::parseDate("2026-12-01"));
    REQUIRE(profile.has_value());
    CHECK_FALSE(profile->responsibilities.empty());
    CHECK(profile->stated.lobAttempts->value == 4);
    CHECK(profileOrProducts(*catalogue, "exempelby", Today)->id.empty());
    CHECK(profileOrProducts(*catalogue, "nowhere", Today)->id.empty());
}

TEST_CASE("own files that cannot stand are refused with their name and the place in them")
{
    const auto faultWith = [](const std::vector<ProfileFile> &files) {
        const auto catalogue = shippedOnes().withOwn(files);
        return catalogue ? std::string() : catalogue.error().detail();
    };
    CHECK(faultWith({{"a", goodText()}, {"b", goodText()}})
          == "b: version: this version of the profile is there twice");
    CHECK(faultWith({{"a", replaced(goodText(), R"("value":4)", R"("value":400)")}})
          == "a: settings.lob.attempts.value: must be between 1 and 10");
    CHECK(faultWith({{"a", replaced(goodText(), R"("validFrom")", R"("parent":"nobody","validFrom")")}})
          == "a: parent: no profile of this id is valid on that day");
    // The parent ends, and nothing follows it: on the day after, the child would stand alone.
    const std::string county =
        replaced(replaced(goodText(), R"("id":"test")", R"("id":"county")"), R"("validFrom":"2025-07-01")",
                 R"("validFrom":"2025-07-01","validTo":"2026-06-30")");
    const std::string child = replaced(goodText(), R"("id":"test")", R"("id":"child","parent":"county")");
    CHECK(faultWith({{"county", county}, {"child", child}})
          == "child: parent: no profile of this id is valid on that day");
    CHECK(faultWith(
              {{"county", county},
               {"next", replaced(replaced(county, R"("version":1)", R"("version":2)"),
                                 R"("validFrom":"2025-07-01","validTo":"2026-06-30")", R"("validFrom":"2026-07-01")")},
               {"child", child}})
              .empty());
}

TEST_CASE("a file that does not fit takes nothing away from the others, in whatever order they come")
{
    const std::string county = replaced(goodText(), R"("id":"test")", R"("id":"county")");
    const std::string child = replaced(goodText(), R"("id":"test")", R"("id":"child","parent":"county")");
    const std::string newer = replaced(version(3, "2026-12-01"), R"("format":2)", R"("format":3)");
    const auto laid = layProfiles(
        shippedOnes(), {{"child", child}, {"newer", newer}, {"broken", "{"}, {"county", county}, {"good", goodText()}});
    CHECK(laid.catalogue.find("child", Today).has_value());
    CHECK(attemptsOn(laid.catalogue, "2026-12-02") == 4);
    REQUIRE(laid.faults.size() == 2);
    CHECK(laid.faults[0].file.name == "newer");
    CHECK(laid.faults[0].error.code() == base::ErrorCode::Unsupported);
    CHECK(laid.faults[1].file.name == "broken");
    CHECK(layProfiles(shippedOnes(), {}).faults.empty());
}

TEST_CASE("a county's new version that goes against a municipality is left out, and the former county stays")
{
    const auto withCounty = shippedOnes().withOwn({{"exempelby.json", exampleText()}});
    REQUIRE(withCounty.has_value());
    // Exempelby takes the system for SIP away that the county states; a county without one leaves nothing to take away.
    const std::string county = R"({"format":2,"id":"vasterbotten","version":9,"name":"Länet","kind":"county",)"
                               R"("validFrom":"2027-01-01","lawVersion":"2025:400","settings":{}})";
    const auto refused = withCounty->withOwn({{"county.json", county}});
    REQUIRE_FALSE(refused.has_value());
    const auto laid = layProfiles(shippedOnes(), {{"exempelby.json", exampleText()}, {"county.json", county}});
    REQUIRE(laid.faults.size() == 1);
    CHECK(laid.faults[0].file.name == "county.json");
    CHECK(laid.catalogue.find("exempelby", *base::parseDate("2027-02-01")).has_value());
}

TEST_CASE("cards and profiles of the program are read once") { CHECK(&shippedProfiles() == &shippedProfiles()); }
