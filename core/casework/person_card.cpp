#include "core/casework/person_card.h"

#include "core/base/text.h"
#include "core/casework/identity_number.h"
#include "core/casework/record_codes.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace {

struct NamedLanguage {
    std::string_view tag;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Languages{
    NamedLanguage{"am", "amhariska", "Amharic"},
    NamedLanguage{"ar", "arabiska", "Arabic"},
    NamedLanguage{"bs", "bosniska", "Bosnian"},
    NamedLanguage{"ckb", "sorani", "Sorani"},
    NamedLanguage{"de", "tyska", "German"},
    NamedLanguage{"en", "engelska", "English"},
    NamedLanguage{"es", "spanska", "Spanish"},
    NamedLanguage{"et", "estniska", "Estonian"},
    NamedLanguage{"fa", "persiska", "Persian"},
    NamedLanguage{"fi", "finska", "Finnish"},
    NamedLanguage{"fit", "meänkieli", "Meänkieli"},
    NamedLanguage{"fr", "franska", "French"},
    NamedLanguage{"hr", "kroatiska", "Croatian"},
    NamedLanguage{"kmr", "kurmanji", "Kurmanji"},
    NamedLanguage{"lt", "litauiska", "Lithuanian"},
    NamedLanguage{"lv", "lettiska", "Latvian"},
    NamedLanguage{"pl", "polska", "Polish"},
    NamedLanguage{"prs", "dari", "Dari"},
    NamedLanguage{"ps", "pashto", "Pashto"},
    NamedLanguage{"rmy", "romani", "Romani"},
    NamedLanguage{"ro", "rumänska", "Romanian"},
    NamedLanguage{"ru", "ryska", "Russian"},
    NamedLanguage{"se", "nordsamiska", "Northern Sami"},
    NamedLanguage{"so", "somaliska", "Somali"},
    NamedLanguage{"sq", "albanska", "Albanian"},
    NamedLanguage{"sr", "serbiska", "Serbian"},
    NamedLanguage{"swl", "svenskt teckenspråk", "Swedish sign language"},
    NamedLanguage{"th", "thailändska", "Thai"},
    NamedLanguage{"ti", "tigrinska", "Tigrinya"},
    NamedLanguage{"tr", "turkiska", "Turkish"},
    NamedLanguage{"uk", "ukrainska", "Ukrainian"},
    NamedLanguage{"und", "språket är inte känt", "language not known"},
    NamedLanguage{"ur", "urdu", "Urdu"},
    NamedLanguage{"vi", "vietnamesiska", "Vietnamese"},
};

/// The first letter with a full stop; letters outside ASCII are several bytes.
std::string initialOf(std::string_view name)
{
    if (name.empty())
        return {};
    std::size_t length = 1;
    while (length < name.size() && (std::uint8_t(name[length]) & 0xC0) == 0x80)
        ++length;
    return std::string(name.substr(0, length)) + ".";
}

std::string joined(std::string_view first, std::string_view second)
{
    const std::string space = first.empty() || second.empty() ? "" : " ";
    return std::string(first) + space + std::string(second);
}

template <typename Visit>
void forEachElement(const store::RecordView &record, std::string_view field, Visit visit)
{
    const auto *list = record.fields.find(field);
    if (!list || !list->object())
        return;
    for (const auto &[id, element] : *list->object())
        if (element.object())
            visit(id, element);
}

std::optional<base::Date> dayIn(const base::json::Value &element, std::string_view name)
{
    const auto day = base::parseDate(element.stringAt(name));
    return day ? std::optional(*day) : std::nullopt;
}

void readNames(const store::RecordView &person, PersonCard &card)
{
    card.givenName = base::trimmed(person.text("givenName"));
    const std::string familyName = base::trimmed(person.text("familyName"));
    card.initialName = initialName(card.givenName, familyName);
    card.fullName = joined(card.givenName, familyName);
    card.identityNumber = person.text("identityNumber");
    card.birthDate = person.date("birthDate");
    card.contactWays = readContactWays(person);
    forEachElement(person, "aliases", [&](const std::string &, const base::json::Value &alias) {
        if (std::string name = alias.stringAt("name"); !name.empty())
            card.aliases.push_back(std::move(name));
    });
}

} // namespace

std::string protectionLevel(const store::RecordView &person)
{
    std::string strongest = "none";
    for (const std::string &level : person.allTexts("protection"))
        if (!level.empty() && protectionStrength(level) > protectionStrength(strongest))
            strongest = level;
    return strongest;
}

std::size_t protectionStrength(std::string_view level)
{
    const auto found = std::ranges::find(codes::Protection, level.empty() ? "none" : level);
    return std::size_t(found - codes::Protection.begin());
}

bool tellsWho(std::string_view kind, std::string_view field)
{
    constexpr std::array OfPerson{std::string_view("givenName"),      std::string_view("familyName"),
                                  std::string_view("aliases"),        std::string_view("birthDate"),
                                  std::string_view("identityNumber"), std::string_view("contactWays")};
    constexpr std::array OfRelated{std::string_view("name"), std::string_view("relation"), std::string_view("phone"),
                                   std::string_view("share"), std::string_view("mandate")};
    if (kind == "child")
        return field == "name";
    if (kind == "related")
        return std::ranges::find(OfRelated, field) != OfRelated.end();
    return std::ranges::find(OfPerson, field) != OfPerson.end();
}

std::string initialName(std::string_view givenName, std::string_view familyName)
{
    return givenName.empty() ? std::string(familyName) : joined(givenName, initialOf(familyName));
}

PersonCard readPersonCard(const store::RecordView &person)
{
    PersonCard card;
    card.protection = protectionLevel(person);
    card.identityKind = person.text("identityKind");
    card.sex = person.text("sex");
    card.interpreter = person.text("interpreter");
    card.deceased = person.boolean("deceased");
    forEachElement(person, "flags", [&](const std::string &id, const base::json::Value &flag) {
        card.flags.push_back({.id = id,
                              .code = flag.stringAt("code"),
                              .source = flag.stringAt("source"),
                              .date = dayIn(flag, "date"),
                              .review = dayIn(flag, "review")});
    });
    if (!card.isProtected())
        readNames(person, card);
    return card;
}

std::optional<int> PersonCard::ageOn(base::Date day) const
{
    if (!birthDate)
        return std::nullopt;
    const int age = casework::ageOn(*birthDate, day);
    return age < 0 ? std::nullopt : std::optional(age);
}

bool PersonCard::hasFlag(std::string_view code) const
{
    return std::ranges::find(flags, code, &PersonFlag::code) != flags.end();
}

std::string languageName(std::string_view tag, base::Language language)
{
    const auto found = std::ranges::find(Languages, tag, &NamedLanguage::tag);
    return std::string(found == Languages.end() ? tag : base::inLanguage(language, found->sv, found->en));
}

std::string interpreterText(std::string_view tag, base::Language language)
{
    if (tag.empty())
        return {};
    return std::string(base::inLanguage(language, "Tolk: ", "Interpreter: ")) + languageName(tag, language);
}

std::vector<std::string_view> interpreterLanguages()
{
    std::vector<std::string_view> tags;
    std::ranges::transform(Languages, std::back_inserter(tags), &NamedLanguage::tag);
    return tags;
}

} // namespace faltakt::casework
