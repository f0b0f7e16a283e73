#include "core/casework/note_proposal.h"
#include "core/casework/person_card.h"
#include "core/casework/protected_ways.h"

#include "tests/support/catch.h"

#include <array>

using namespace faltakt;
using namespace faltakt::casework;

namespace {

store::RecordView person(std::string_view fields)
{
    store::RecordView record;
    record.kind = "person";
    record.fields = *base::json::parse(fields)->object();
    return record;
}

std::vector<CallChoice> choices(std::string_view ways, bool hasViolenceFlag = false)
{
    return callOrder(readContactWays(person(R"({"contactWays":)" + std::string(ways) + "}")), hasViolenceFlag);
}

const base::Date Today = *base::parseDate("2026-10-19");

} // namespace

TEST_CASE("Swedish numbers are written in their usual groups, however they were typed")
{
    CHECK(phoneText("0701740605") == "070-174 06 05");
    CHECK(phoneText("+46 70 174 06 05") == "070-174 06 05");
    CHECK(phoneText("0046701740605") == "070-174 06 05");
    CHECK(phoneText("08-465 004 00") == "08-465 004 00");
    CHECK(phoneText("0846500400") == "08-465 004 00");
    CHECK(phoneText("0317770001") == "031-777 00 01");
    CHECK(phoneText("0500123456") == "0500-12 34 56");
}

TEST_CASE("a number of another country and a text that is no number are shown as they are")
{
    CHECK(phoneText(" +47 22 00 00 00 ") == "+47 22 00 00 00");
    CHECK(phoneText("fråga Eva") == "fråga Eva");
    CHECK(phoneText("112") == "112");
    CHECK(phoneText("").empty());
}

TEST_CASE("what the phone is handed has digits only, and nothing where there is no number")
{
    CHECK(dialledNumber("070-174 06 05") == "0701740605");
    CHECK(dialledNumber("+46 (70) 174 06 05") == "+46701740605");
    CHECK(dialledNumber("112") == "112");
    CHECK(dialledNumber("fråga Eva").empty());
    CHECK(dialledNumber("070-174 06 05 efter 16").empty());
}

TEST_CASE("the person's own number is rung before a shared one, and a direct one before one that goes by somebody")
{
    const auto order = choices(R"({"a":{"kind":"phone","value":"070-174 06 11","shared":true},)"
                               R"("b":{"kind":"phone","value":"070-174 06 12","through":"Dagcentralen"},)"
                               R"("c":{"kind":"phone","value":"070-174 06 13"},)"
                               R"("d":{"kind":"address","value":"Storgatan 1"}})");
    REQUIRE(order.size() == 3);
    CHECK(order[0].way.value == "070-174 06 13");
    CHECK(order[1].way.value == "070-174 06 12");
    CHECK(order[2].way.value == "070-174 06 11");
}

TEST_CASE("what to know before ringing stands with the number, in a fixed order")
{
    const auto order = choices(
        R"({"a":{"kind":"phone","value":"070-174 06 11","hours":"17-19","neverVoicemail":true,"shared":true}})");
    REQUIRE(order.size() == 1);
    CHECK(order.front().cautions == std::vector{CallCaution::Shared, CallCaution::NeverVoicemail, CallCaution::Hours});
}

TEST_CASE("no text message goes to a shared number or where violence is noted")
{
    CHECK(choices(R"({"a":{"kind":"phone","value":"070-174 06 11"}})").front().mayText);
    CHECK_FALSE(choices(R"({"a":{"kind":"phone","value":"070-174 06 11","shared":true}})").front().mayText);
    CHECK_FALSE(choices(R"({"a":{"kind":"phone","value":"070-174 06 11"}})", true).front().mayText);
}

TEST_CASE("a way is kept as it was read")
{
    const auto record = person(
        R"({"contactWays":{"a":{"kind":"phone","value":"070-174 06 11","hours":"17-19","through":"Eva","comment":"mor","neverVoicemail":true,"shared":true}}})");
    const auto ways = readContactWays(record);
    REQUIRE(ways.size() == 1);
    CHECK(base::json::Value(toJson(ways.front())) == *record.fields.find("contactWays")->find("a"));
}

TEST_CASE("contact ways of a shape that is not known are passed over")
{
    CHECK(readContactWays(person(R"({"contactWays":["070-174 06 11"]})")).empty());
    CHECK(readContactWays(person(R"({"contactWays":{"a":"070-174 06 11","b":{"kind":"phone"}}})")).empty());
}

TEST_CASE("lists show the first name and an initial")
{
    CHECK(initialName("Johan", "Ek") == "Johan E.");
    CHECK(initialName("Åsa", "Östman") == "Åsa Ö.");
    CHECK(initialName("Johan", "") == "Johan");
    CHECK(initialName("", "Ek") == "Ek");
    CHECK(initialName("", "").empty());
}

TEST_CASE("the card of a person is read with age, flags and ways")
{
    const PersonCard card = readPersonCard(person(
        R"({"givenName":"Johan","familyName":"Ek","birthDate":"1992-10-20","interpreter":"fi","protection":"none",)"
        R"("flags":{"f":{"code":"twoAtVisit","source":"lob","date":"2026-10-01","review":"2027-04-01"}},)"
        R"("aliases":{"a":{"name":"J. Ek"}},"contactWays":{"w":{"kind":"phone","value":"070-174 06 05"}}})"));
    CHECK(card.initialName == "Johan E.");
    CHECK(card.fullName == "Johan Ek");
    CHECK(card.ageOn(Today) == 33);
    CHECK(card.hasFlag("twoAtVisit"));
    CHECK(base::formatDate(card.flags.front().review.value()) == "2027-04-01");
    CHECK(card.aliases == std::vector<std::string>{"J. Ek"});
    CHECK(card.contactWays.size() == 1);
}

