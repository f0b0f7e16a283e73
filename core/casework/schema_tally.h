#pragma once

#include "core/changelog/schema.h"

/// What outreach counted in a week, in the case of a team: read by nobody but the server, and told by it in sums alone.
namespace faltakt::casework::tally {

using changelog::FieldSchema;
using changelog::FieldType;
using changelog::Sensitivity;

inline constexpr FieldSchema TallyFields[] = {
    {.name = "week", .type = FieldType::Text, .sensitivity = Sensitivity::Plain, .maxLength = 8},
    // core/casework/tally_report.h
    {.name = "counts", .type = FieldType::Text, .sensitivity = Sensitivity::Sensitive, .maxLength = 16 * 1024},
};

} // namespace faltakt::casework::tally
