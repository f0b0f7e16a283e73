#pragma once

// Shared by the files that write a profile's cards, and by nobody else.

#include "core/base/date_words.h"
#include "core/rules/guidance_card.h"
#include "core/rules/profile.h"
#include "core/rules/profile_words.h"

#include <optional>

namespace faltakt::rules {

/// Writes the cards of one profile in one language.
class CardWriter {
public:
    CardWriter(const Profile &profile, base::Date day, Language language)
        : m_profile(profile), m_day(day), m_language(language)
    {
    }

    [[nodiscard]] std::vector<GuidanceCard> cards() const;

private:
    enum class Area : std::uint8_t { Profile, Insatser, Contacts, Texts };
    [[nodiscard]] std::string words(std::string_view swedish, std::string_view english) const
    {
        return std::string(base::inLanguage(m_language, swedish, english));
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
    void addGrounds(const ProfileInsats &insats, std::vector<std::string> &facts) const;
    [[nodiscard]] std::string documentationText(const ProfileInsats &insats) const;
    [[nodiscard]] std::string handoverText(const ProfileInsats &insats) const;
    [[nodiscard]] std::string ruleTitle(const std::string &rule) const;
    [[nodiscard]] std::string clockText(const std::string &clock) const;
    [[nodiscard]] std::string followUpText(const ProfileInsats &insats) const;
    [[nodiscard]] std::string deciderText(const std::string &code) const;
    [[nodiscard]] std::string providerText(const std::string &code) const;
    [[nodiscard]] const ProfileContact *contactOf(const std::string &code) const;
    [[nodiscard]] std::optional<GuidanceCard> handedOverCard() const;
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

} // namespace faltakt::rules
