#include "core/casework/visit_watch.h"

#include <algorithm>

namespace faltakt::casework {

namespace {

/// The part of `alarm` or `care` where it is about a planned end that stands; null otherwise. Where two devices gave the
/// visit different ends the server minds the earliest, which need not be the one shown.
const base::json::Value *about(const store::RecordView &record, std::string_view field)
{
    const base::json::Value *value = record.fields.find(field);
    const auto of = base::parseInstant(value && value->object() ? value->stringAt("end") : std::string());
    const auto ends = record.allTexts("plannedEnd");
    const bool stands = of && std::ranges::any_of(ends, [&](const std::string &text) {
                            const auto end = base::parseInstant(text);
                            return end && *end == *of;
                        });
    return stands ? value : nullptr;
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
    if (const auto *alarm = about(record, "alarm"))
        if (const auto at = base::parseInstant(alarm->stringAt("at")))
            watch.alarmedAt = *at;
    if (const auto *seen = about(record, "care"))
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
