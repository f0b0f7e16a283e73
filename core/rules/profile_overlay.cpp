#include "core/rules/profile_overlay.h"

#include "core/crypto/hash.h"
#include "core/rules/deadline_rules.h"
#include "core/rules/law_map.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;

tl::unexpected<base::Error> refuse(const std::string &path, std::string_view reason)
{
    return base::fail(base::ErrorCode::InvalidInput, path + ": " + std::string(reason));
}

std::string placeIn(std::string_view list, std::size_t index, std::string_view member)
{
    return std::string(list) + "[" + std::to_string(index) + "]." + std::string(member);
}

Result<void> overlaySettings(const Profile &parent, Profile &merged)
{
    Result<void> outcome;
    forEachSetting([&](std::string_view name, auto member) {
        const bool isRemoved = std::ranges::find(merged.removedSettings, name) != merged.removedSettings.end();
        if (isRemoved && outcome && !(parent.stated.*member))
            outcome = refuse("settings." + std::string(name) + ".off", "there is nothing to remove");
        if (!isRemoved && !(merged.stated.*member))
            merged.stated.*member = parent.stated.*member;
    });
    merged.removedSettings.clear();
    return outcome;
}

template <typename Element>
Result<void> overlayList(std::string_view name, const std::vector<Element> &parent, std::vector<Element> &elements)
{
    std::vector<Element> merged = parent;
    for (std::size_t index = 0; index < elements.size(); ++index) {
        Element &own = elements[index];
        const auto inherited = std::ranges::find(merged, own.code, &Element::code);
        if (own.removed && inherited == merged.end())
            return refuse(placeIn(name, index, "off"), "there is nothing to remove");
        if (own.removed)
            merged.erase(inherited);
        else if (inherited == merged.end())
            merged.push_back(std::move(own));
        else
            *inherited = std::move(own);
    }
    elements = std::move(merged);
    return {};
}

/// Figures that make sense only together.
Result<void> checkTogether(const Profile &profile)
{
    using S = ProfileSettings;
    const auto isAbove = [&](auto one, auto other) {
        const auto first = profile.setting(one);
        const auto second = profile.setting(other);
        return first && second && first->value > second->value;
    };
    if (isAbove(&S::lobAttempts, &S::lobAttemptWindowDays))
        return refuse("settings.lob.attempts", "there are more attempts than days for them");
    if (isAbove(&S::lobRepeatMeetingAt, &S::lobRepeatInvestigationAt))
        return refuse("settings.lob.repeatInvestigationAt", "lies below lob.repeatMeetingAt");
    if (isAbove(&S::minAge, &S::targetAge))
        return refuse("settings.targetAge", "lies below minAge");
    if (isAbove(&S::youthFromAge, &S::youthToAge))
        return refuse("settings.youth.toAge", "lies below youth.fromAge");
    return {};
}

/// A decision of a day is labelled with the act that was in force: a profile can say so, and not otherwise.
Result<void> checkLaws(const Profile &profile)
{
    for (std::size_t index = 0; index < profile.laws.size(); ++index) {
        const ProfileLaw &law = profile.laws[index];
        const auto act = std::ranges::find(shippedLawMap().acts(), law.law, &LawAct::number);
        if (act != shippedLawMap().acts().end() && (act->from != law.from || act->until != law.until))
            return refuse("laws[" + std::to_string(index) + "]", "has other days than the law map");
    }
    return {};
}

template <typename Element>
bool holds(const std::vector<Element> &elements, std::string_view code)
{
    return std::ranges::find(elements, code, &Element::code) != elements.end();
}

// Which member of an element names something that is not there, and why that is a mistake; empty for none.
struct Fault {
    std::string member;
    std::string reason;
};

Fault faultOf(const ProfileInstrument &instrument, const Profile &)
{
    return isInstrumentName(instrument.code) ? Fault() : Fault{"code", "names no instrument"};
}

Fault faultOf(const ProfileTest &test, const Profile &)
{
    return isMedicalTestName(test.code) ? Fault() : Fault{"code", "names no test of medical-test"};
}

Fault faultOf(const ProfileInsats &insats, const Profile &profile)
{
    if (!insats.provider.empty() && !holds(profile.bodies, insats.provider)
        && !holds(profile.contacts, insats.provider))
        return {"provider", "names no body and no contact"};
    if (!insats.decision.empty() && !holds(profile.delegations, insats.decision))
        return {"decision", "names no delegation"};
    for (std::size_t index = 0; index < insats.clocks.size(); ++index) {
        if (!shippedDeadlineRules().rule(insats.clocks[index]))
            return {"clocks[" + std::to_string(index) + "]", "names no rule"};
    }
    return {};
}

