#include "core/rules/emergency_contacts.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_reader.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

EmergencyContacts shipped()
{
    const auto contacts = shippedEmergencyContacts();
    if (!contacts)
        FAIL(contacts.error().detail());
    return *contacts;
}

std::vector<std::string> codesOf(const std::vector<EmergencyContact> &contacts)
{
    std::vector<std::string> codes;
    std::ranges::transform(contacts, std::back_inserter(codes), &EmergencyContact::code);
    return codes;
}

const EmergencyContact &byCode(const std::vector<EmergencyContact> &contacts, std::string_view code)
{
    const auto found = std::ranges::find(contacts, code, &EmergencyContact::code);
    REQUIRE(found != contacts.end());
    return *found;
}

Profile profileWith(std::string_view contacts)
{
    const auto profile = readProfile(R"({"format":2,"id":"test","version":1,"name":"Test","kind":"municipality",)"
                                     R"("lawVersion":"2025:400","settings":{},"contacts":[)"
                                     + std::string(contacts) + "]}");
    REQUIRE(profile.has_value());
    return *profile;
}

/// A small file in order; tests break one thing each.
std::string goodText()
{
    return R"({"format":1,"version":1,"contacts":[{"code":"late","scope":"national","group":"support",)"
           R"("name":{"sv":"Sen","en":"Late"},"when":{"sv":"Sedan","en":"Later"},"number":"114 14","source":"x",)"
           R"("confidence":"secondary"},{"code":"onCall","scope":"municipal","group":"danger",)"
           R"("name":{"sv":"Jour","en":"On call"},"when":{"sv":"Nu","en":"Now"},"source":"x","confidence":"primary"}]})";
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), with);
}

} // namespace

TEST_CASE("without a profile the national numbers are there and 112 comes first")
{
    const auto contacts = shipped().withoutProfile(Language::Swedish);
    REQUIRE(contacts.size() >= 6);
    CHECK(contacts.front().code == "emergency");
    CHECK(contacts.front().number->value == "112");
    CHECK(byCode(contacts, "healthAdvice").number->value == "1177");
    CHECK(byCode(contacts, "poisonInformation").dialled == "0104566700");
    CHECK(byCode(contacts, "womensHelpline").number.has_value());
    for (const EmergencyContact &contact : contacts) {
        INFO(contact.code);
        CHECK(contact.number.has_value() == (contact.scope == ContactScope::National));
        CHECK(contact.dialled.empty() == !contact.number.has_value());
        CHECK_FALSE(contact.name.empty());
        CHECK_FALSE(contact.when.empty());
    }
}

TEST_CASE("the groups follow each other in both languages with the same codes")
{
    const auto swedish = shipped().withoutProfile(Language::Swedish);
    const auto english = shipped().withoutProfile(Language::English);
    CHECK(std::ranges::is_sorted(swedish, {}, &EmergencyContact::group));
    CHECK(codesOf(swedish) == codesOf(english));
    CHECK(byCode(swedish, "onCall").name == "Socialjouren");
    CHECK(byCode(english, "onCall").name == "Social services out of hours");
}

TEST_CASE("every contact that the product expects of a profile has its place behind Akut")
{
    const auto contacts = shipped().withoutProfile(Language::Swedish);
    for (const std::string &missing : missingSettings(emptyProfile())) {
        if (missing.starts_with("contacts."))
            CHECK(std::ranges::count(contacts, missing.substr(9), &EmergencyContact::code) == 1);
    }
}

TEST_CASE("a municipal number that the profile does not state stays missing")
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto taby = catalogue->find("taby", *base::parseDate("2026-10-19"));
    REQUIRE(taby.has_value());
    const auto contacts = shipped().forProfile(*taby, Language::Swedish);
    CHECK_FALSE(byCode(contacts, "onCall").number.has_value());
    CHECK_FALSE(byCode(contacts, "psychiatricEmergency").number.has_value());
    CHECK(byCode(contacts, "emergency").number->value == "112");
}

