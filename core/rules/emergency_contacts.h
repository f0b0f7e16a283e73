#pragma once

#include "core/rules/confidence.h"
#include "core/rules/local_text.h"
#include "core/rules/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// Whose number it is: the same in the whole country, or one that the municipality states in its profile.
enum class ContactScope : std::uint8_t { National, Municipal };

/// What the place is for; the page behind "Akut" shows the groups in this order.
enum class ContactGroup : std::uint8_t {
    Danger,  ///< life, child, violence: now
    Advice,  ///< care and advice at any hour
    Support, ///< lines that the person can ring later
};

/// One row of the page behind "Akut", in one language, ready to show. Without a number the row stays and says that
/// the municipality's guideline does not state one; nothing is guessed.
struct EmergencyContact {
    std::string code;
    ContactScope scope = ContactScope::National;
    ContactGroup group = ContactGroup::Danger;
    std::string name;
    std::string when;            ///< in one line: when to use it; empty for a contact that only the profile names
    std::string note;            ///< what to say or know; may be empty
    Setting<std::string> number; ///< as it is read; its source says where it comes from
    std::string dialled;         ///< the number's digits and plus alone, for the dialler; empty without a number
    Confidence confidence = Confidence::Primary;
};

/// The contacts behind "Akut": what assets/guidance/emergency.json says, with a profile's numbers put
/// in. A value without a store, so that it works while the app is locked and before it is enrolled.
class EmergencyContacts {
public:
    /// Reads a file strictly; refuses with "path: reason" what is not in order and a code that is there twice.
    [[nodiscard]] static base::Result<EmergencyContacts> create(std::string_view text);

    /// Every contact in order: groups as ContactGroup, in them as in the file; what the profile adds under codes of
    /// its own comes last, where it has a number. A number of the profile goes before the national one.
    [[nodiscard]] std::vector<EmergencyContact> forProfile(const Profile &profile, Language language) const;
    /// For a device without a profile: the municipal ones are there without a number.
    [[nodiscard]] std::vector<EmergencyContact> withoutProfile(Language language) const;

private:
    struct Entry {
        std::string code;
        ContactScope scope = ContactScope::National;
        ContactGroup group = ContactGroup::Danger;
        LocalText name;
        LocalText when;
        LocalText note;
        std::string number; ///< national ones only
        std::string source;
        Confidence confidence = Confidence::Primary;
    };
    [[nodiscard]] static base::Result<Entry> readEntry(const PathReader &reader);
    [[nodiscard]] static EmergencyContact shown(const Entry &entry, const Profile &profile, Language language);

    std::vector<Entry> m_entries; ///< by group
};

/// The contacts that come with the program, compiled in; a fault in them shows in the tests.
[[nodiscard]] base::Result<EmergencyContacts> shippedEmergencyContacts();

} // namespace faltakt::rules
