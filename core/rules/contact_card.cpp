#include "core/rules/contact_card.h"

#include "core/casework/contact_way.h"
#include "core/rules/telling_words.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

/// Of a line, without its end (RFC 2426, 2.6).
constexpr std::size_t LineOctets = 75;
/// Of a name, so that the code stays one that is read from an arm's length.
constexpr std::size_t LongestName = 120;

bool isControl(char character)
{
    const auto octet = static_cast<unsigned char>(character);
    return octet < 0x20 || octet == 0x7f;
}

bool beginsCharacter(char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) != 0x80U; }

/// At most so many octets, never half a character.
std::string_view cut(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && !beginsCharacter(text[end]))
        --end;
    return text.substr(0, end);
}

/// A value in which nothing ends the line or the field. What controls a terminal has no place in a name.
std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char character : text) {
        if (character == '\\' || character == ',' || character == ';')
            safe += '\\';
        if (!isControl(character))
            safe += character;
        else if (character == '\n' || character == '\t')
            safe += ' ';
    }
    return safe;
}

/// A line of the card, on as many lines as its length asks for.
std::string line(std::string_view name, const std::string &value)
{
    const std::string whole = std::string(name) + ':' + value;
    std::string folded;
    std::string_view left = whole;
    for (std::size_t room = LineOctets; !left.empty(); room = LineOctets - 1) {
        const std::string_view piece = cut(left, room);
        folded += folded.empty() ? "" : "\r\n ";
        folded += piece;
        left.remove_prefix(piece.size());
    }
    return folded + "\r\n";
}

/// Those that are rung in danger, by the codes that the product knows.
bool isUrgent(const std::string &code)
{
    static constexpr std::array<std::string_view, 4> Urgent{"emergency", "psychiatricEmergency", "poisonInformation",
                                                            "womensHelpline"};
    return std::ranges::find(Urgent, code) != Urgent.end();
}

} // namespace

bool isTellingName(std::string_view name)
{
    // Anywhere in a word: Swedish makes one of several.
    static constexpr std::array<std::string_view, 20> Telling{
        "missbruk",  "beroende", "addict",     "dopning", "doping",     "nykter",    "sober",
        "tillnyktr", "abstinen", "withdrawal", "laro",    "behandling", "treatment", "psykiatri",
        "psychiatr", "våld",     "violence",   "jouren",  "kvinnofrid", "rehab"};
    const std::vector<std::string> words = plainWords(name);
    return isTelling(name) || std::ranges::any_of(words, [](const std::string &word) {
               return std::ranges::any_of(Telling,
                                          [&](std::string_view part) { return word.find(part) != std::string::npos; });
           });
}

std::vector<ContactCard> contactCards(const Profile &profile, Language language)
{
    std::vector<ContactCard> cards;
    for (const bool isOwn : {true, false})
        for (const ProfileContact &contact : profile.contacts) {
            if (!contact.number || (contact.group == "own") != isOwn || isUrgent(contact.code)
                || casework::dialledNumber(contact.number->value).empty())
                continue;
            const std::string &neutral = contact.cardName.in(language);
            ContactCard card{contact.code, contact.name, neutral, contact.number->value, contact.hours.in(language)};
            if (neutral.empty() && !isTellingName(contact.name))
                card.name = contact.name;
            cards.push_back(std::move(card));
        }
    return cards;
}

std::string vCard(const ContactCard &card, std::string_view firstName)
{
    const std::string unit = escaped(cut(card.name, LongestName));
    const std::string person = escaped(cut(firstName, LongestName));
    const std::string number = escaped(card.number);
    const std::string shown = person.empty() ? (unit.empty() ? number : unit)
                              : unit.empty() ? person
                                             : person + "\\, " + unit;
    std::string text = line("BEGIN", "VCARD") + line("VERSION", "3.0");
    // Family name, first name, and three fields more: without a person the unit is what a telephone sorts by.
    text += line("N", person.empty() ? shown + ";;;;" : ";" + person + ";;;");
    text += line("FN", shown);
    if (!unit.empty())
        text += line("ORG", unit);
    text += line("TEL;TYPE=WORK,VOICE", casework::dialledNumber(card.number));
    if (!card.hours.empty())
        text += line("NOTE", escaped(cut(card.hours, LongestName)));
    return text + line("END", "VCARD");
}

} // namespace faltakt::rules
