#pragma once

#include "core/base/bytes.h"
#include "core/rules/profile_parts.h"
#include "core/rules/profile_settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

enum class ProfileKind : std::uint8_t { County, Municipality };

/// A municipality's (or county's) decisions, with those of its parent laid under them. A value; the same
/// text always gives the same hash.
struct Profile {
    std::string id;
    int version = 1;
    std::string name;
    ProfileKind kind = ProfileKind::Municipality;
    std::string parent;                  ///< id, or empty
    std::optional<base::Date> validFrom; ///< empty where the guideline does not say
    std::optional<base::Date> validTo;   ///< last day, inclusive
    std::string lawVersion;              ///< the SoL that the guideline's own text rests on
    std::vector<ProfileLaw> laws;        ///< by day; empty: as the law map has it
    ProfileSettings stated;              ///< own and inherited; nothing from the product
    /// Settings that the file takes away from its parent's. Empty with the parents under it.
    std::vector<std::string> removedSettings;

    std::vector<ProfileSubstance> substances;
    std::vector<ProfileBody> bodies;
    std::vector<ProfileContact> contacts;
    std::vector<ProfileInstrument> instruments;
    std::vector<ProfileTest> tests;
    std::vector<ProfileMethod> methods;
    std::vector<ProfileResponsibility> responsibilities;
    std::vector<ProfileInsats> insatser;
    std::vector<ProfileDeadline> deadlines;
    std::vector<ProfileDelegation> delegations;
    std::vector<ProfileTemplate> templates;
    std::vector<ProfileText> texts;
    std::optional<ProfileOutcomes> attemptOutcomes; ///< unset: all, in the product's order
    std::optional<ProfileOutcomes> resultOutcomes;

    base::Hash hash{}; ///< BLAKE2b-256 of the canonical text, its own and every parent's

    /// What applies: the stated figure, otherwise the product's, otherwise empty.
    template <typename T>
    [[nodiscard]] Setting<T> setting(Setting<T> ProfileSettings::*member) const;

    [[nodiscard]] bool isValidOn(base::Date date) const noexcept
    {
        return (!validFrom || date >= *validFrom) && (!validTo || date <= *validTo);
    }
    [[nodiscard]] const ProfileInstrument *instrument(std::string_view code) const noexcept;
    /// The number of a contact: the profile's, otherwise the product's (only numbers that hold in the whole country).
    [[nodiscard]] Setting<std::string> contactNumber(std::string_view code) const;
    /// The insatser that are offered on a day: not those that the region has taken over by then.
    [[nodiscard]] std::vector<ProfileInsats> insatserOn(base::Date day) const;
};

/// The profile of nobody: states nothing, so that every figure is the product's. For a device without a profile.
[[nodiscard]] Profile emptyProfile();

/// Names of settings and codes of contacts that the profile does not state, and names of lists of which it has
/// nothing, for "not stated in the guideline".
[[nodiscard]] std::vector<std::string> missingSettings(const Profile &profile);

/// Calls visitor(name, pointer to member) for each list: the one list of their names in files.
template <typename Visitor>
constexpr void forEachList(Visitor &&visitor)
{
    visitor("substances", &Profile::substances);
    visitor("bodies", &Profile::bodies);
    visitor("contacts", &Profile::contacts);
    visitor("instruments", &Profile::instruments);
    visitor("tests", &Profile::tests);
    visitor("methods", &Profile::methods);
    visitor("responsibilities", &Profile::responsibilities);
    visitor("insatser", &Profile::insatser);
    visitor("deadlines", &Profile::deadlines);
    visitor("delegations", &Profile::delegations);
    visitor("templates", &Profile::templates);
    visitor("texts", &Profile::texts);
}

template <typename T>
Setting<T> Profile::setting(Setting<T> ProfileSettings::*member) const
{
    return stated.*member ? stated.*member : productDefaults().*member;
}

} // namespace faltakt::rules
