#include "core/casework/visit_watch.h"

namespace faltakt::casework {

namespace {

/// The part of `alarm` or `seen` where it is about this planned end; null otherwise.
const base::json::Value *about(const store::RecordView &record, std::string_view field,
                               const std::optional<base::Instant> &end)
{
    const base::json::Value *value = record.fields.find(field);
    if (!value || !value->object() || !end)
        return nullptr;
    const auto of = base::parseInstant(value->stringAt("end"));
    return of && *of == *end ? value : nullptr;
}

} // namespace

VisitWatch readVisitWatch(const store::RecordView &record)
{
    VisitWatch watch{.worker = record.text("worker"),
                     .place = record.text("place"),
                     .phone = record.text("phone"),
                     .startedAt = record.instant("startedAt"),
                     .plannedEnd = record.instant("plannedEnd"),
                     .endedAt = record.instant("endedAt")};
    if (const auto *alarm = about(record, "alarm", watch.plannedEnd))
        if (const auto at = base::parseInstant(alarm->stringAt("at")))
            watch.alarmedAt = *at;
    if (const auto *seen = about(record, "seen", watch.plannedEnd))
        watch.seenBy = seen->stringAt("by");
    return watch;
}

base::json::Object watchAlarm(base::Instant at, base::Instant end)
{
    return {{"at", base::formatInstant(at)}, {"end", base::formatInstant(end)}};
}

base::json::Object watchSeen(base::WorkerId by, base::Instant at, base::Instant end)
{
    return {{"by", by.toString()}, {"at", base::formatInstant(at)}, {"end", base::formatInstant(end)}};
}

} // namespace faltakt::casework
