#include "core/rules/profile_cards.h"

#include "core/rules/profile_card_writer.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::inLanguage;

namespace {

struct AreaWords {
    std::string_view code;
    std::string_view swedish;
    std::string_view english;
};
constexpr std::array Areas{
    AreaWords{"profile", "Kommunens profil", "The municipality's profile"},
    AreaWords{"profile-insatser", "Kommunens insatser", "The municipality's insatser"},
    AreaWords{"profile-contacts", "Kommunens kontakter", "The municipality's contacts"},
    AreaWords{"profile-texts", "Kommunens regler", "The municipality's rules"},
};

/// Instruments are known by their capitals: "NET-PLAN".
std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? char(letter - 'a' + 'A') : letter;
    });
    return text;
}

} // namespace

GuidanceCard CardWriter::card(Area area, std::string id, std::string title) const
{
    const AreaWords &place = Areas[static_cast<std::size_t>(area)];
    GuidanceCard card;
    card.id = std::move(id);
    card.area = place.code;
    card.areaName = words(place.swedish, place.english);
    card.title = std::move(title);
    card.kind = SourceKind::Guideline;
    card.source = m_profile.name;
    card.tags = {m_profile.name, card.areaName};
    return card;
}

GuidanceCard CardWriter::statedCard(Area area, std::string id, std::string title, const Statement &statement) const
{
    GuidanceCard made = card(area, std::move(id), std::move(title));
    made.kind = statement.kind;
    made.source = statement.source;
    made.confidence = statement.confidence;
    return made;
}

std::string CardWriter::validityText() const
{
    std::string text = m_profile.name + ", " + words("version ", "version ") + std::to_string(m_profile.version);
    if (m_profile.validFrom)
        text += words(", gäller från ", ", valid from ") + base::dayWordsWithYear(*m_profile.validFrom, m_language);
    if (m_profile.validTo)
        text += words(", till och med ", ", until ") + base::dayWordsWithYear(*m_profile.validTo, m_language);
    return text + ".";
}

std::string CardWriter::settingItem(const SettingWords &setting) const
{
    const std::string name = words(setting.swedish, setting.english);
    const std::string stated = settingText(setting, m_profile, m_language);
    if (!stated.empty())
        return item(name, stated) + " (" + settingSource(setting, m_profile, m_language) + ")";
    const std::string proposed = defaultText(setting, m_language);
    return item(name, notStated()) + (proposed.empty() ? "" : words(". Förval: ", ". Default: ") + proposed);
}

GuidanceCard CardWriter::settingsCard() const
{
    GuidanceCard made =
        card(Area::Profile, "profile", words("Vad kommunen har bestämt", "What the municipality decided"));
    made.blocks.push_back({TextBlock::Kind::Paragraph, validityText(), {}});
    for (const SettingGroup &group : settingGroups()) {
        made.blocks.push_back({TextBlock::Kind::Heading, words(group.swedish, group.english), {}});
        TextBlock list{TextBlock::Kind::List, {}, {}};
        std::ranges::transform(group.settings, std::back_inserter(list.items),
                               [this](const SettingWords &setting) { return settingItem(setting); });
        made.blocks.push_back(std::move(list));
    }
    return made;
}

GuidanceCard CardWriter::contactCard(const ProfileContact &contact) const
{
    GuidanceCard made = statedCard(Area::Contacts, "profile-contact-" + contact.code, contact.name, contact);
    if (!contact.does.empty())
        made.blocks.push_back({TextBlock::Kind::Paragraph, contact.does.in(m_language), {}});
    TextBlock list{TextBlock::Kind::List,
                   {},
                   {item(words("Telefon", "Telephone"), contact.number ? contact.number->value : notStated())}};
    if (!contact.hours.empty())
        list.items.push_back(item(words("Tider", "Hours"), contact.hours.in(m_language)));
    made.blocks.push_back(std::move(list));
    made.tags.push_back(words("telefon", "telephone"));
    if (contact.number)
        made.number = contact.number->value;
    return made;
}

