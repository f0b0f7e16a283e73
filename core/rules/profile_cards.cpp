#include "core/rules/profile_cards.h"

#include "core/base/date_words.h"
#include "core/rules/deadline_rules.h"
#include "core/rules/law_map.h"
#include "core/rules/profile_words.h"

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
enum class Area : std::uint8_t { Profile, Insatser, Contacts, Texts };

/// Instruments are known by their capitals: "NET-PLAN".
std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? char(letter - 'a' + 'A') : letter;
    });
    return text;
}

/// Writes the cards of one profile in one language.
class CardWriter {
public:
    CardWriter(const Profile &profile, base::Date day, Language language)
        : m_profile(profile), m_day(day), m_language(language)
    {
    }

    [[nodiscard]] std::vector<GuidanceCard> cards() const;

private:
    [[nodiscard]] std::string words(std::string_view swedish, std::string_view english) const
    {
        return std::string(inLanguage(m_language, swedish, english));
    }
    [[nodiscard]] std::string notStated() const
    {
        return words("anges inte i riktlinjen", "not stated in the guideline");
    }
    /// "Title: text"
    [[nodiscard]] static std::string item(const std::string &title, const std::string &text)
    {
        return text.empty() ? title : title + ": " + text;
    }

    [[nodiscard]] GuidanceCard card(Area area, std::string id, std::string title) const;
    [[nodiscard]] GuidanceCard statedCard(Area area, std::string id, std::string title,
                                          const Statement &statement) const;
    [[nodiscard]] GuidanceCard settingsCard() const;
    [[nodiscard]] std::string settingItem(const SettingWords &setting) const;
    [[nodiscard]] std::string validityText() const;
    [[nodiscard]] GuidanceCard insatsCard(const ProfileInsats &insats) const;
    [[nodiscard]] std::string groundsText(const ProfileInsats &insats) const;
    [[nodiscard]] std::string ruleTitle(const std::string &rule) const;
    [[nodiscard]] std::string followUpText(const ProfileInsats &insats) const;
    [[nodiscard]] std::string deciderText(const std::string &code) const;
    [[nodiscard]] std::string providerText(const std::string &code) const;
    [[nodiscard]] GuidanceCard contactCard(const ProfileContact &contact) const;
    /// A card with a line for each element; a list of which the profile has nothing says so.
    template <typename Element, typename Line>
    [[nodiscard]] GuidanceCard listCard(std::string_view id, std::string title, const std::vector<Element> &elements,
                                        Line line) const;
    void addLists(std::vector<GuidanceCard> &cards) const;
    void addTools(std::vector<GuidanceCard> &cards) const;

    const Profile &m_profile;
    base::Date m_day;
    Language m_language;
};

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

/// The grounds of the acts that are in force on the day; where there are none, those that the guideline names.
std::string CardWriter::groundsText(const ProfileInsats &insats) const
{
    std::string current;
    std::string any;
    for (const ProfileGround &ground : insats.grounds) {
        const auto &acts = shippedLawMap().acts();
        const auto act = std::ranges::find(acts, ground.law, &LawAct::number);
        if (act == acts.end())
            continue;
        const bool hasChapters = ground.paragraph.find(':') != std::string::npos;
        const std::string label = act->shortName + " " + ground.paragraph + (hasChapters ? "" : " §")
                                  + (act->showNumber ? " (" + act->number + ")" : "");
        any += (any.empty() ? "" : ", ") + label;
        if ((!act->from || m_day >= *act->from) && (!act->until || m_day <= *act->until))
            current += (current.empty() ? "" : ", ") + label;
    }
    return current.empty() ? any : current;
}

std::string CardWriter::ruleTitle(const std::string &rule) const
{
    const DeadlineRule *found = shippedDeadlineRules().rule(rule);
    return found ? found->title.in(m_language) : rule;
}

