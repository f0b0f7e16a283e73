#pragma once

#include "core/base/json.h"
#include "core/rules/profile.h"

namespace faltakt::rules {

/// What a profile states, one object for each statement, for people who read it line by line: {"part","name"}, what it
/// says (a setting's "value"; of a list's element its own members in Swedish), and {"kind","source","confidence",
/// "profile"}. What is not stated follows as {"part":"settings","name","stated":false}; a list of which the profile has
/// nothing as {"part","stated":false}.
[[nodiscard]] std::vector<base::json::Object> statementsOf(const Profile &profile);

} // namespace faltakt::rules
