#pragma once

#include "core/base/instant.h"
#include "core/rules/figure.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// What a municipality may decide about the work. Days and hours are counted from the report's receipt. A choice is
/// one of the codes of assets/schemas/profile.schema.json.
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

    Setting<int> autoLockMinutes; ///< the longest wait in a talk before the app locks itself
    Setting<bool> fileSearch;     ///< search in the text of one opened file

    Setting<std::string> letterUnit;    ///< the unit that a letter speaks for
    Setting<std::string> letterNumber;  ///< where the person reaches it
    Setting<std::string> letterAddress; ///< where an answer goes by post, its lines with commas between
    Setting<bool> letterPlain;          ///< nothing on the outside and above the first lines says who writes
    Setting<std::string> letterWindow;  ///< side of the window in the municipality's envelopes: right or left

    Setting<std::vector<std::string>> lawScope;        ///< acts that the guideline deals with
    Setting<std::string> youngAdultsTake;              ///< from minAge to targetAge: all, or after long contact
    Setting<std::vector<std::string>> youngAdultsActs; ///< acts under which people of 18 to 20 may get help
    Setting<int> youthFromAge;                         ///< years
    Setting<int> youthToAge;                           ///< years

    Setting<bool> violenceAsk;               ///< every investigation asks about violence
    Setting<std::string> violenceInstrument; ///< code of the instrument to ask with
    Setting<bool> violenceProtectionFirst;   ///< protection goes before help against dependence

    Setting<bool> followUpAtEnd;
    Setting<bool> followUpAtChange;
    Setting<bool> followUpContinuous; ///< all along, without a figure
    Setting<std::string> followUpAsi; ///< always, or where ASI Grund was used

    Setting<std::string> carePlanWhen;
    Setting<std::string> implementationPlanBy;
    Setting<std::string> implementationPlanFrom;
    Setting<bool> implementationPlanApproved; ///< the person should approve it
    Setting<bool> implementationPlanEveryDecision;

    Setting<std::string> placementOpenFirst; ///< open care before a placement: tried, or at least weighed
    Setting<bool> placementOwnFirst;
    Setting<bool> placementExplainExternal;
    Setting<bool> placementShort;
    Setting<bool> housingHomelessnessIsGround;
    Setting<bool> trainingFlatQueue;
    Setting<bool> housingFirstNeedsSupport;
    Setting<bool> homelessnessOutreach;
    Setting<bool> evictionContactAtOnce;
    Setting<bool> serviceSimplified; ///< decisions may be served by förenklad delgivning

    Setting<bool> feeResidential;
    Setting<bool> feeResidentialLvm;
    Setting<bool> feeOpenCare;
    Setting<bool> feeKeepsNorm; ///< the norm of income support is left after the fee
    Setting<bool> feeWaiver;

    Setting<std::string> delegationDocument; ///< name of the list that says who may decide
    Setting<std::string> delegationReportTo; ///< code of a body
    Setting<std::string> sipSystem;
    Setting<std::string> region;
    Setting<std::vector<int>> purgeKeepDays;    ///< birth days whose files are kept for research
    Setting<base::Date> reformRegionTreatsFrom; ///< treatment is the region's from this day on
};

/// The product's own proposals, in one place. Each says of itself that it is a default.
[[nodiscard]] const ProfileSettings &productDefaults();

/// Calls visitor(name, pointer to member) for each setting: the one list of their names in files.
template <typename Visitor>
constexpr void forEachSetting(Visitor &&visitor)
{
    using S = ProfileSettings;
    visitor("targetAge", &S::targetAge);
    visitor("minAge", &S::minAge);
    visitor("youngAdults.take", &S::youngAdultsTake);
    visitor("youngAdults.acts", &S::youngAdultsActs);
    visitor("youth.fromAge", &S::youthFromAge);
    visitor("youth.toAge", &S::youthToAge);
    visitor("lawScope", &S::lawScope);
    visitor("followUpMonths", &S::followUpMonths);
    visitor("followUp.atEnd", &S::followUpAtEnd);
    visitor("followUp.atChange", &S::followUpAtChange);
    visitor("followUp.continuous", &S::followUpContinuous);
    visitor("followUp.asi", &S::followUpAsi);
    visitor("carePlan.when", &S::carePlanWhen);
    visitor("implementationPlan.by", &S::implementationPlanBy);
    visitor("implementationPlan.from", &S::implementationPlanFrom);
    visitor("implementationPlan.approved", &S::implementationPlanApproved);
    visitor("implementationPlan.everyDecision", &S::implementationPlanEveryDecision);
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
    visitor("letter.unit", &S::letterUnit);
    visitor("letter.number", &S::letterNumber);
    visitor("letter.address", &S::letterAddress);
    visitor("letter.plain", &S::letterPlain);
    visitor("letter.window", &S::letterWindow);
    visitor("violence.ask", &S::violenceAsk);
    visitor("violence.instrument", &S::violenceInstrument);
    visitor("violence.protectionFirst", &S::violenceProtectionFirst);
    visitor("placement.openFirst", &S::placementOpenFirst);
    visitor("placement.ownFirst", &S::placementOwnFirst);
    visitor("placement.explainExternal", &S::placementExplainExternal);
    visitor("placement.short", &S::placementShort);
    visitor("housing.homelessnessIsGround", &S::housingHomelessnessIsGround);
    visitor("trainingFlat.queue", &S::trainingFlatQueue);
    visitor("housingFirst.needsSupport", &S::housingFirstNeedsSupport);
    visitor("homelessness.outreach", &S::homelessnessOutreach);
    visitor("eviction.contactAtOnce", &S::evictionContactAtOnce);
    visitor("service.simplified", &S::serviceSimplified);
    visitor("fee.residential", &S::feeResidential);
    visitor("fee.residentialLvm", &S::feeResidentialLvm);
    visitor("fee.openCare", &S::feeOpenCare);
    visitor("fee.keepsNorm", &S::feeKeepsNorm);
    visitor("fee.waiver", &S::feeWaiver);
    visitor("delegation.document", &S::delegationDocument);
    visitor("delegation.reportTo", &S::delegationReportTo);
    visitor("sip.system", &S::sipSystem);
    visitor("region", &S::region);
    visitor("reform.regionTreatsFrom", &S::reformRegionTreatsFrom);
    visitor("purge.keepDays", &S::purgeKeepDays);
    visitor("skipRule", &S::skipRule);
    visitor("auditCCutoffSet", &S::auditCCutoffSet);
    visitor("scratchHours", &S::scratchHours);
    visitor("leaseDays", &S::leaseDays);
    visitor("autoLockMinutes", &S::autoLockMinutes);
    visitor("fileSearch", &S::fileSearch);
}

} // namespace faltakt::rules
