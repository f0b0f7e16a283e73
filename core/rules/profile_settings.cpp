#include "core/rules/profile_settings.h"

#include "core/rules/law_map.h"

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
    const base::Date newAct = std::chrono::year(2025) / 7 / 1;
    settings.lobSafetyCheckUnderAge =
        Figure<int>{21, SourceKind::Law, shippedLawMap().paragraph("safetyCheck", newAct), {}};
    // What lies on a doormat or in a shared letter box tells nothing to whoever else picks it up.
    settings.letterPlain = proposed(true);
    settings.letterWindow = proposed(std::string("right"));
    settings.lobRepeatMeetingAt = proposed(2);
    settings.lobRepeatInvestigationAt = proposed(3);
    // followUpMonths and lobSafetyCheckHours stay unset: no law and no custom gives a figure to propose.
    // auditCCutoffSet stays unset: the instrument names the set that it takes by itself.
    // All others are a municipality's to decide; we propose nothing.
    return settings;
}

} // namespace

const ProfileSettings &productDefaults()
{
    static const ProfileSettings defaults = makeDefaults();
    return defaults;
}

} // namespace faltakt::rules
