#include "core/base/random.h"
#include "tests/unit/rules_profile_texts.h"

#include <algorithm>
#include <array>

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::testing;

namespace {

struct Breakage {
    std::string_view what;
    std::string_view with;
    std::string_view detail;
};

} // namespace

TEST_CASE("every shipped profile loads with its parents")
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    CHECK(catalogue->ids() == std::vector<std::string>{"flen", "norsjo", "taby", "vasterbotten"});
    for (const std::string &id : catalogue->ids())
        CHECK(catalogue->find(id, Today).has_value());
}

TEST_CASE("Taby states its ages, its letter to all and no number of days")
{
    const Profile taby = shipped("taby");
    CHECK(taby.parent.empty());
    CHECK(taby.stated.targetAge->value == 20);
    CHECK(taby.stated.targetAge->kind == SourceKind::Guideline);
    CHECK(taby.stated.lobLetterToAll->value);
    CHECK(taby.stated.followUpMonths->value == 3);
    CHECK_FALSE(taby.stated.lobLetterDays.has_value());
    CHECK(taby.setting(&ProfileSettings::lobLetterDays)->value == 5);
    CHECK(taby.setting(&ProfileSettings::lobLetterDays)->kind == SourceKind::Default);
}

TEST_CASE("Norsjo inherits what the county states and adds its own")
{
    const Profile norsjo = shipped("norsjo");
    CHECK(norsjo.parent == "vasterbotten");
    CHECK(norsjo.stated.lobSafetyCheckHours->value == 24);
    CHECK(norsjo.stated.lobSafetyCheckHours->profile == "norsjo");
    CHECK(norsjo.stated.lobIntensifyKnown->value);
    CHECK(norsjo.stated.lobIntensifyKnown->profile == "vasterbotten");
    CHECK(norsjo.stated.lobEnabled->profile == "vasterbotten");
    REQUIRE(norsjo.instrument("audit"));
    CHECK(norsjo.instrument("audit")->profile == "norsjo");
    REQUIRE(norsjo.instrument("dok"));
    CHECK(norsjo.instrument("dok")->profile == "vasterbotten");
    CHECK_FALSE(norsjo.instrument("net-plan"));
    CHECK(norsjo.contactNumber("dopingAdvice")->value == "019-602 33 60");
}

TEST_CASE("what no guideline says stays unset and is listed as missing")
{
    const Profile taby = shipped("taby");
    CHECK_FALSE(taby.setting(&ProfileSettings::lobSafetyCheckHours).has_value());
    CHECK_FALSE(taby.contactNumber("onCall").has_value());
    const auto missing = missingSettings(taby);
    const auto isMissing = [&](std::string_view name) { return std::ranges::find(missing, name) != missing.end(); };
    CHECK(isMissing("lob.safetyCheckHours"));
    CHECK(isMissing("lob.attempts"));
    CHECK(isMissing("contacts.onCall"));
    CHECK_FALSE(isMissing("targetAge"));
    CHECK_FALSE(isMissing("contacts.emergency"));
}

TEST_CASE("the product's figures say of themselves that they are defaults, except the law's age")
{
    forEachSetting([](std::string_view name, auto member) {
        INFO(name);
        const auto &figure = productDefaults().*member;
        if (figure) {
            CHECK((figure->kind == SourceKind::Law) == (name == "lob.safetyCheckUnderAge"));
            CHECK_FALSE(figure->source.empty());
        }
    });
}

TEST_CASE("a good profile is read with all that it says")
{
    const auto profile = readProfile(goodText());
    REQUIRE(profile.has_value());
    CHECK(profile->id == "test");
    CHECK(profile->stated.lobAttempts->value == 4);
    CHECK(profile->contactNumber("onCall")->value == "08-465 004 00");
    CHECK(profile->isValidOn(*base::parseDate("2025-07-01")));
    CHECK_FALSE(profile->isValidOn(*base::parseDate("2025-06-30")));
}