template <typename Element, typename Line>
GuidanceCard CardWriter::listCard(std::string_view id, std::string title, const std::vector<Element> &elements,
                                  Line line) const
{
    GuidanceCard made = card(Area::Profile, "profile-" + std::string(id), std::move(title));
    if (elements.empty()) {
        made.blocks.push_back(
            {TextBlock::Kind::Paragraph, words("Anges inte i riktlinjen.", "Not stated in the guideline."), {}});
        return made;
    }
    TextBlock list{TextBlock::Kind::List, {}, {}};
    for (const Element &element : elements)
        list.items.push_back(line(element) + " (" + element.source + ")");
    made.blocks.push_back(std::move(list));
    return made;
}

void CardWriter::addLists(std::vector<GuidanceCard> &cards) const
{
    cards.push_back(listCard("substances", words("Vad kommunen hjälper till med", "What the municipality helps with"),
                             m_profile.substances, [this](const ProfileSubstance &each) {
                                 return item(profileCodeText(each.code, m_language),
                                             profileCodeText(each.scope, m_language));
                             }));
    cards.push_back(listCard("bodies", words("Nämnder, enheter och utförare", "Boards, units and providers"),
                             m_profile.bodies,
                             [this](const ProfileBody &each) { return item(each.name, each.does.in(m_language)); }));
    cards.push_back(listCard("delegations", words("Vem som beslutar", "Who decides"), m_profile.delegations,
                             [this](const ProfileDelegation &each) {
                                 const std::string decider = profileCodeText(each.decider, m_language);
                                 const std::string note = each.note.in(m_language);
                                 return item(profileCodeText(each.code, m_language),
                                             note.empty() ? decider : decider + ". " + note);
                             }));
    addTools(cards);
}

/// Who answers for what, in which time, and with which questions and methods.
void CardWriter::addTools(std::vector<GuidanceCard> &cards) const
{
    const auto priority = [this](const std::optional<int> &number) {
        return number ? priorityText(*number, m_language) : std::string();
    };
    cards.push_back(listCard("responsibilities", words("Vem som ansvarar för vad", "Who answers for what"),
                             m_profile.responsibilities, [this](const ProfileResponsibility &each) {
                                 return item(each.name.in(m_language), profileCodeText(each.by, m_language));
                             }));
    cards.push_back(listCard("deadlines", words("Tider i riktlinjen", "Times in the guideline"), m_profile.deadlines,
                             [this](const ProfileDeadline &each) {
                                 return item(ruleTitle(each.code),
                                             each.value ? lengthText(*each.value, each.unit, m_language) : "");
                             }));
    cards.push_back(listCard(
        "instruments", words("Vilka frågor som används", "Which questions are used"), m_profile.instruments,
        [this](const ProfileInstrument &each) {
            const std::string when = each.when.in(m_language);
            const std::string must = words("ska användas", "has to be used");
            return item(upperCase(each.code), !each.mandatory ? when : when.empty() ? must : must + ", " + when);
        }));
    cards.push_back(listCard("methods", words("Metoder", "Methods"), m_profile.methods, [&](const ProfileMethod &each) {
        return item(each.name.in(m_language), priority(each.priority));
    }));
}

std::vector<GuidanceCard> CardWriter::cards() const
{
    std::vector<GuidanceCard> cards{settingsCard()};
    addLists(cards);
    for (const ProfileInsats &insats : m_profile.insatserOn(m_day))
        cards.push_back(insatsCard(insats));
    if (auto handedOver = handedOverCard())
        cards.push_back(std::move(*handedOver));
    for (const ProfileContact &contact : m_profile.contacts)
        cards.push_back(contactCard(contact));
    for (const ProfileText &text : m_profile.texts) {
        GuidanceCard made = statedCard(Area::Texts, "profile-text-" + text.code, text.title.in(m_language), text);
        made.blocks.push_back({TextBlock::Kind::Paragraph, text.text.in(m_language), {}});
        cards.push_back(std::move(made));
    }
    return cards;
}

std::vector<GuidanceCard> profileCards(const Profile &profile, base::Date day, Language language)
{
    if (profile.id.empty())
        return {};
    return CardWriter(profile, day, language).cards();
}

std::vector<GuidanceArea> profileAreas(Language language)
{
    std::vector<GuidanceArea> areas;
    std::ranges::transform(Areas, std::back_inserter(areas), [language](const AreaWords &area) {
        return GuidanceArea{std::string(area.code), std::string(inLanguage(language, area.swedish, area.english))};
    });
    return areas;
}

} // namespace faltakt::rules