/// A figure has one place: the setting that the rule names, or the entry where the rule leaves it to the municipality.
Fault faultOf(const ProfileDeadline &deadline, const Profile &)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(deadline.code);
    if (!rule)
        return {"rule", "names no rule"};
    if (!deadline.value)
        return {};
    if (rule->figure && !rule->figure->setting.empty())
        return {"value", "stands in the setting " + rule->figure->setting};
    const bool isTheRules =
        rule->figure && rule->figure->value == deadline.value && countUnitNamed(deadline.unit) == rule->figure->unit;
    if (!isTheRules && (!rule->figure || !rule->figure->mayBeStated))
        return {"value", "is not a figure that a profile may change"};
    return {};
}

Fault faultOf(const ProfileDelegation &delegation, const Profile &profile)
{
    if (!delegation.body.empty() && !holds(profile.bodies, delegation.body))
        return {"body", "names no body"};
    return {};
}

template <typename Element>
Fault faultOf(const Element &, const Profile &)
{
    return {};
}

/// The child's own elements by their place in its file; inherited ones by code, for the child took their target away.
template <typename Element>
Result<void> checkElements(std::string_view list, const std::vector<Element> &own, const std::vector<Element> &all,
                           const Profile &merged)
{
    for (std::size_t index = 0; index < own.size(); ++index) {
        const Fault fault = own[index].removed ? Fault() : faultOf(own[index], merged);
        if (!fault.member.empty())
            return refuse(placeIn(list, index, fault.member), fault.reason);
    }
    for (const Element &each : all) {
        const Fault fault = faultOf(each, merged);
        if (!fault.member.empty())
            return refuse(std::string(list) + " (inherited " + each.code + ")." + std::string(fault.member),
                          fault.reason);
    }
    return {};
}

Result<void> checkReferences(const Profile &child, const Profile &merged)
{
    const auto &reportTo = merged.stated.delegationReportTo;
    if (reportTo && !holds(merged.bodies, reportTo->value))
        return refuse("settings.delegation.reportTo.value", "names no body");
    const auto &asked = merged.stated.violenceInstrument;
    if (asked && !holds(merged.instruments, asked->value))
        return refuse("settings.violence.instrument.value", "names no instrument of the profile");
    Result<void> outcome;
    forEachList([&](std::string_view name, auto list) {
        if (outcome)
            outcome = checkElements(name, child.*list, merged.*list, merged);
    });
    return outcome;
}

Result<Profile> merge(const Profile &parent, const Profile &child)
{
    Profile merged = child;
    TRY_VOID(overlaySettings(parent, merged));
    Result<void> outcome;
    forEachList([&](std::string_view name, auto list) {
        if (outcome)
            outcome = overlayList(name, parent.*list, merged.*list);
    });
    TRY_VOID(std::move(outcome));
    if (merged.laws.empty())
        merged.laws = parent.laws;
    if (!merged.attemptOutcomes)
        merged.attemptOutcomes = parent.attemptOutcomes;
    if (!merged.resultOutcomes)
        merged.resultOutcomes = parent.resultOutcomes;
    TRY_VOID(checkTogether(merged));
    TRY_VOID(checkLaws(merged));
    TRY_VOID(checkReferences(child, merged));
    return merged;
}

} // namespace

Result<Profile> overlayProfile(const Profile &parent, const Profile &child)
{
    TRY(Profile merged, merge(parent, child));
    merged.hash = crypto::blake2b256(base::ByteView(child.hash), base::ByteView(parent.hash));
    return merged;
}

Result<Profile> completeProfile(const Profile &profile) { return merge(emptyProfile(), profile); }

bool isInstrumentName(std::string_view code) noexcept
{
    static constexpr std::array<std::string_view, 22> Names{
        "asi",   "adad",     "addis",          "asi-aterkoppling", "asi-grund", "asi-uppfoljning", "audit-c",
        "audit", "dok",      "dudit-1",        "dudit-e",          "dudit",     "freda",           "medical-test",
        "mini",  "net-plan", "nods-12-months", "nods-30-days",     "nods-clip", "nods-perc",       "nods",
        "scid"};
    return std::ranges::find(Names, code) != Names.end();
}

bool isMedicalTestName(std::string_view code) noexcept
{
    static constexpr std::array<std::string_view, 10> Names{"etg-ets", "urine-alcohol", "peth-cdt",     "gt-asat-alat",
                                                            "mcv",     "urine-drugs",   "near-patient", "saliva",
                                                            "breath",  "doping"};
    return std::ranges::find(Names, code) != Names.end();
}

} // namespace faltakt::rules
