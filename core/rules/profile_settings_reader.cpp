#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"

#include <algorithm>
#include <array>
#include <span>

namespace faltakt::rules {

namespace {

using base::Result;

struct Range {
    std::string_view name;
    int minimum;
    int maximum;
};
/// Wide enough for every working municipality, narrow enough to catch a slip of the finger.
constexpr std::array Ranges{
    Range{"targetAge", 15, 30},
    Range{"minAge", 15, 21},
    Range{"youth.fromAge", 10, 20},
    Range{"youth.toAge", 10, 20},
    Range{"followUpMonths", 1, 24},
    Range{"scratchHours", 1, 72},
    Range{"leaseDays", 1, 30},
    Range{"autoLockMinutes", 1, 15},
    Range{"lob.firstAttemptWorkingDays", 1, 20},
    Range{"lob.attempts", 1, 10},
    Range{"lob.attemptWindowDays", 1, 90},
    Range{"lob.letterWorkingDays", 1, 30},
    Range{"lob.safetyCheckHours", 1, 72},
    Range{"lob.safetyCheckUnderAge", 18, 25},
    Range{"lob.repeatMeetingAt", 2, 20},
    Range{"lob.repeatInvestigationAt", 2, 20},
};

constexpr std::array<std::string_view, 4> Acts{"sol", "lvm", "lvu", "lob"};
constexpr std::array<std::string_view, 2> YoungAdults{"all", "longContact"};
constexpr std::array<std::string_view, 2> FollowUpAsi{"always", "whereGrund"};
constexpr std::array<std::string_view, 3> CarePlan{"everyDecision", "outOfHome", "homeHealthCare"};
constexpr std::array<std::string_view, 2> PlanBy{"provider", "board"};
constexpr std::array<std::string_view, 2> PlanFrom{"carePlan", "order"};
constexpr std::array<std::string_view, 2> OpenFirst{"tried", "assessed"};
constexpr std::array<std::string_view, 2> Window{"right", "left"};

struct Choice {
    std::string_view name;
    std::span<const std::string_view> codes;
};
constexpr std::array Choices{
    Choice{"youngAdults.take", YoungAdults},
    Choice{"followUp.asi", FollowUpAsi},
    Choice{"carePlan.when", CarePlan},
    Choice{"implementationPlan.by", PlanBy},
    Choice{"implementationPlan.from", PlanFrom},
    Choice{"placement.openFirst", OpenFirst},
    Choice{"letter.window", Window},
};
/// Settings that are words, not codes.
constexpr std::array<std::string_view, 6> Texts{"delegation.document", "sip.system",    "region",
                                                "letter.unit",         "letter.number", "letter.address"};

constexpr int LastDayOfMonth = 31;

Result<void> readValue(const PathReader &reader, std::string_view name, int &value)
{
    const auto *range = std::ranges::find(Ranges, name, &Range::name);
    TRY(value, reader.integer("value", range->minimum, range->maximum));
    return {};
}

Result<void> readValue(const PathReader &reader, std::string_view, bool &value)
{
    TRY(value, reader.boolean("value"));
    return {};
}

Result<void> readValue(const PathReader &reader, std::string_view name, std::string &value)
{
    const auto *choice = std::ranges::find(Choices, name, &Choice::name);
    if (choice != Choices.end()) {
        TRY(value, reader.oneOf("value", choice->codes));
    } else if (std::ranges::find(Texts, name) != Texts.end()) {
        TRY(value, reader.text("value", ProfileTextLength));
    } else {
        TRY(value, reader.code("value"));
    }
    return {};
}

/// Both such settings name acts.
Result<void> readValue(const PathReader &reader, std::string_view, std::vector<std::string> &value)
{
    TRY(value, reader.someOf("value", Acts));
    return {};
}

/// The one such setting names days of a month.
Result<void> readValue(const PathReader &reader, std::string_view, std::vector<int> &value)
{
    TRY(value, reader.integers("value", LastDayOfMonth, 1, LastDayOfMonth));
    return {};
}

Result<void> readValue(const PathReader &reader, std::string_view, base::Date &value)
{
    TRY(value, reader.date("value"));
    return {};
}

template <typename T>
Result<void> readSetting(const PathReader &reader, std::string_view name, Setting<T> ProfileSettings::*member,
                         Profile &profile)
{
    TRY(const PathReader setting, reader.object(name));
    if (setting.has("off")) {
        TRY_VOID(setting.allowOnly({"off"}));
        TRY(const bool off, setting.boolean("off"));
        if (!off)
            return setting.refuse("off", "is true or not there");
        profile.removedSettings.emplace_back(name);
        return {};
    }
    TRY_VOID(allowWithStatement(setting, {"value"}));
    Figure<T> figure;
    TRY_VOID(readValue(setting, name, figure.value));
    TRY_VOID(readStatement(setting, profile.id, figure));
    profile.stated.*member = std::move(figure);
    return {};
}

} // namespace

Result<void> readProfileSettings(const PathReader &reader, Profile &profile)
{
    TRY(const PathReader settings, reader.object("settings"));
    std::vector<std::string_view> known;
    forEachSetting([&](std::string_view name, auto) { known.push_back(name); });
    TRY_VOID(settings.allowOnly(known));

    Result<void> outcome;
    forEachSetting([&](std::string_view name, auto member) {
        if (outcome && settings.has(name))
            outcome = readSetting(settings, name, member, profile);
    });
    return outcome;
}

} // namespace faltakt::rules
