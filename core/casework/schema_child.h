#pragma once

#include "core/casework/record_codes.h"
#include "core/casework/schema_fields.h"

// Children, the report of worry, the safety check and the talk about violence.
namespace faltakt::casework {

/// What is known of children in a person's life: the answer to the question, and what was decided for all of them.
inline constexpr fields::FieldSchema ChildrenFields[] = {
    fields::code("answer", codes::Children), fields::sensitive("at", fields::FieldType::Instant),
    fields::code("step", codes::ChildStep),  fields::sensitive("stepAt", fields::FieldType::Instant),
    fields::longText("stepReason"),          fields::longText("consequences"),
};

/// One child. A name is never required: who is worried often knows an age at most.
inline constexpr fields::FieldSchema ChildFields[] = {
    fields::text("name", fields::Sensitivity::Personal, fields::NameLength),
    fields::integer("birthYear", 1990, 2100),
    fields::code("childAge", codes::ChildAge),
    fields::sensitive("expected", fields::FieldType::Date),
    fields::sensitive("consideredAt", fields::FieldType::Instant),
    fields::code("lives", codes::ChildLives),
    fields::code("worry", codes::YesNoNotAsked),
    fields::sensitive("worryAt", fields::FieldType::Instant),
    fields::code("step", codes::ChildStep),
    fields::sensitive("stepAt", fields::FieldType::Instant),
    fields::longText("stepReason"),
    fields::longText("text"),
};

/// An orosanmälan that was made, or the reasoned decision not to; without `child` it is about all of them.
inline constexpr fields::FieldSchema ConcernReportFields[] = {
    fields::code("concern", codes::ConcernDecision),
    fields::plain("child", fields::FieldType::Id),
    fields::longText("observed"),
    fields::sensitive("at", fields::FieldType::Instant),
    fields::code("guardianTold", codes::YesNoNotAsked),
    fields::longText("guardianReason"),
    fields::code("way", codes::ConcernWay),
    fields::text("receivedBy", fields::Sensitivity::Personal, fields::NameLength),
    fields::sensitive("madeAt", fields::FieldType::Instant),
    fields::longText("reason"),
};

/// Four questions in a minute, then a telephone call: nobody judges alone. Without `child` it is about the person.
inline constexpr fields::FieldSchema SafetyCheckFields[] = {
    fields::plain("child", fields::FieldType::Id),
    fields::sensitive("at", fields::FieldType::Instant),
    fields::code("dangerNow", codes::YesNoUnknown),
    fields::code("safeAdult", codes::YesNoUnknown),
    fields::code("threatNear", codes::YesNoUnknown),
    fields::code("careNow", codes::YesNoUnknown),
    fields::code("leaderTold", codes::LeaderTold),
    fields::text("leaderName", fields::Sensitivity::Personal, fields::NameLength),
    fields::code("need", codes::ProtectionNeed),
    fields::longText("text"),
};

/// What came after a yes to violence. Shown behind a second tap only, and in no list, print or plan.
inline constexpr fields::FieldSchema SafetyTalkFields[] = {
    fields::sensitive("at", fields::FieldType::Instant),
    fields::code("dangerNow", codes::YesNoUnknown),
    fields::sensitive("violencePhysical", fields::FieldType::Boolean),
    fields::sensitive("violencePsychological", fields::FieldType::Boolean),
    fields::sensitive("violenceSexual", fields::FieldType::Boolean),
    fields::sensitive("violenceMaterial", fields::FieldType::Boolean),
    fields::sensitive("violenceEconomic", fields::FieldType::Boolean),
    fields::sensitive("violenceSocial", fields::FieldType::Boolean),
    fields::sensitive("violenceNeglect", fields::FieldType::Boolean),
    fields::sensitive("violenceHonour", fields::FieldType::Boolean),
    fields::longText("text"),
};

} // namespace faltakt::casework
