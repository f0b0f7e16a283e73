#include "core/rules/profile_words.h"

#include "core/base/date_words.h"
#include "core/rules/deadline_rules.h"
#include "core/rules/guidance_card.h"
#include "core/rules/period_text.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::inLanguage;

namespace {

constexpr std::array TargetGroup{
    SettingWords{"targetAge", "Från den åldern tar vuxenenheten emot", "The adult unit takes people from", "years"},
    SettingWords{"minAge", "Yngre hör till barnenheten", "Younger people belong to the child unit", "years"},
    SettingWords{"youngAdults.take", "Unga vuxna däremellan", "Young adults in between", ""},
    SettingWords{"youngAdults.acts", "Lagar för den som är 18 till 20", "Acts for those of 18 to 20", ""},
    SettingWords{"youth.fromAge", "Ungdomar från", "Youth from", "years"},
    SettingWords{"youth.toAge", "Ungdomar till", "Youth to", "years"},
    SettingWords{"lawScope", "Lagar som riktlinjen handlar om", "Acts that the guideline deals with", ""},
};

constexpr std::array AfterLob{
    SettingWords{"lob.enabled", "Uppföljning efter LOB", "Follow-up after LOB", ""},
    SettingWords{"lob.contactAll", "Även den som redan har kontakt rings", "Those already in contact are called too",
                 ""},
    SettingWords{"lob.intensifyKnown", "Stödet till den som är känd ses över", "Support of known people is looked over",
                 ""},
    SettingWords{"lob.firstAttemptWorkingDays", "Första försöket inom", "First attempt within", "workingDays"},
    SettingWords{"lob.attempts", "Antal försök", "Number of attempts", ""},
    SettingWords{"lob.attemptWindowDays", "Försöken görs inom", "Attempts are made within", "days"},
    SettingWords{"lob.letterToAll", "Brev till alla", "A letter to everybody", ""},
    SettingWords{"lob.letterWorkingDays", "Brevet går inom", "The letter goes within", "workingDays"},
    SettingWords{"letter.unit", "Enhet som brev skickas från", "Unit that letters come from", ""},
    SettingWords{"letter.number", "Nummer att ringa i brev", "Number to call in letters", ""},
    SettingWords{"letter.address", "Svarsadress i brev", "Address for answers to letters", ""},
    SettingWords{"letter.plain", "Inget utanpå brevet visar vem som skriver",
                 "Nothing outside a letter says who writes", ""},
    SettingWords{"letter.window", "Kuvertets fönster", "Window of the envelope", ""},
    SettingWords{"lob.safetyCheckHours", "Skyddsbedömning senast inom", "Safety check at latest within", "hours"},
    SettingWords{"lob.safetyCheckUnderAge", "Skyddsbedömning för den som är yngre än",
                 "Safety check for those younger than", "years"},
    SettingWords{"lob.repeatMeetingAt", "Möte erbjuds vid rapport nummer", "A meeting is offered at report number", ""},
    SettingWords{"lob.repeatInvestigationAt", "Ställning till utredning vid rapport nummer",
                 "An investigation is considered at report number", ""},
};

constexpr std::array Violence{
    SettingWords{"violence.ask", "Frågan om våld ställs i varje utredning", "Every investigation asks about violence",
                 ""},
    SettingWords{"violence.instrument", "Frågorna som används", "The questions to use", ""},
    SettingWords{"violence.protectionFirst", "Skydd går före stöd mot beroende", "Protection goes before help", ""},
};

constexpr std::array Plans{
    SettingWords{"followUpMonths", "Insatser följs upp minst var", "Insatser are followed up at least every", "months"},
    SettingWords{"followUp.atEnd", "Uppföljning när insatsen slutar", "Follow-up at the end", ""},
    SettingWords{"followUp.atChange", "Uppföljning när något ändras", "Follow-up at a change", ""},
    SettingWords{"followUp.continuous", "Uppföljning hela tiden", "Follow-up all along", ""},
    SettingWords{"followUp.asi", "ASI vid uppföljning", "ASI at follow-up", ""},
    SettingWords{"carePlan.when", "Vårdplan", "Care plan", ""},
    SettingWords{"implementationPlan.by", "Genomförandeplanen skrivs av", "The implementation plan is written by", ""},
    SettingWords{"implementationPlan.from", "Genomförandeplanen utgår från", "The implementation plan starts from", ""},
    SettingWords{"implementationPlan.approved", "Personen bör godkänna planen", "The person should approve the plan",
                 ""},
    SettingWords{"implementationPlan.everyDecision", "Genomförandeplan vid varje beslut", "A plan for every decision",
                 ""},
};

constexpr std::array Housing{
    SettingWords{"placement.openFirst", "Öppenvård före placering", "Open care before a placement", ""},
    SettingWords{"placement.ownFirst", "Kommunens egna resurser först", "The municipality's own resources first", ""},
    SettingWords{"placement.explainExternal", "Extern placering motiveras", "An external placement is explained", ""},
    SettingWords{"placement.short", "Placering så kort som möjligt", "A placement as short as possible", ""},
    SettingWords{"housing.homelessnessIsGround", "Bostadslöshet räcker som skäl för boende med stöd",
                 "Homelessness alone is ground for housing with support", ""},
    SettingWords{"trainingFlat.queue", "Träningslägenhet: står i bostadskö", "Training flat: stands in the queue", ""},
    SettingWords{"housingFirst.needsSupport", "Bostad först: har stödperson", "Housing first: has a support person",
                 ""},
    SettingWords{"homelessness.outreach", "Uppsökande arbete bland hemlösa", "Outreach among homeless people", ""},
    SettingWords{"eviction.contactAtOnce", "Kontakt genast vid risk för vräkning",
                 "Contact at once at risk of eviction", ""},
};

constexpr std::array Decisions{
    SettingWords{"delegation.document", "Vem som får besluta står i", "Who may decide stands in", ""},
    SettingWords{"delegation.reportTo", "Delegationsbeslut anmäls till", "Decisions by delegation are reported to", ""},
    SettingWords{"service.simplified", "Förenklad delgivning", "Simplified service", ""},
    SettingWords{"fee.residential", "Egenavgift i heldygnsvård (SoL)", "Own contribution in residential care (SoL)",
                 ""},
    SettingWords{"fee.residentialLvm", "Egenavgift i heldygnsvård (LVM)", "Own contribution in residential care (LVM)",
                 ""},
    SettingWords{"fee.openCare", "Avgift i öppenvård", "Fee in open care", ""},
    SettingWords{"fee.keepsNorm", "Riksnormen lämnas kvar efter avgiften", "The norm is left after the fee", ""},
    SettingWords{"fee.waiver", "Avgiften kan efterges", "The fee can be waived", ""},
};

constexpr std::array Cooperation{
    SettingWords{"sip.system", "SIP görs i", "SIP is made in", ""},
    SettingWords{"region", "Region", "Region", ""},
    SettingWords{"reform.regionTreatsFrom", "Regionen tar över behandling från", "The region takes treatment over from",
                 ""},
};

constexpr std::array Data{
    SettingWords{"purge.keepDays", "Sparas för forskning: födda den", "Kept for research: born on the", ""},
    SettingWords{"skipRule", "AUDIT får hoppa över frågor", "AUDIT may skip questions", ""},
    SettingWords{"auditCCutoffSet", "Gränser i AUDIT-C", "Limits of AUDIT-C", ""},
    SettingWords{"scratchHours", "Snabbscreening utan person sparas", "Quick screening without a person is kept",
                 "hours"},
    SettingWords{"leaseDays", "Enheten kan läsas utan server i", "The device can be read without the server for",
                 "days"},
    SettingWords{"autoLockMinutes", "Längsta väntan i samtal före lås", "Longest wait in a talk before locking",
                 "minutes"},
    SettingWords{"fileSearch", "Sök i en öppnad akts text", "Search in the text of an opened file", ""},
};

constexpr std::array Groups{
    SettingGroup{"Målgrupp", "Target group", TargetGroup},
    SettingGroup{"Efter LOB", "After LOB", AfterLob},
    SettingGroup{"Våld", "Violence", Violence},
    SettingGroup{"Uppföljning och planer", "Follow-up and plans", Plans},
    SettingGroup{"Boende och placering", "Housing and placement", Housing},
    SettingGroup{"Beslut och avgifter", "Decisions and fees", Decisions},
    SettingGroup{"Samverkan", "Cooperation", Cooperation},
    SettingGroup{"Uppgifter och app", "Data and app", Data},
};

struct CodeWords {
    std::string_view code;
    std::string_view swedish;
    std::string_view english;
};
constexpr std::array Codes{
    CodeWords{"sol", "SoL", "SoL"},
    CodeWords{"lvm", "LVM", "LVM"},
    CodeWords{"lvu", "LVU", "LVU"},
    CodeWords{"lob", "LOB", "LOB"},
    CodeWords{"all", "alla", "all"},
    CodeWords{"longContact", "den som länge har haft kontakt", "those long in contact"},
    CodeWords{"always", "alltid", "always"},
    CodeWords{"whereGrund", "där ASI Grund har använts", "where ASI Grund was used"},
    CodeWords{"everyDecision", "vid varje beslut", "at every decision"},
    CodeWords{"outOfHome", "vid vård utanför hemmet", "at care away from home"},
    CodeWords{"homeHealthCare", "i hemsjukvården", "in home health care"},
    CodeWords{"provider", "utföraren", "the provider"},
    CodeWords{"board", "nämnden", "the board"},
    CodeWords{"carePlan", "vårdplanen", "the care plan"},
    CodeWords{"order", "beställningen", "the order"},
    CodeWords{"tried", "prövas först", "is tried first"},
    CodeWords{"assessed", "övervägs först", "is weighed first"},
    CodeWords{"caseworker", "handläggaren", "the caseworker"},
    CodeWords{"teamLeader", "teamledaren", "the team leader"},
    CodeWords{"unitManager", "enhetschefen", "the unit manager"},
    CodeWords{"committee", "utskottet", "the committee"},
    CodeWords{"chair", "ordföranden", "the chair"},
    CodeWords{"care", "hjälp ges", "help is given"},
    CodeWords{"prevention", "bara förebyggande", "prevention alone"},
    CodeWords{"outside", "hör inte till nämnden", "not the board's"},
    CodeWords{"municipality", "kommunen", "the municipality"},
    CodeWords{"region", "regionen", "the region"},
    CodeWords{"shared", "delat ansvar", "shared"},
    CodeWords{"insats", "Insatser", "Insatser"},
    CodeWords{"lvmApplication", "Ansökan om vård enligt LVM", "Application for care under LVM"},
    CodeWords{"lvmCustody", "Omedelbart omhändertagande enligt LVM", "Immediate custody under LVM"},
    CodeWords{"lvmCustodyUrgent", "Brådskande omhändertagande enligt LVM", "Urgent custody under LVM"},
    CodeWords{"lvuReview", "Övervägande enligt LVU", "Review under LVU"},
    CodeWords{"contactPersonFee", "Ersättning till kontaktperson", "Payment of a contact person"},
    CodeWords{"alcohol", "Alkohol", "Alcohol"},
    CodeWords{"drugs", "Narkotika", "Drugs"},
    CodeWords{"medicines", "Läkemedel", "Medicines"},
    CodeWords{"doping", "Dopningsmedel", "Doping"},
    CodeWords{"solvents", "Lösningsmedel", "Solvents"},
    CodeWords{"gambling", "Spel om pengar", "Gambling"},
    CodeWords{"tobacco", "Tobak", "Tobacco"},
    CodeWords{"sex", "Sex", "Sex"},
    CodeWords{"food", "Mat", "Food"},
    CodeWords{"shopping", "Köp", "Shopping"},
};

std::string valueText(int value, const SettingWords &words, Language language)
{
    return lengthText(value, words.unit, language);
}

std::string valueText(bool value, const SettingWords &, Language language)
{
    return std::string(value ? inLanguage(language, "ja", "yes") : inLanguage(language, "nej", "no"));
}

std::string valueText(const std::string &value, const SettingWords &, Language language)
{
    return profileCodeText(value, language);
}

std::string valueText(const base::Date &value, const SettingWords &, Language language)
{
    return base::dayWordsWithYear(value, language);
}

template <typename T>
std::string valueText(const std::vector<T> &values, const SettingWords &words, Language language)
{
    std::string text;
    for (const T &value : values)
        text += (text.empty() ? "" : ", ") + valueText(value, words, language);
    return text;
}

template <typename T>
std::string figureText(const Setting<T> &figure, const SettingWords &words, Language language)
{
    return figure ? valueText(figure->value, words, language) : std::string();
}

} // namespace

