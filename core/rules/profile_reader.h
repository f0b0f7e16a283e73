#pragma once

#include "core/base/json.h"
#include "core/rules/profile.h"

namespace faltakt::rules {

/// A profile file is at most this large.
inline constexpr std::size_t ProfileFileBytes = 256 * 1024;

/// Reads one profile file (JSON, format 2; assets/schemas/profile.schema.json describes it) as it stands, without its
/// parent: what it takes away is marked so. Strict: a member with an unknown name is refused, because a misspelt setting
/// would silently stay unset. InvalidInput with "path: reason", such as "settings.lob.attempts.value: must be between 1
/// and 10"; TooLarge; Unsupported for another format.
[[nodiscard]] base::Result<Profile> readProfile(std::string_view text);

/// The same value with the members of every object in the order of their names: the text whose hash is taken.
[[nodiscard]] std::string canonicalJson(const base::json::Value &value);

} // namespace faltakt::rules
