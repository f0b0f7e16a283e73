#include "core/rules/profile.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

constexpr std::string_view DefaultSource = "Förval, inte lag";

template <typename T>
Figure<T> proposed(T value)
{
    return {std::move(value), SourceKind::Default, std::string(DefaultSource), {}};
}

ProfileSettings makeDefaults()
{
    ProfileSettings settings;
    settings.targetAge = proposed(18);
    settings.minAge = proposed(18);
    settings.scratchHours = proposed(24);
    settings.leaseDays = proposed(7);
    settings.skipRule = proposed(true);
    settings.lobEnabled = proposed(true);
    settings.lobContactAll = proposed(false);
    settings.lobIntensifyKnown = proposed(false);
    settings.lobFirstAttemptDays = proposed(3);
    settings.lobAttempts = proposed(3);
    settings.lobAttemptWindowDays = proposed(14);
    settings.lobLetterToAll = proposed(false);
    settings.lobLetterDays = proposed(5);
    // "Barn eller ung" of SoL 20:1 ends with the 21st birthday: the one figure here that is no proposal.
    settings.lobSafetyCheckUnderAge = Figure<int>{21, SourceKind::Law, "SoL 20:1", {}};
    settings.lobRepeatMeetingAt = proposed(2);
    settings.lobRepeatInvestigationAt = proposed(3);
    // followUpMonths and lobSafetyCheckHours stay unset: no law and no custom gives a figure to propose.
    // auditCCutoffSet stays unset: the instrument names the set that it takes by itself.
    return settings;
}

constexpr std::array<std::string_view, 6> ExpectedContacts{
    "emergency", "onCall", "psychiatricEmergency", "healthAdvice", "poisonInformation", "womensHelpline"};

} // namespace

const ProfileSettings &productDefaults()
{
    static const ProfileSettings defaults = makeDefaults();
    return defaults;
}

Profile emptyProfile() { return {}; }

const ProfileInstrument *Profile::instrument(std::string_view code) const noexcept
{
    const auto found = std::ranges::find(instruments, code, &ProfileInstrument::code);
    return found == instruments.end() ? nullptr : &*found;
}

Setting<std::string> Profile::contactNumber(std::string_view code) const
{
    const auto found = std::ranges::find(contacts, code, &ProfileContact::code);
    if (found != contacts.end() && found->number)
        return found->number;
    if (code == "emergency")
        return Figure<std::string>{"112", SourceKind::Default, "Gäller i hela landet", {}};
    if (code == "healthAdvice")
        return Figure<std::string>{"1177", SourceKind::Default, "Gäller i hela landet", {}};
    return std::nullopt;
}

std::vector<std::string> missingSettings(const Profile &profile)
{
    std::vector<std::string> missing;
    forEachSetting([&](std::string_view name, auto member) {
        if (!(profile.stated.*member))
            missing.emplace_back(name);
    });
    for (const std::string_view code : ExpectedContacts) {
        if (!profile.contactNumber(code))
            missing.push_back("contacts." + std::string(code));
    }
    return missing;
}

} // namespace faltakt::rules