TEST_CASE("the profile's own number and name go before the national ones")
{
    const Profile profile =
        profileWith(R"({"code":"womensHelpline","name":"Kvinnojouren Exempel","number":{"value":"08-465 004 01",)"
                    R"("kind":"guideline","source":"Riktlinje, våld","confidence":"secondary"},)"
                    R"("kind":"guideline","source":"x","confidence":"primary"},)"
                    R"({"code":"onCall","name":"Jouren i Exempel","number":{"value":"+46 8 465 004 00",)"
                    R"("kind":"guideline","source":"Riktlinje, jour","confidence":"primary"},)"
                    R"("kind":"guideline","source":"x","confidence":"primary"})");
    const auto contacts = shipped().forProfile(profile, Language::Swedish);
    CHECK(byCode(contacts, "womensHelpline").name == "Kvinnojouren Exempel");
    CHECK(byCode(contacts, "womensHelpline").number->source == "Riktlinje, våld");
    CHECK(byCode(contacts, "womensHelpline").confidence == Confidence::Secondary);
    CHECK(byCode(contacts, "onCall").dialled == "+46846500400");
    CHECK(byCode(contacts, "onCall").number->profile == "test");
}

TEST_CASE("a profile's contact without a number does not hide the national number")
{
    const Profile profile =
        profileWith(R"({"code":"emergency","name":"Larm","kind":"guideline","source":"x","confidence":"primary"})");
    const auto contacts = shipped().forProfile(profile, Language::Swedish);
    CHECK(byCode(contacts, "emergency").number->value == "112");
    CHECK(byCode(contacts, "emergency").name == "SOS Alarm");
}

TEST_CASE("what the profile adds under a code of its own comes last")
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto norsjo = catalogue->find("norsjo", *base::parseDate("2026-10-19"));
    REQUIRE(norsjo.has_value());
    const auto contacts = shipped().forProfile(*norsjo, Language::Swedish);
    CHECK(contacts.back().code == "dopingAdvice");
    CHECK(contacts.back().number->value == "019-602 33 60");
    CHECK(contacts.back().scope == ContactScope::Municipal);
}

TEST_CASE("a place of the profile's own that nobody can ring is not behind Akut")
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto flen = catalogue->find("flen", *base::parseDate("2026-10-19"));
    REQUIRE(flen.has_value());
    REQUIRE(std::ranges::find(flen->contacts, "varnas", &ProfileContact::code) != flen->contacts.end());
    const auto contacts = shipped().forProfile(*flen, Language::Swedish);
    CHECK(std::ranges::find(contacts, "varnas", &EmergencyContact::code) == contacts.end());
}

TEST_CASE("the entries are set by group, not by their place in the file")
{
    const auto contacts = EmergencyContacts::create(goodText());
    REQUIRE(contacts.has_value());
    CHECK(codesOf(contacts->withoutProfile(Language::English)) == std::vector<std::string>{"onCall", "late"});
}

TEST_CASE("a file with one fault is refused with its place")
{
    struct Breakage {
        std::string_view what;
        std::string_view with;
        std::string_view detail;
    };
    const Breakage breakages[]{
        {R"("format":1)", R"("format":2)", "format: written for a newer version of the program"},
        {R"("version":1)", R"("version":0)", "version: must be between 1 and 1000000"},
        {R"("code":"onCall")", R"("code":"late")", "contacts[1].code: is there twice"},
        {R"("group":"danger")", R"("group":"soon")", "contacts[1].group: must be danger, advice or support"},
        {R"("scope":"municipal")", R"("scope":"state")", "contacts[1].scope: must be national or municipal"},
        {R"("scope":"municipal")", R"("scope":"national")", "contacts[1].number: is missing"},
        {R"("scope":"national")", R"("scope":"municipal")",
         "contacts[0].number: stands in the municipality's profile, not here"},
        {R"("114 14")", R"("114 kv")",
         "contacts[0].number: must be a telephone number of digits, spaces, hyphens and a plus"},
        {R"("sv":"Nu",)", "", "contacts[1].when.sv: is missing"},
        {R"("en":"Now")", R"("en":"Now","de":"Jetzt")", "contacts[1].when.de: is not a known name here"},
        {R"("confidence":"secondary")", R"("confidence":"sure")",
         "contacts[0].confidence: must be primary, secondary or unconfirmed"},
        {R"("source":"x")", R"("sauce":"x")", "contacts[0].sauce: is not a known name here"},
    };
    for (const Breakage &breakage : breakages) {
        INFO(breakage.detail);
        const auto contacts = EmergencyContacts::create(replaced(goodText(), breakage.what, breakage.with));
        REQUIRE_FALSE(contacts.has_value());
        CHECK(contacts.error().detail() == breakage.detail);
    }
}
