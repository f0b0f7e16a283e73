#pragma once

#include "core/rules/profile.h"

namespace faltakt::rules {

// The readers of a profile file's parts, each into the profile that readProfile makes. All failures are InvalidInput
// with "path: reason".

/// `settings`.
[[nodiscard]] base::Result<void> readProfileSettings(const PathReader &reader, Profile &profile);
/// `laws` and `outcomes`, which replace a parent's as a whole.
[[nodiscard]] base::Result<void> readProfileLaws(const PathReader &reader, Profile &profile);
[[nodiscard]] base::Result<void> readProfileOutcomes(const PathReader &reader, Profile &profile);
/// Every list of forEachList.
[[nodiscard]] base::Result<void> readProfileLists(const PathReader &reader, Profile &profile);

// The elements with rules of their own; `profile` is the id of the file's profile.
[[nodiscard]] base::Result<ProfileInsats> readProfileInsats(const PathReader &reader, const std::string &profile);
[[nodiscard]] base::Result<ProfileTemplate> readProfileTemplate(const PathReader &reader, const std::string &profile);

} // namespace faltakt::rules
