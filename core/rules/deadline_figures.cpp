#include "core/rules/deadline_figures.h"

#include <algorithm>
#include <type_traits>

namespace faltakt::rules {

Setting<int> statedNumber(const Profile &profile, std::string_view setting)
{
    Setting<int> found;
    forEachSetting([&]<typename T>(std::string_view name, Setting<T> ProfileSettings::*member) {
        if constexpr (std::is_same_v<T, int>) {
            if (name == setting)
                found = profile.stated.*member;
        }
    });
    return found;
}

std::optional<StatedSource> statedSetting(const Profile &profile, std::string_view setting)
{
    std::optional<StatedSource> found;
    forEachSetting([&]<typename T>(std::string_view name, Setting<T> ProfileSettings::*member) {
        const Setting<T> &figure = profile.stated.*member;
        if (name != setting || !figure)
            return;
        if constexpr (std::is_same_v<T, bool>) {
            if (!figure->value)
                return;
        }
        found = StatedSource{figure->kind, figure->source, figure->confidence};
    });
    return found;
}

const ProfileDeadline *statedRule(const Profile &profile, std::string_view rule) noexcept
{
    const auto found = std::ranges::find(profile.deadlines, rule, &ProfileDeadline::code);
    return found == profile.deadlines.end() ? nullptr : &*found;
}

base::Result<CountedFigure> figureFor(const DeadlineRule &rule, const Profile &profile)
{
    const DeadlineFigure &figure = *rule.figure;
    const ProfileDeadline *entry = figure.mayBeStated ? statedRule(profile, rule.id) : nullptr;
    const auto unit = entry ? countUnitNamed(entry->unit) : std::nullopt;
    if (entry && entry->value && unit)
        return CountedFigure{*entry->value, *unit, StatedSource{entry->kind, entry->source, entry->confidence}};
    if (const auto setting = statedNumber(profile, figure.setting))
        return CountedFigure{setting->value, figure.unit,
                             StatedSource{setting->kind, setting->source, setting->confidence}};
    if (figure.value)
        return CountedFigure{*figure.value, figure.unit, std::nullopt};
    const std::string missing = figure.setting.empty() ? "stated" : figure.setting;
    return base::fail(base::ErrorCode::InvalidInput, missing + ": the municipality's profile does not state it");
}

} // namespace faltakt::rules
