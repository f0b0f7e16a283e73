#pragma once

#include "core/rules/profile.h"

namespace faltakt::rules {

/// What a person is given to get in touch: it stays in her telephone, where others may see it. A value.
struct ContactCard {
    std::string code;     ///< Of the profile's contact.
    std::string listName; ///< As the worker knows it.
    std::string name;     ///< As the person gets it; empty where the contact's own name says why one would ring.
    std::string number;
    std::string hours;
};

/// The profile's contacts that have a number, the municipality's own first; none that are rung in danger, which every
/// telephone knows or Akut shows.
[[nodiscard]] std::vector<ContactCard> contactCards(const Profile &profile, Language language);

/// Does a name tell whoever sees it in a list of contacts what its owner needs help with?
[[nodiscard]] bool isTellingName(std::string_view name);

/// The card as vCard 3.0 (RFC 2426): UTF-8, escaped, folded. `firstName` is the worker's, or empty. No line of it comes from
/// a text that it was given, whatever that holds.
[[nodiscard]] std::string vCard(const ContactCard &card, std::string_view firstName);

} // namespace faltakt::rules
