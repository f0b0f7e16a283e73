#include "core/rules/profile_overlay.h"
#include "tests/unit/rules_profile_texts.h"

#include <algorithm>
#include <filesystem>

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::testing;

TEST_CASE("figures that contradict each other, or the product's, are refused at their place")
{
    const auto with = [](const std::string &more) {
        return faultOf(replaced(goodText(), R"("settings":{)", R"("settings":{)" + more));
    };
    CHECK(with("").empty());
    CHECK(faultOf(replaced(goodText(), R"("value":20)", R"("value":17)"))
          == "file: settings.targetAge: lies below minAge");
    CHECK(with(setting("lob.attemptWindowDays", "2"))
          == "file: settings.lob.attempts: there are more attempts than days for them");
    CHECK(with(setting("lob.repeatMeetingAt", "9"))
          == "file: settings.lob.repeatInvestigationAt: lies below lob.repeatMeetingAt");
    CHECK(with(setting("youth.fromAge", "18") + setting("youth.toAge", "12"))
          == "file: settings.youth.toAge: lies below youth.fromAge");
    CHECK(with(setting("youth.toAge", "12")).empty());
    CHECK(with(R"("region":{"off":true},)") == "file: settings.region.off: there is nothing to remove");
}

TEST_CASE("each wrong file is refused at the place that the other program says")
{
    const auto places = base::json::parse(fileText("tests/data/profiles/wrong/places.json"));
    REQUIRE(places.has_value());
    CHECK(places->object()->size() >= 82);
    for (const auto &[name, place] : *places->object()) {
        INFO(name);
        std::vector<ProfileFile> files = shippedProfileFiles();
        files.push_back({"wrong", fileText("tests/data/profiles/wrong/" + name)});
        const auto catalogue = ProfileCatalogue::create(files);
        REQUIRE_FALSE(catalogue.has_value());
        const std::string expected = "wrong: " + std::string(place.stringAt("at")) + ": ";
        CHECK(catalogue.error().detail().substr(0, expected.size()) == expected);
    }
}

TEST_CASE("a fifth municipality needs a file and no code")
{
    std::vector<ProfileFile> files = shippedProfileFiles();
    files.push_back({"exempelby.json", fileText("assets/examples/exempelby.json")});
    const auto catalogue = ProfileCatalogue::create(files);
    if (!catalogue)
        FAIL(catalogue.error().detail());
    const auto profile = catalogue->find("exempelby", *base::parseDate("2027-01-15"));
    REQUIRE(profile.has_value());
    CHECK(profile->contactNumber("onCall")->value == "08-465 004 21");
    const auto code = std::ranges::find(profile->contacts, "cottageHospitals", &ProfileContact::code);
    CHECK(code == profile->contacts.end());
    CHECK(std::ranges::find(profile->contacts, "dopingAdvice", &ProfileContact::code) != profile->contacts.end());
    CHECK(std::ranges::none_of(profile->insatser, &ProfileInsats::removed));
}

TEST_CASE("an element replaces the parent's as a whole, keeps its place, and is taken away on demand")
{
    const std::string parent = replaced(
        replaced(goodText(), R"("id":"test")", R"("id":"county")"), R"("contacts":[)",
        R"("contacts":[{"code":"first","name":"Ett","kind":"guideline","source":"x","confidence":"primary"},)");
    const std::string head = R"({"format":2,"id":"child","version":1,"name":"Barn","kind":"municipality",)"
                             R"("parent":"county","lawVersion":"2025:400","settings":{"lob.attempts":{"off":true}},)";
    const auto childWith = [&](const std::string &lists) {
        const auto catalogue = ProfileCatalogue::create({{"a", parent}, {"b", head + lists + "}"}});
        if (!catalogue)
            FAIL(catalogue.error().detail());
        return *catalogue->find("child", Today);
    };
    const Profile renamed = childWith(
        R"("contacts":[{"code":"first","name":"Nytt","kind":"guideline","source":"y","confidence":"secondary"}])");
    REQUIRE(renamed.contacts.size() == 2);
    CHECK(renamed.contacts[0].name == "Nytt");
    CHECK(renamed.contacts[0].profile == "child");
    CHECK(renamed.contacts[0].confidence == Confidence::Secondary);
    CHECK(renamed.contacts[1].code == "onCall");
    CHECK(renamed.contacts[1].profile == "county");
    CHECK_FALSE(renamed.stated.lobAttempts.has_value());
    CHECK(renamed.setting(&ProfileSettings::lobAttempts)->kind == SourceKind::Default);
    CHECK(renamed.stated.targetAge->value == 20);
    const Profile removed = childWith(R"("contacts":[{"code":"onCall","off":true}])");
    REQUIRE(removed.contacts.size() == 1);
    CHECK(removed.contacts[0].code == "first");
}

TEST_CASE("what an inherited part names cannot be taken away from under it")
{
    const std::string parent = replaced(
        replaced(goodText(), R"("id":"test")", R"("id":"county")"), R"("contacts")",
        R"("bodies":[{"code":"board","name":"N","type":"board","kind":"guideline","source":"x","confidence":"primary"}],)"
        R"("delegations":[{"code":"insats","decider":"board","body":"board","kind":"guideline","source":"x",)"
        R"("confidence":"primary"}],"contacts")");
    const std::string child = R"({"format":2,"id":"child","version":1,"name":"Barn","kind":"municipality",)"
                              R"("parent":"county","lawVersion":"2025:400","settings":{},)"
                              R"("bodies":[{"code":"board","off":true}]})";
    const auto catalogue = ProfileCatalogue::create({{"a", parent}, {"b", child}});
    REQUIRE_FALSE(catalogue.has_value());
    CHECK(catalogue.error().detail() == "b: delegations (inherited insats).body: names no body");
}

