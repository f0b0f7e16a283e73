#pragma once

#include "core/changelog/schema.h"

namespace faltakt::casework {

/// What a form of assets/forms leaves in the file: its answers and, apart from them, what its days start, give and end. The
/// events and rules are those of assets/deadlines, so that the rules read an act without its form.
inline constexpr changelog::FieldSchema ActFields[] = {
    {.name = "form",
     .type = changelog::FieldType::Text,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .maxLength = 64},
    {.name = "version",
     .type = changelog::FieldType::Text,
     .sensitivity = changelog::Sensitivity::Plain,
     .maxLength = 64},
    {.name = "at", .type = changelog::FieldType::Instant, .sensitivity = changelog::Sensitivity::Sensitive},
    {.name = "answers",
     .type = changelog::FieldType::Answer,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .maxLength = 16 * 1024,
     .isPrefix = true},
    {.name = "starts",
     .type = changelog::FieldType::Date,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .isPrefix = true},
    {.name = "gives",
     .type = changelog::FieldType::Date,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .isPrefix = true},
    {.name = "ends",
     .type = changelog::FieldType::Date,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .isPrefix = true},
    {.name = "replaces",
     .type = changelog::FieldType::Date,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .isPrefix = true},
    // A rule of its own that somebody has ticked off.
    {.name = "settled",
     .type = changelog::FieldType::Instant,
     .sensitivity = changelog::Sensitivity::Sensitive,
     .isPrefix = true},
};

} // namespace faltakt::casework
