#pragma once

#include "core/base/bytes.h"
#include "core/base/instant.h"
#include "core/rules/figure.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// What a municipality may decide about the work. Days and hours are counted from the report's receipt.
struct ProfileSettings {
    Setting<int> targetAge;               ///< younger adults belong to the office (years)
    Setting<int> minAge;                  ///< younger people belong to the child unit (years)
    Setting<int> followUpMonths;          ///< longest time between follow-ups of an insats
    Setting<int> scratchHours;            ///< how long a screening without a person is kept
    Setting<int> leaseDays;               ///< how long a device may be read without the server
    Setting<bool> skipRule;               ///< AUDIT's skip rule is on
    Setting<std::string> auditCCutoffSet; ///< code of the cut-off set of AUDIT-C

    Setting<bool> lobEnabled;              ///< people taken into custody under LOB are followed up
    Setting<bool> lobContactAll;           ///< also those with an open matter are called
    Setting<bool> lobIntensifyKnown;       ///< the support of known people is looked over
    Setting<int> lobFirstAttemptDays;      ///< working days to the first attempt
    Setting<int> lobAttempts;              ///< number of attempts
    Setting<int> lobAttemptWindowDays;     ///< calendar days for all attempts
    Setting<bool> lobLetterToAll;          ///< the letter goes out also where the talk has taken place
    Setting<int> lobLetterDays;            ///< working days to the letter
    Setting<int> lobSafetyCheckHours;      ///< outer limit of the safety check that law wants at once
    Setting<int> lobSafetyCheckUnderAge;   ///< the safety check is for people younger than this (years)
    Setting<int> lobRepeatMeetingAt;       ///< reports in 12 months at which a meeting is offered
    Setting<int> lobRepeatInvestigationAt; ///< reports in 12 months at which an investigation is considered
};

/// A number to ring. Without a number it is shown as missing.
struct ProfileContact {
    std::string code; ///< emergency onCall psychiatricEmergency healthAdvice poisonInformation womensHelpline …
    std::string name;
    Setting<std::string> number;
};

/// An instrument that the profile names.
struct ProfileInstrument {
    std::string code; ///< audit dudit asi adad nods freda addis net-plan scid mini dok …
    bool mandatory = false;
    std::string when;            ///< in which work, in plain Swedish; empty for "no condition stated"
    std::optional<int> priority; ///< 1 to 10 of the national guidelines, where stated
    std::optional<int> maxAge;
    SourceKind kind = SourceKind::Guideline;
    std::string source;
    std::string profile;
};

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
    std::optional<std::string> board;
    std::optional<std::string> unit;
    ProfileSettings stated; ///< own and inherited; nothing from the product
    std::vector<ProfileContact> contacts;
    std::vector<ProfileInstrument> instruments;
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
};

/// The product's own proposals, in one place. Each says of itself that it is a default.
[[nodiscard]] const ProfileSettings &productDefaults();

/// The profile of nobody: states nothing, so that every figure is the product's. For a device without a profile.
[[nodiscard]] Profile emptyProfile();

/// Names of settings and codes of contacts that the profile does not state, for "not stated in the guideline".
[[nodiscard]] std::vector<std::string> missingSettings(const Profile &profile);

/// Calls visitor(name, pointer to member) for each setting: the one list of their names in files.
template <typename Visitor>
constexpr void forEachSetting(Visitor &&visitor)
{
    using S = ProfileSettings;
    visitor("targetAge", &S::targetAge);
    visitor("minAge", &S::minAge);
    visitor("followUpMonths", &S::followUpMonths);
    visitor("scratchHours", &S::scratchHours);
    visitor("leaseDays", &S::leaseDays);
    visitor("skipRule", &S::skipRule);
    visitor("auditCCutoffSet", &S::auditCCutoffSet);
    visitor("lob.enabled", &S::lobEnabled);
    visitor("lob.contactAll", &S::lobContactAll);
    visitor("lob.intensifyKnown", &S::lobIntensifyKnown);
    visitor("lob.firstAttemptWorkingDays", &S::lobFirstAttemptDays);
    visitor("lob.attempts", &S::lobAttempts);
    visitor("lob.attemptWindowDays", &S::lobAttemptWindowDays);
    visitor("lob.letterToAll", &S::lobLetterToAll);
    visitor("lob.letterWorkingDays", &S::lobLetterDays);
    visitor("lob.safetyCheckHours", &S::lobSafetyCheckHours);
    visitor("lob.safetyCheckUnderAge", &S::lobSafetyCheckUnderAge);
    visitor("lob.repeatMeetingAt", &S::lobRepeatMeetingAt);
    visitor("lob.repeatInvestigationAt", &S::lobRepeatInvestigationAt);
}

template <typename T>
Setting<T> Profile::setting(Setting<T> ProfileSettings::*member) const
{
    return stated.*member ? stated.*member : productDefaults().*member;
}

} // namespace faltakt::rules
