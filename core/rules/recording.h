#pragma once

#include "core/rules/profile.h"

#include <span>

namespace faltakt::rules {

/// What of a talk is written down: handling and carrying out help is documented, unless the help is pure advice or the
/// municipality has decided that nobody is named.
enum class Recording {
    Full,      ///< In the person's file.
    Anonymous, ///< Without who it was.
    Advice,    ///< Not at all; a count may be kept.
};

/// As the profile says of that help; in full where it says nothing.
[[nodiscard]] Recording recordingOf(const ProfileInsats &insats);

/// Of a talk that belongs to help of these types: the least that the profile allows for one of them. In full where the
/// profile has none of them.
[[nodiscard]] Recording recordingOf(const Profile &profile, std::span<const std::string_view> types);

} // namespace faltakt::rules
