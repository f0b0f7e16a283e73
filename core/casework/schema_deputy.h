#pragma once

#include "core/changelog/schema.h"

/// A colleague who stands in for somebody for some days.
namespace faltakt::casework::team {

/// Why a deputy opens the file, asked once for each file and day.
inline constexpr std::string_view DeputyPurposes[] = {"contact", "planned", "urgent", "other"};

/// Lies in the person's own case, one for each deputy and stretch of days. Names stand beside the ids, as with a takeover.
/// `all`: named for all of somebody's cases at once. `opened/DAY` is the deputy's, so that who comes back sees on which days
/// somebody was in the file, and why. `leaves` is the server's: the case leaves the deputy's devices with the last day.
inline constexpr changelog::FieldSchema DeputyFields[] = {
    {.name = "from", .type = changelog::FieldType::Id, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "fromName",
     .type = changelog::FieldType::Text,
     .sensitivity = changelog::Sensitivity::Personal,
     .maxLength = 120},
    {.name = "to", .type = changelog::FieldType::Id, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "toName",
     .type = changelog::FieldType::Text,
     .sensitivity = changelog::Sensitivity::Personal,
     .maxLength = 120},
    {.name = "firstDay", .type = changelog::FieldType::Date, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "lastDay", .type = changelog::FieldType::Date, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "all", .type = changelog::FieldType::Boolean, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "namedAt", .type = changelog::FieldType::Instant, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "endedAt", .type = changelog::FieldType::Instant, .sensitivity = changelog::Sensitivity::Plain},
    {.name = "opened",
     .type = changelog::FieldType::Code,
     .sensitivity = changelog::Sensitivity::Plain,
     .codes = DeputyPurposes,
     .isPrefix = true},
    {.name = "leaves", .type = changelog::FieldType::Boolean, .sensitivity = changelog::Sensitivity::Plain},
};

} // namespace faltakt::casework::team