TEST_CASE("treatment is offered until the region takes it over")
{
    Profile profile = shipped("norsjo");
    const auto treatments = std::ranges::count_if(profile.insatser, &ProfileInsats::treatment);
    REQUIRE(treatments > 0);
    CHECK(profile.insatserOn(Today).size() == profile.insatser.size());
    profile.stated.reformRegionTreatsFrom = Figure<base::Date>{Today, SourceKind::Law, "x", "norsjo"};
    CHECK(profile.insatserOn(Today).size() == profile.insatser.size() - std::size_t(treatments));
    CHECK(profile.insatserOn(*base::parseDate("2026-10-18")).size() == profile.insatser.size());
}

TEST_CASE("a profile may name the instruments and tests that the app has, and no others")
{
    std::size_t count = 1;
    for (const auto &entry : std::filesystem::directory_iterator(FALTAKT_SOURCE_DIR "/assets/instruments")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".json") && name.find(".vectors.") == std::string::npos) {
            INFO(name);
            CHECK(isInstrumentName(entry.path().stem().string()));
            ++count;
        }
    }
    CHECK(count == 22);
    CHECK(isInstrumentName("asi"));
    CHECK_FALSE(isInstrumentName("tarot"));
    const auto questionnaire =
        base::json::parse(fileText("assets/instruments/medical-test.json"), {.maxBytes = 1024 * 1024, .maxDepth = 64});
    if (!questionnaire)
        FAIL(questionnaire.error().detail());
    const auto &items = *questionnaire->find("item")->array();
    const auto test = std::ranges::find_if(items, [](const auto &item) { return item.stringAt("linkId") == "test"; });
    REQUIRE(test != items.end());
    for (const auto &option : *test->find("answerOption")->array())
        CHECK(isMedicalTestName(option.find("valueCoding")->stringAt("code")));
    CHECK(test->find("answerOption")->array()->size() == 10);
    CHECK_FALSE(isMedicalTestName("hair"));
}

TEST_CASE("of several versions the one valid on the day is found")
{
    const std::string old =
        replaced(goodText(), R"("validFrom":"2025-07-01")", R"("validFrom":"2025-07-01","validTo":"2026-06-30")");
    const std::string later =
        replaced(replaced(replaced(goodText(), R"("validFrom":"2025-07-01")", R"("validFrom":"2026-07-01")"),
                          R"("version":1)", R"("version":2)"),
                 R"("value":4)", R"("value":5)");
    const auto catalogue = ProfileCatalogue::create({{"old.json", old}, {"new.json", later}});
    REQUIRE(catalogue.has_value());
    CHECK(catalogue->find("test", *base::parseDate("2026-06-30"))->stated.lobAttempts->value == 4);
    CHECK(catalogue->find("test", *base::parseDate("2026-07-01"))->stated.lobAttempts->value == 5);
    CHECK(catalogue->find("test", *base::parseDate("2024-01-01")).error().code() == base::ErrorCode::NotFound);
    CHECK(catalogue->findVersion("test", 1, Today)->stated.lobAttempts->value == 4);
    CHECK(catalogue->findVersion("test", 3, Today).error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("profiles that contradict each other are refused with the file's name")
{
    const auto twice = ProfileCatalogue::create({{"a.json", goodText()}, {"b.json", goodText()}});
    CHECK(twice.error().detail() == "b.json: version: this version of the profile is there twice");
    const auto overlapping = ProfileCatalogue::create(
        {{"a.json", goodText()}, {"b.json", replaced(goodText(), R"("version":1)", R"("version":2)")}});
    CHECK(overlapping.error().detail()
          == "b.json: validFrom: another version of the profile is valid at the same time");
    const auto orphan = ProfileCatalogue::create(
        {{"a.json", replaced(goodText(), R"("validFrom")", R"("parent":"nobody","validFrom")")}});
    CHECK(orphan.error().detail() == "a.json: parent: no profile of this id is valid on that day");
    const auto circle =
        ProfileCatalogue::create({{"a.json", replaced(goodText(), R"("id":"test")", R"("id":"a","parent":"b")")},
                                  {"b.json", replaced(goodText(), R"("id":"test")", R"("id":"b","parent":"a")")}});
    CHECK(circle.error().detail() == "a.json: parent: parents stand in a circle or too deep");
    const auto broken = ProfileCatalogue::create({{"a.json", "{}"}});
    CHECK(broken.error().detail() == "a.json: format: is missing");
}

TEST_CASE("a child whose figures contradict its parent's is refused")
{
    const std::string parent =
        replaced(replaced(goodText(), R"("id":"test")", R"("id":"county")"), R"("value":4)", R"("value":10)");
    const std::string child = replaced(replaced(goodText(), R"("id":"test")", R"("id":"child","parent":"county")"),
                                       R"("lob.attempts":{"value":4)", R"("lob.attemptWindowDays":{"value":5)");
    const auto catalogue = ProfileCatalogue::create({{"a.json", parent}, {"b.json", child}});
    REQUIRE_FALSE(catalogue.has_value());
    CHECK(catalogue.error().detail() == "b.json: settings.lob.attempts: there are more attempts than days for them");
}
