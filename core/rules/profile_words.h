#pragma once

#include "core/rules/agenda_text.h"
#include "core/rules/profile.h"

#include <span>

namespace faltakt::rules {

/// A setting's name on the screen, and the unit of its number.
struct SettingWords {
    std::string_view setting; ///< as in files
    std::string_view swedish;
    std::string_view english;
    std::string_view unit; ///< as in files; empty for a bare number and for everything else
};

/// Settings that are read together, under a heading.
struct SettingGroup {
    std::string_view swedish;
    std::string_view english;
    std::span<const SettingWords> settings;
};

/// Every setting once, in the order of reading.
[[nodiscard]] std::span<const SettingGroup> settingGroups();

/// A code of a profile in words: of a choice, an act, a decider, a scope, an answerer. The code itself where it has none.
[[nodiscard]] std::string profileCodeText(std::string_view code, Language language);
/// "6 månader", "1 vecka"; the bare number for an unknown unit.
[[nodiscard]] std::string lengthText(int value, std::string_view unit, Language language);
/// A setting's value in words: "20 år", "ja", "SoL, LVM".
[[nodiscard]] std::string settingText(const SettingWords &words, const Profile &profile, Language language);
/// The product's own figure where the profile states none; empty where there is none either.
[[nodiscard]] std::string defaultText(const SettingWords &words, Language language);
/// Where a stated setting stands; empty where it is not stated.
[[nodiscard]] std::string settingSource(const SettingWords &words, const Profile &profile, Language language);

} // namespace faltakt::rules
