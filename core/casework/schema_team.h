#pragma once

#include "core/changelog/schema.h"

/// The kinds of record by which a team works together: who belongs to it, who is out on a visit, who takes over a matter.
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

inline constexpr std::string_view TakeoverAnswers[] = {"accepted", "declined", "withdrawn"};

/// Asks a colleague, or the whole team where `to` is missing, to take over the matter; lies in the person's own case. Names
/// stand beside the ids, since who is asked may hold no other case of the team's.
inline constexpr FieldSchema TakeoverFields[] = {
    {.name = "from", .type = FieldType::Id, .sensitivity = Sensitivity::Plain},
    {.name = "fromName", .type = FieldType::Text, .sensitivity = Sensitivity::Personal, .maxLength = 120},
    {.name = "to", .type = FieldType::Id, .sensitivity = Sensitivity::Plain},
    {.name = "toName", .type = FieldType::Text, .sensitivity = Sensitivity::Personal, .maxLength = 120},
    {.name = "text", .type = FieldType::LongText, .sensitivity = Sensitivity::Sensitive, .maxLength = 10'000},
    {.name = "askedAt", .type = FieldType::Instant, .sensitivity = Sensitivity::Plain},
    {.name = "answer", .type = FieldType::Code, .sensitivity = Sensitivity::Plain, .codes = TakeoverAnswers},
    {.name = "answeredBy", .type = FieldType::Id, .sensitivity = Sensitivity::Plain},
    {.name = "answeredByName", .type = FieldType::Text, .sensitivity = Sensitivity::Personal, .maxLength = 120},
    {.name = "answeredAt", .type = FieldType::Instant, .sensitivity = Sensitivity::Plain},
    {.name = "reason", .type = FieldType::LongText, .sensitivity = Sensitivity::Sensitive, .maxLength = 10'000},
    {.name = "closed", .type = FieldType::Boolean, .sensitivity = Sensitivity::Plain},
};

} // namespace faltakt::casework::team
