#pragma once

#include "core/changelog/schema.h"

/// The kinds of record that lie in a team's own case: who belongs to it, and who is out on a visit.
namespace faltakt::casework::team {

using changelog::FieldSchema;
using changelog::FieldType;
using changelog::Sensitivity;

/// Written by the server alone, one for each worker of the team, under the worker's own id.
inline constexpr FieldSchema ColleagueFields[] = {
    {.name = "worker", .type = FieldType::Id, .sensitivity = Sensitivity::Plain},
    {.name = "name", .type = FieldType::Text, .sensitivity = Sensitivity::Personal, .maxLength = 120},
    {.name = "leads", .type = FieldType::Boolean, .sensitivity = Sensitivity::Plain},
    {.name = "left", .type = FieldType::Boolean, .sensitivity = Sensitivity::Plain},
};

/// Nothing here says whom the visit is to. `alarm` is the server's: {"at","end"}; `seen` is a colleague's who takes care
/// of it: {"by","at","end"}. `end` in both is the planned end that they are about: one that was moved begins anew.
inline constexpr FieldSchema VisitWatchFields[] = {
    {.name = "worker", .type = FieldType::Id, .sensitivity = Sensitivity::Plain},
    {.name = "place", .type = FieldType::Text, .sensitivity = Sensitivity::Sensitive, .maxLength = 200},
    {.name = "phone", .type = FieldType::Text, .sensitivity = Sensitivity::Personal, .maxLength = 40},
    {.name = "startedAt", .type = FieldType::Instant, .sensitivity = Sensitivity::Plain},
    {.name = "plannedEnd", .type = FieldType::Instant, .sensitivity = Sensitivity::Plain},
    {.name = "endedAt", .type = FieldType::Instant, .sensitivity = Sensitivity::Plain},
    {.name = "alarm", .type = FieldType::Object, .sensitivity = Sensitivity::Plain, .maxLength = 256},
    {.name = "seen", .type = FieldType::Object, .sensitivity = Sensitivity::Plain, .maxLength = 256},
};

} // namespace faltakt::casework::team