std::span<const SettingGroup> settingGroups() { return Groups; }

std::string profileCodeText(std::string_view code, Language language)
{
    const auto *found = std::ranges::find(Codes, code, &CodeWords::code);
    return std::string(found == Codes.end() ? code : inLanguage(language, found->swedish, found->english));
}

std::string lengthText(int value, std::string_view unit, Language language)
{
    const auto counted = countUnitNamed(unit);
    if (counted) {
        const Explanation length = lengthText(value, *counted);
        return language == Language::Swedish ? length.sv : length.en;
    }
    // Only the app's own lock counts minutes.
    const bool isOne = value == 1;
    if (unit == "minutes")
        return std::to_string(value) + " "
               + std::string(inLanguage(language, isOne ? "minut" : "minuter", isOne ? "minute" : "minutes"));
    return std::to_string(value);
}

std::string settingText(const SettingWords &words, const Profile &profile, Language language)
{
    std::string text;
    forEachSetting([&](std::string_view name, auto member) {
        if (name == words.setting)
            text = figureText(profile.stated.*member, words, language);
    });
    return text;
}

std::string defaultText(const SettingWords &words, Language language)
{
    std::string text;
    forEachSetting([&](std::string_view name, auto member) {
        if (name == words.setting)
            text = figureText(productDefaults().*member, words, language);
    });
    return text;
}

std::string settingSource(const SettingWords &words, const Profile &profile, Language language)
{
    std::string text;
    forEachSetting([&](std::string_view name, auto member) {
        const auto &figure = profile.stated.*member;
        if (name != words.setting || !figure)
            return;
        text = figure->source;
        if (figure->confidence != Confidence::Primary)
            text += "; " + confidenceText(figure->confidence, language);
    });
    return text;
}

} // namespace faltakt::rules
