// What a municipality offers: one card for each insats, and one for what the region has taken over.
#include "core/rules/deadline_figures.h"
#include "core/rules/deadline_rules.h"
#include "core/rules/law_map.h"
#include "core/rules/period_text.h"
#include "core/rules/profile_card_writer.h"

#include <algorithm>
#include <utility>

namespace faltakt::rules {

/// The grounds of the acts that are in force on the day, and those on which older decisions stand; where the guideline names
/// none of the day's, only what it names.
void CardWriter::addGrounds(const ProfileInsats &insats, std::vector<std::string> &facts) const
{
    std::string current;
    std::string older;
    for (const ProfileGround &ground : insats.grounds) {
        const auto &acts = shippedLawMap().acts();
        const auto act = std::ranges::find(acts, ground.law, &LawAct::number);
        if (act == acts.end())
            continue;
        const bool hasChapters = ground.paragraph.find(':') != std::string::npos;
        const bool isInForce = (!act->from || m_day >= *act->from) && (!act->until || m_day <= *act->until);
        std::string &text = isInForce ? current : older;
        text += (text.empty() ? "" : ", ") + act->shortName + " " + ground.paragraph + (hasChapters ? "" : " §")
                + (act->showNumber ? " (" + act->number + ")" : "");
    }
    if (current.empty())
        std::swap(current, older);
    if (!current.empty())
        facts.push_back(words("Lagrum: ", "By law: ") + current);
    if (!older.empty())
        facts.push_back(words("Lagrum i beslut enligt en annan lag: ", "By law in decisions by another act: ") + older);
}

/// Unset is the law's own rule: what is carried out is written down.
std::string CardWriter::documentationText(const ProfileInsats &insats) const
{
    if (insats.documentation && insats.documentation->value == "advice")
        return words("Råd utan beslut antecknas inte i en akt", "Advice without a decision is not written into a file");
    if (insats.documentation && insats.documentation->value == "anonymous")
        return words("Vem det är antecknas inte", "Who it is, is not written down");
    return words("Antecknas i akten", "Written down in the file");
}

std::string CardWriter::handoverText(const ProfileInsats &insats) const
{
    const auto from = m_profile.setting(&ProfileSettings::reformRegionTreatsFrom);
    return insats.treatment && from ? words("Regionen tar över från ", "The region takes it over from ")
                                          + base::dayWordsWithYear(from->value, m_language)
                                    : std::string();
}

/// What was the municipality's until the region took treatment over: who looks for it finds whom to ask.
std::optional<GuidanceCard> CardWriter::handedOverCard() const
{
    const auto from = m_profile.setting(&ProfileSettings::reformRegionTreatsFrom);
    if (!from || m_day < from->value)
        return std::nullopt;
    TextBlock list{TextBlock::Kind::List, {}, {}};
    for (const ProfileInsats &insats : m_profile.insatser)
        if (insats.treatment)
            list.items.push_back(insats.name.in(m_language));
    if (list.items.empty())
        return std::nullopt;
    GuidanceCard made = card(Area::Insatser, "profile-handed-over",
                             words("Behandling som regionen ansvarar för", "Treatment that the region answers for"));
    made.kind = from->kind;
    made.source = from->source;
    made.confidence = from->confidence;
    made.blocks.push_back(
        {TextBlock::Kind::Paragraph,
         words("Kommunen gav det här till och med dagen före ", "The municipality gave this until the day before ")
             + base::dayWordsWithYear(from->value, m_language) + ".",
         {}});
    made.blocks.push_back(std::move(list));
    return made;
}

std::string CardWriter::ruleTitle(const std::string &rule) const
{
    const DeadlineRule *found = shippedDeadlineRules().rule(rule);
    return found ? found->title.in(m_language) : rule;
}

/// The rule's title with the figure that this municipality counts with, where there is one.
std::string CardWriter::clockText(const std::string &clock) const
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(clock);
    const auto figure = rule ? figureFor(*rule, m_profile) : base::fail(base::ErrorCode::NotFound);
    if (!figure)
        return ruleTitle(clock);
    const Explanation length = lengthText(figure->value, figure->unit);
    return ruleTitle(clock) + " (" + (m_language == Language::Swedish ? length.sv : length.en) + ")";
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

const ProfileContact *CardWriter::contactOf(const std::string &code) const
{
    const auto contact = std::ranges::find(m_profile.contacts, code, &ProfileContact::code);
    return contact == m_profile.contacts.end() ? nullptr : &*contact;
}

std::string CardWriter::providerText(const std::string &code) const
{
    const auto body = std::ranges::find(m_profile.bodies, code, &ProfileBody::code);
    if (body != m_profile.bodies.end())
        return words("Ges av ", "Given by ") + body->name;
    const ProfileContact *contact = contactOf(code);
    return contact ? words("Ges av ", "Given by ") + contact->name : std::string();
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
    addGrounds(insats, facts.items);
    add(documentationText(insats));
    if (insats.talks)
        add(words("Antal samtal: ", "Number of talks: ") + std::to_string(insats.talks->from) + "–"
            + std::to_string(insats.talks->to));
    if (insats.maxLength)
        add(words("Längst ", "At most ") + lengthText(insats.maxLength->value, insats.maxLength->unit, m_language));
    for (const std::string &clock : insats.clocks)
        add(words("Tid: ", "Time: ") + clockText(clock));
    add(followUpText(insats));
    add(deciderText(insats.decision));
    add(providerText(insats.provider));
    add(handoverText(insats));
    if (const ProfileContact *provider = contactOf(insats.provider); provider && provider->number) {
        add(item(words("Telefon", "Telephone"), provider->number->value));
        made.number = provider->number->value;
    }
    made.blocks.push_back(std::move(facts));
    made.tags.push_back(words("insats", "insats"));
    return made;
}

} // namespace faltakt::rules
