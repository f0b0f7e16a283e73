#pragma once

#include "core/base/json.h"

#include <span>
#include <string_view>

namespace faltakt::casework::demo {

/// One filled-in questionnaire as it would have been stored: the option of each item, the sum, and the zone by sex.
/// The sums and zones are written out here, not computed, since scoring stands above this module; a test holds them
/// against the instruments.
struct AnsweredSheet {
    std::string_view instrument;
    std::string_view version;
    /// Option codes from item 1 on; empty where the skip rule closed the item.
    std::span<const std::string_view> options;
    int score;
    std::string_view zoneF;
    std::string_view zoneM;
};

/// AUDIT, from no risk to high; fit for people up to 65, for whom the zones by age do not differ.
[[nodiscard]] std::span<const AnsweredSheet> auditSheets() noexcept;
[[nodiscard]] std::span<const AnsweredSheet> duditSheets() noexcept;

/// Writes the first `count` answers as fields answers/<item>; items that were closed are passed over.
void appendAnswers(base::json::Object &fields, const AnsweredSheet &sheet, std::size_t count);

} // namespace faltakt::casework::demo
