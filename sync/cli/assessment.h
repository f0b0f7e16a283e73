#pragma once

#include "core/screening/interview_session.h"
#include "core/screening/result.h"
#include "core/store/projection.h"

#include <string>

namespace faltakt::cli {

/// The fields of an assessment record as one interview writes them.
namespace assessment {

/// What stands from the start: instrument, version, the settings that its score depends on, and when it began.
[[nodiscard]] base::json::Object openingFields(const screening::Questionnaire &questionnaire,
                                               const screening::ResultSettings &settings, base::Instant startedAt);

/// What the last answer adds: status, time, score and zone.
[[nodiscard]] base::json::Object closingFields(const screening::ScreeningResult &result, base::Instant completedAt);

/// The answers of a record, by link id, in their stored form.
[[nodiscard]] base::json::Object storedAnswers(const store::RecordView &record);

/// The settings that a record was begun with.
[[nodiscard]] screening::ResultSettings settingsOf(const store::RecordView &record);

} // namespace assessment

} // namespace faltakt::cli
