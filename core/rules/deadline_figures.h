#pragma once

#include "core/rules/deadline_rules.h"
#include "core/rules/profile.h"

#include <optional>
#include <string_view>

namespace faltakt::rules {

/// Where a municipality's word comes from.
struct StatedSource {
    SourceKind kind = SourceKind::Guideline;
    std::string source;
    Confidence confidence = Confidence::Primary;
};

/// A number with its unit as it applies to one rule, and where it comes from; without a source the figure is the rule's own.
struct CountedFigure {
    int value = 0;
    CountUnit unit = CountUnit::Days;
    std::optional<StatedSource> stated;
};

/// What the profile or its parent states under that name, where it is a number. The product's own proposals are not asked:
/// they stand in the rules.
[[nodiscard]] Setting<int> statedNumber(const Profile &profile, std::string_view setting);

/// Where the profile states the setting, and not as "no": its source.
[[nodiscard]] std::optional<StatedSource> statedSetting(const Profile &profile, std::string_view setting);

/// The profile's entry for a rule, or nullptr. Lives as long as the profile.
[[nodiscard]] const ProfileDeadline *statedRule(const Profile &profile, std::string_view rule) noexcept;

/// The number that a rule counts with for this municipality: its entry for the rule, its setting, the rule's own, in this
/// order. InvalidInput with the name of the setting, or "stated", where nobody gives one.
[[nodiscard]] base::Result<CountedFigure> figureFor(const DeadlineRule &rule, const Profile &profile);

} // namespace faltakt::rules