TEST_CASE("each mistake in a profile is refused with its place and its reason")
{
    static constexpr std::array breakages{
        Breakage{R"("format":2)", R"("format":3)", "format: written for a newer version of the program"},
        Breakage{R"("format":2)", R"("format":1)", "format: written for an older version of the program"},
        Breakage{R"("format":2,)", "", "format: is missing"},
        Breakage{R"("id":"test")", R"("id":"Test")",
                 "id: must be a code of letters, digits and hyphens that begins with a small letter"},
        Breakage{R"("id":"test")", R"("id":7)", "id: must be text"},
        Breakage{R"("version":1)", R"("version":0)", "version: must be between 1 and 1000000"},
        Breakage{R"("version":1)", R"("version":1.5)", "version: must be a whole number"},
        Breakage{R"("name":"Test")", R"("name":"")", "name: must not be empty"},
        Breakage{R"("name":"Test")", R"("name":" Test")", "name: has white space at its beginning or end"},
        Breakage{R"("name":"Test")", R"("name":"A\nB")", "name: holds a control character"},
        Breakage{R"("kind":"municipality")", R"("kind":"region")", "kind: must be county or municipality"},
        Breakage{R"("validFrom":"2025-07-01")", R"("validFrom":"2025-02-30")",
                 "validFrom: must be an existing day as YYYY-MM-DD"},
        Breakage{R"("validFrom":"2025-07-01")", R"("validFrom":"2025-07-01","validTo":"2025-06-30")",
                 "validTo: lies before validFrom"},
        Breakage{R"("validFrom")", R"("parent":"test","validFrom")", "parent: a profile cannot be its own parent"},
        Breakage{R"("lawVersion":"2025:400")", R"("lawVersion":"1980:620")",
                 "lawVersion: must be 2001:453 or 2025:400"},
        Breakage{R"("lawVersion")", R"("lawversion")", "lawversion: is not a known name here"},
        Breakage{R"("settings":{)", R"("settings":{"lob.attemps":1,)",
                 "settings.lob.attemps: is not a known name here"},
        Breakage{R"("settings":{)", R"("settings":{"skipRule":true,)", "settings.skipRule: must be an object"},
        Breakage{R"("value":4)", R"("value":0)", "settings.lob.attempts.value: must be between 1 and 10"},
        Breakage{R"("value":4)", R"("value":"4")", "settings.lob.attempts.value: must be a whole number"},
        Breakage{R"("value":4)", R"("value":null)", "settings.lob.attempts.value: must be a whole number"},
        Breakage{R"("value":4,)", "", "settings.lob.attempts.value: is missing"},
        Breakage{R"("value":4,)", R"("value":4,"unit":"days",)",
                 "settings.lob.attempts.unit: is not a known name here"},
        Breakage{R"("value":20,"kind":"guideline")", R"("value":20,"kind":"habit")",
                 "settings.targetAge.kind: must be law, guideline or default"},
        Breakage{R"("lob.attempts":{)", R"("lob.letterToAll":{"value":1,"kind":"guideline"},"lob.attempts":{)",
                 "settings.lob.letterToAll.value: must be true or false"},
        Breakage{R"("value":"08-465 004 00")", R"("value":"ring oss")",
                 "contacts[0].number.value: must be a telephone number of digits, spaces, hyphens and a plus"},
        Breakage{R"("code":"onCall",)", "", "contacts[0].code: is missing"},
        Breakage{R"([{"code":"audit")",
                 R"([{"code":"audit","kind":"guideline","source":"x","confidence":"primary"},{"code":"audit")",
                 "instruments[1].code: is there twice"},
        Breakage{R"([{"code":"audit")", R"([7,{"code":"audit")", "instruments[0]: must be an object"},
        Breakage{R"("confidence":"secondary")", R"("confidence":"sure")",
                 "settings.lob.attempts.confidence: must be primary, secondary or unconfirmed"},
        Breakage{R"({"code":"audit",)", R"({"code":"audit","when":"alltid",)",
                 "instruments[0].when: must be an object"},
        Breakage{R"({"code":"audit",)", R"({"code":"audit","priority":11,)",
                 "instruments[0].priority: must be between 1 and 10"},
    };
    for (const Breakage &breakage : breakages) {
        const auto profile = readProfile(replaced(goodText(), breakage.what, breakage.with));
        INFO(breakage.detail);
        REQUIRE_FALSE(profile.has_value());
        CHECK(profile.error().detail() == breakage.detail);
    }
    CHECK_FALSE(readProfile("").has_value());
    CHECK_FALSE(readProfile("[]").has_value());
    CHECK_FALSE(readProfile(goodText().substr(0, 100)).has_value());
    CHECK_FALSE(readProfile(R"({"format":2,"format":2})").has_value());
    CHECK(readProfile(std::string(ProfileFileBytes + 1, ' ')).error().code() == base::ErrorCode::TooLarge);
}