std::string CardWriter::followUpText(const ProfileInsats &insats) const
{
    const auto months = insats.followUpMonths ? insats.followUpMonths : m_profile.stated.followUpMonths;
    return months ? words("Följs upp senast efter ", "Followed up at latest after ")
                        + lengthText(months->value, "months", m_language)
                  : std::string();
}

std::string CardWriter::deciderText(const std::string &code) const
{
    const auto found = std::ranges::find(m_profile.delegations, code, &ProfileDelegation::code);
    return found == m_profile.delegations.end()
               ? std::string()
               : words("Beslutas av ", "Decided by ") + profileCodeText(found->decider, m_language);
}

std::string CardWriter::providerText(const std::string &code) const
{
    const auto body = std::ranges::find(m_profile.bodies, code, &ProfileBody::code);
    if (body != m_profile.bodies.end())
        return words("Ges av ", "Given by ") + body->name;
    const auto contact = std::ranges::find(m_profile.contacts, code, &ProfileContact::code);
    return contact == m_profile.contacts.end() ? std::string() : words("Ges av ", "Given by ") + contact->name;
}

GuidanceCard CardWriter::insatsCard(const ProfileInsats &insats) const
{
    GuidanceCard made = statedCard(Area::Insatser, "profile-insats-" + insats.code, insats.name.in(m_language), insats);
    if (!insats.conditions.empty())
        made.blocks.push_back({TextBlock::Kind::Paragraph, insats.conditions.in(m_language), {}});
    TextBlock facts{TextBlock::Kind::List, {}, {}};
    const auto add = [&facts](std::string text) {
        if (!text.empty())
            facts.items.push_back(std::move(text));
    };
    add(insats.needsTest ? words("Efter ansökan och utredning", "After application and investigation")
                         : words("Utan behovsprövning", "Without a need test"));
    if (const std::string grounds = groundsText(insats); !grounds.empty())
        add(words("Lagrum: ", "By law: ") + grounds);
    if (insats.documentation && insats.documentation->value == "advice")
        add(words("Råd utan beslut antecknas inte i en akt", "Advice without a decision is not written into a file"));
    if (insats.documentation && insats.documentation->value == "anonymous")
        add(words("Vem det är antecknas inte", "Who it is, is not written down"));
    if (insats.talks)
        add(words("Antal samtal: ", "Number of talks: ") + std::to_string(insats.talks->from) + "–"
            + std::to_string(insats.talks->to));
    if (insats.maxLength)
        add(words("Längst ", "At most ") + lengthText(insats.maxLength->value, insats.maxLength->unit, m_language));
    for (const std::string &clock : insats.clocks)
        add(words("Tid: ", "Time: ") + ruleTitle(clock));
    add(followUpText(insats));
    add(deciderText(insats.decision));
    add(providerText(insats.provider));
    made.blocks.push_back(std::move(facts));
    made.tags.push_back(words("insats", "insats"));
    return made;
}

GuidanceCard CardWriter::contactCard(const ProfileContact &contact) const
{
    GuidanceCard made = statedCard(Area::Contacts, "profile-contact-" + contact.code, contact.name, contact);
    if (!contact.does.empty())
        made.blocks.push_back({TextBlock::Kind::Paragraph, contact.does.in(m_language), {}});
    made.blocks.push_back(
        {TextBlock::Kind::List,
         {},
         {item(words("Telefon", "Telephone"), contact.number ? contact.number->value : notStated())}});
    made.tags.push_back(words("telefon", "telephone"));
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
    for (const ProfileContact &contact : m_profile.contacts)
        cards.push_back(contactCard(contact));
    for (const ProfileText &text : m_profile.texts) {
        GuidanceCard made = statedCard(Area::Texts, "profile-text-" + text.code, text.title.in(m_language), text);
        made.blocks.push_back({TextBlock::Kind::Paragraph, text.text.in(m_language), {}});
        cards.push_back(std::move(made));
    }
    return cards;
}

} // namespace

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
