#pragma once

#include "core/base/json.h"

#include <string_view>

namespace faltakt::casework {

/// Whether a card with this level of protection holds no address at all: post goes by the forwarding authority, and where the
/// person lives is no one's to read here. A level that this version does not know counts as the strongest.
[[nodiscard]] bool forbidsAddress(std::string_view level);

/// The elements of `contactWays` without the addresses; numbers, meeting places and ways through others stay.
[[nodiscard]] base::json::Object withoutAddresses(const base::json::Object &ways);

} // namespace faltakt::casework