TEST_CASE("what can lie open on a screen or doormat names neither unit nor reason")
{
    const auto faultWith = [](const std::string &words) {
        const std::string letter = R"("templates":[{"code":"t","use":"sms","name":{"sv":"N"},"text":)" + words
                                   + R"(,"kind":"guideline","source":"x","confidence":"primary"}],"contacts")";
        const auto profile = readProfile(replaced(goodText(), R"("contacts")", letter));
        return profile ? std::string() : profile.error().detail();
    };
    CHECK(faultWith(R"({"sv":"Hej, ring {number}.","en":"Hi, call {number}."})").empty());
    CHECK(faultWith(R"({"sv":"Ett globalt lobbande är inget."})").empty());
    for (const std::string_view word :
         {"LOB", "polisen", "berusad", "Socialtjänsten", "drogfri", "en soc", "påverkad"}) {
        INFO(word);
        CHECK(faultWith(R"({"sv":"Hej )" + std::string(word) + R"(, ring."})")
              == "templates[0].text.sv: gives away who writes or why");
    }
    CHECK(faultWith(R"({"sv":"Hej","en":"the social services"})")
          == "templates[0].text.en: gives away who writes or why");
}

TEST_CASE("a foreign name with odd bytes is not repeated in the error")
{
    const auto profile = readProfile(replaced(goodText(), R"("format":2)", R"("format":2,"Ä personnummer":1)"));
    REQUIRE_FALSE(profile.has_value());
    CHECK(profile.error().detail() == "(a member): is not a known name here");
}

TEST_CASE("the hash is that of the content, not of its layout, and follows the parent")
{
    const auto one = readProfile(goodText());
    const auto spaced =
        readProfile(replaced(goodText(), R"({"format":2,"id":"test",)", "{\n \"id\":\"test\", \"format\": 2,"));
    const auto other = readProfile(replaced(goodText(), R"("value":4)", R"("value":5)"));
    CHECK(one->hash == spaced->hash);
    CHECK(one->hash != other->hash);
    const std::string child = replaced(replaced(goodText(), R"("id":"test")", R"("id":"child","parent":"test")"),
                                       R"("validFrom":"2025-07-01",)", "");
    const auto first = ProfileCatalogue::create({{"a.json", goodText()}, {"b.json", child}});
    const auto second =
        ProfileCatalogue::create({{"a.json", replaced(goodText(), R"("value":4)", R"("value":5)")}, {"b.json", child}});
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(first->find("child", Today)->hash != second->find("child", Today)->hash);
}

TEST_CASE("damaged profiles are refused with words or read, and never worse")
{
    base::SeededRandom random(7);
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        const auto &files = shippedProfileFiles();
        std::string text = files[random.below(files.size())].text;
        for (std::uint64_t count = 1 + random.below(4); count > 0; --count) {
            const auto at = random.below(text.size());
            switch (random.below(3)) {
            case 0: text[at] = char(random.below(256)); break;
            case 1: text.erase(at, 1 + random.below(20)); break;
            default: text.insert(at, text.substr(random.below(text.size()), random.below(30))); break;
            }
        }
        const auto profile = readProfile(text);
        if (!profile) {
            ++refused;
            REQUIRE_FALSE(profile.error().detail().empty());
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("the published schema names the same settings and limits as the reader")
{
    const auto schema = base::json::parse(fileText("assets/schemas/profile.schema.json"));
    REQUIRE(schema.has_value());
    const auto *settings = schema->find("properties")->find("settings")->find("properties")->object();
    std::size_t known = 0;
    forEachSetting([&]<typename T>(std::string_view name, Setting<T> ProfileSettings::*) {
        INFO(name);
        ++known;
        REQUIRE(settings->contains(name));
        if constexpr (std::is_same_v<T, int>) {
            const auto *value = settings->find(name)->find("properties")->find("value");
            const auto limits = std::pair(value->integerAt("minimum", -1), value->integerAt("maximum", -1));
            const auto faultAt = [&](std::int64_t number) {
                const std::string head = goodText().substr(0, goodText().find(R"("settings")"));
                const auto profile = readProfile(head + R"("settings":{)" + setting(name, std::to_string(number))
                                                 + R"("region":{"off":true}}})");
                return profile ? std::string() : profile.error().detail();
            };
            const std::string refusal = "settings." + std::string(name) + ".value: must be between "
                                        + std::to_string(limits.first) + " and " + std::to_string(limits.second);
            CHECK(faultAt(limits.first - 1) == refusal);
            CHECK(faultAt(limits.second + 1) == refusal);
            CHECK(faultAt(limits.first) != refusal);
            CHECK(faultAt(limits.second) != refusal);
        }
    });
    CHECK(settings->size() == known);
}