TEST_CASE("with protected identity nothing of the card names, finds or numbers the person")
{
    const PersonCard card = readPersonCard(
        person(R"({"givenName":"Johan","familyName":"Ek","identityNumber":"199210200000","birthDate":"1992-10-20",)"
               R"("aliases":{"a":{"name":"J. Ek"}},"contactWays":{"w":{"kind":"phone","value":"070-174 06 05"}},)"
               R"("protection":"sekretessmarkering"})"));
    CHECK(card.isProtected());
    CHECK(card.fullName.empty());
    CHECK(card.initialName.empty());
    CHECK(card.givenName.empty());
    CHECK(card.identityNumber.empty());
    CHECK(card.contactWays.empty());
    CHECK(card.aliases.empty());
    CHECK_FALSE(card.ageOn(Today).has_value());
}

TEST_CASE("in a conflict about protection the value that protects most counts")
{
    store::RecordView record = person(R"({"givenName":"Johan","protection":"none"})");
    CHECK(protectionLevel(record) == "none");
    record.otherValues.emplace_back("protection", "sekretessmarkering");
    record.otherValues.emplace_back("protection", "skyddadFolkbokforing");
    CHECK(protectionLevel(record) == "skyddadFolkbokforing");
    record.otherValues.emplace_back("protection", "aLevelOfLater");
    CHECK(protectionLevel(record) == "aLevelOfLater");
}

TEST_CASE("the interpreter's language has a name in both languages, and an unknown tag is shown raw")
{
    CHECK(interpreterText("fi", base::Language::Swedish) == "Tolk: finska");
    CHECK(interpreterText("fi", base::Language::English) == "Interpreter: Finnish");
    CHECK(interpreterText("xyz", base::Language::Swedish) == "Tolk: xyz");
    CHECK(interpreterText("", base::Language::Swedish).empty());
    for (const std::string_view tag : interpreterLanguages())
        CHECK(languageName(tag, base::Language::Swedish) != tag);
}

TEST_CASE("a caution is said in words, with the hours and the person it names")
{
    ContactWay way;
    way.hours = "17-19";
    way.through = "Dagcentralen";
    CHECK(cautionText(CallCaution::NeverVoicemail, way, base::Language::Swedish) == "Aldrig röstbrevlåda");
    CHECK(cautionText(CallCaution::Shared, way, base::Language::English) == "Others may answer");
    CHECK(cautionText(CallCaution::Through, way, base::Language::Swedish) == "Genom Dagcentralen");
    CHECK(cautionText(CallCaution::Hours, way, base::Language::Swedish) == "17-19");
}

namespace {

const base::Instant Noon = *base::parseInstant("2026-10-19T10:00:00Z");

CaseTouch touch(std::uint8_t number, int minutesAgo, CaseTouch::Way way)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    return {base::CaseId(base::Uuid(bytes)), Noon - std::chrono::minutes(minutesAgo), way};
}

} // namespace

TEST_CASE("a quick note is likely for whom one dealt with in the last half hour")
{
    const auto opened = touch(1, 30, CaseTouch::Way::Opened);
    CHECK(proposeNoteCase({touch(2, 31, CaseTouch::Way::Wrote), opened}, Noon).likely == opened.caseId);
    CHECK_FALSE(proposeNoteCase({touch(1, 31, CaseTouch::Way::Opened)}, Noon).likely.has_value());
    CHECK_FALSE(proposeNoteCase({touch(1, -5, CaseTouch::Way::Opened)}, Noon).likely.has_value());
}

TEST_CASE("the others are the latest three in which the worker wrote, each once")
{
    const auto proposal = proposeNoteCase({touch(1, 600, CaseTouch::Way::Wrote), touch(2, 500, CaseTouch::Way::Wrote),
                                           touch(3, 50, CaseTouch::Way::Opened), touch(4, 400, CaseTouch::Way::Wrote),
                                           touch(4, 450, CaseTouch::Way::Wrote), touch(5, 300, CaseTouch::Way::Wrote),
                                           touch(6, 10, CaseTouch::Way::Wrote)},
                                          Noon);
    CHECK(proposal.likely == touch(6, 0, CaseTouch::Way::Wrote).caseId);
    CHECK(proposal.others
          == std::vector{touch(5, 0, CaseTouch::Way::Wrote).caseId, touch(4, 0, CaseTouch::Way::Wrote).caseId,
                         touch(2, 0, CaseTouch::Way::Wrote).caseId});
}

TEST_CASE("a card with protected registration holds no address; what else leads to the person stays, in its order")
{
    CHECK_FALSE(forbidsAddress("none"));
    CHECK_FALSE(forbidsAddress(""));
    CHECK_FALSE(forbidsAddress("sekretessmarkering"));
    CHECK(forbidsAddress("skyddadFolkbokforing"));
    CHECK(forbidsAddress("fingerade"));
    CHECK(forbidsAddress("aLevelOfLater"));
    const base::json::Object ways{{"a", base::json::Object{{"kind", "phone"}, {"value", "070-174 06 05"}}},
                                  {"b", base::json::Object{{"kind", "address"}, {"value", "Provgatan 1"}}},
                                  {"c", base::json::Object{{"kind", "place"}, {"value", "Torget"}}},
                                  {"d", base::json::Object{{"kind", "address"}, {"comment", "c/o"}}},
                                  {"e", base::json::Value("of a later version")}};
    const base::json::Object kept = withoutAddresses(ways);
    std::string order;
    for (const auto &[id, element] : kept)
        order += id;
    CHECK(order == "ace");
    CHECK(*kept.find("a") == *ways.find("a"));
}
