// What a person is given to ring: neutral, and a vCard in which no text can do anything but stand there.
#include "core/base/text.h"
#include "core/rules/contact_card.h"
#include "tests/unit/rules_profile_texts.h"

using namespace faltakt;
using namespace faltakt::testing;

namespace {

ProfileContact contact(std::string code, std::string name, std::string group, std::string number)
{
    ProfileContact made;
    made.code = std::move(code);
    made.name = std::move(name);
    made.group = std::move(group);
    if (!number.empty()) {
        made.number.emplace();
        made.number->value = std::move(number);
    }
    return made;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", from)) {
        lines.push_back(text.substr(from, end - from));
        from = end + 2;
    }
    CHECK(from == text.size());
    return lines;
}

/// As a reader of RFC 2425 puts folded lines together.
std::vector<std::string> unfolded(const std::string &text)
{
    std::vector<std::string> lines;
    for (const std::string &line : linesOf(text)) {
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("only contacts with a number are given, the municipality's own first, none of those for danger")
{
    Profile profile;
    profile.contacts = {contact("clinic", "Kliniken", "region", "0953-140 00"), contact("ifo", "Vuxna", "own", ""),
                        contact("emergency", "Nödnumret", "own", "112"),
                        contact("womensHelpline", "Linjen", "national", "020-50 50 50"),
                        contact("day", "Dagcentralen", "own", "08-465 004 10")};
    const auto cards = contactCards(profile, base::Language::Swedish);
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].code == "day");
    CHECK(cards[1].code == "clinic");
    CHECK(cards[0].name == "Dagcentralen");
    CHECK(contactCards(Profile(), base::Language::Swedish).empty());
}

TEST_CASE("a contact whose name says why one rings is given by its number, or by the neutral name of the profile")
{
    Profile profile;
    profile.contacts = {contact("nova", "Beroendemottagningen", "own", "0157-43 00 00")};
    auto cards = contactCards(profile, base::Language::Swedish);
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].name.empty());
    CHECK(cards[0].listName == "Beroendemottagningen");
    CHECK(vCard(cards[0], "").find("eroende") == std::string::npos);
    CHECK(vCard(cards[0], "").find("FN:0157-43 00 00\r\n") != std::string::npos);
    profile.contacts[0].cardName = {"Vuxenteamet", "The adult team"};
    CHECK(contactCards(profile, base::Language::Swedish)[0].name == "Vuxenteamet");
    CHECK(contactCards(profile, base::Language::English)[0].name == "The adult team");
}

TEST_CASE("names that tell are known inside long words, and ordinary ones pass")
{
    for (const auto *name : {"Dopningsmottagningen i Örebro län", "Spelberoendelinjen", "Tillnyktringsenheten",
                             "Socialjouren", "Kvinnojouren Malva", "Vårnäs behandlingshem", "Psykiatriska kliniken",
                             "Socialtjänsten", "Addiction care", "VÅLD I NÄRA RELATION"}) {
        INFO(name);
        CHECK(isTellingName(name));
    }
    for (const auto *name : {"Dagcentralen", "Nova öppenvård", "Individ- och familjeomsorgen", "Norsjö kommun", ""}) {
        INFO(name);
        CHECK_FALSE(isTellingName(name));
    }
}

TEST_CASE("the example's contact is given by its neutral name with its hours")
{
    const auto shipped = shippedProfiles();
    REQUIRE(shipped.has_value());
    const auto catalogue = shipped->withOwn({{"exempelby.json", fileText("assets/examples/exempelby.json")}});
    REQUIRE(catalogue.has_value());
    const auto profile = catalogue->find("exempelby", *base::parseDate("2026-12-01"));
    REQUIRE(profile.has_value());
    const auto cards = contactCards(*profile, base::Language::Swedish);
    const auto card = std::ranges::find(cards, "ifo", &ContactCard::code);
    REQUIRE(card != cards.end());
    CHECK(vCard(*card, "Elin")
          == "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Elin;;;\r\nFN:Elin\\, Vuxenteamet\r\nORG:Vuxenteamet\r\n"
             "TEL;TYPE=WORK,VOICE:0846500422\r\nNOTE:vardagar 8–16\r\nEND:VCARD\r\n");
    CHECK(vCard(*card, "")
          == "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Vuxenteamet;;;;\r\nFN:Vuxenteamet\r\nORG:Vuxenteamet\r\n"
             "TEL;TYPE=WORK,VOICE:0846500422\r\nNOTE:vardagar 8–16\r\nEND:VCARD\r\n");
}

TEST_CASE("no text of a card ends a line, opens a field or begins a card of its own")
{
    const std::string hostile = GENERATE(std::string("Enheten\r\nTEL:112\r\nEND:VCARD\r\nBEGIN:VCARD"),
                                         std::string("a;b,c\\d:e\"f"), std::string("null \0 inside", 13),
                                         std::string("\x1b[31mred\x7f\t"), std::string(200, ';'), std::string("\\"));
    ContactCard card{"x", hostile, hostile, "+46 70-174 06 05", hostile};
    const std::string text = vCard(card, hostile);
    const auto lines = unfolded(text);
    REQUIRE(lines.size() == 8);
    CHECK(lines.front() == "BEGIN:VCARD");
    CHECK(lines[2].starts_with("N:;"));
    CHECK(lines[3].starts_with("FN:"));
    CHECK(lines[4].starts_with("ORG:"));
    CHECK(lines[5] == "TEL;TYPE=WORK,VOICE:+46701740605");
    CHECK(lines[6].starts_with("NOTE:"));
    CHECK(lines.back() == "END:VCARD");
    for (const std::string &line : lines)
        for (const char character : line)
            CHECK((static_cast<unsigned char>(character) >= 0x20 && character != 0x7f));
    // Each separator of a text has its backslash; those of the name's five fields have none.
    int fields = 0;
    bool isEscaped = false;
    for (const char character : lines[2]) {
        fields += character == ';' && !isEscaped ? 1 : 0;
        isEscaped = character == '\\' && !isEscaped;
    }
    CHECK(fields == 4);
}

TEST_CASE("long names are folded at 75 octets and never within a letter")
{
    std::string name;
    for (int each = 0; each < 90; ++each)
        name += each % 2 == 0 ? "å" : "b";
    const std::string text = vCard({"x", name, name, "08-465 004 00", name}, name);
    for (const std::string &line : linesOf(text)) {
        CHECK(line.size() <= 75);
        CHECK(base::isValidUtf8(line));
    }
    CHECK(text.size() < 1024);
}

TEST_CASE("a profile's neutral name may not tell who or why")
{
    const auto withName = [](std::string_view words) {
        return replaced(goodText(), R"("name":"Jouren",)", R"("name":"Jouren","cardName":)" + std::string(words) + ',');
    };
    CHECK(faultOf(withName(R"({"sv":"Vuxenteamet"})")).empty());
    CHECK(faultOf(withName(R"({"sv":"Beroendeteamet"})"))
          == "file: contacts[0].cardName.sv: gives away who writes or why");
    CHECK(faultOf(withName(R"({"sv":"Teamet","en":"Drug team"})"))
          == "file: contacts[0].cardName.en: gives away who writes or why");
    CHECK_FALSE(faultOf(withName("{\"sv\":\"" + std::string(61, 'x') + "\"}")).empty());
}
