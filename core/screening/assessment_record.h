#pragma once

#include "core/base/instant.h"
#include "core/screening/result.h"

#include <array>
#include <functional>
#include <map>
#include <string>

namespace faltakt::screening {

// The fields of an assessment record as an interview writes and reads them. The same for a file's record and for a
// scratch, whose answers are kept by key (AnswerSheet::key) and whose context holds at most an age band, a sex row, the content
// pack, and who gave the answers: the person alone, or to a worker.

/// Ages as they are asked for where nothing else is asked about the person.
struct AgeBand {
    std::string_view code;
    int lowest; ///< Whole years; stands for the band where a cut-off depends on age.
    int highest;
};
/// Without gaps; the limits are those at which an instrument or the law draws a line.
inline constexpr std::array<AgeBand, 4> AgeBands = {AgeBand{"under18", 0, 17}, AgeBand{"18to24", 18, 24},
                                                    AgeBand{"25to65", 25, 65}, AgeBand{"over65", 66, 130}};

/// What stands from the start: instrument, version, the settings that its score depends on, and when it began.
[[nodiscard]] base::json::Object assessmentOpening(const Questionnaire &questionnaire, const ResultSettings &settings,
                                                   base::Instant startedAt);

/// What the last answer adds: status, time, score and zone. Both stay away while answers are missing: a score is
/// stored only where it is certain.
[[nodiscard]] base::json::Object assessmentClosing(const ScreeningResult &result, base::Instant completedAt);

/// What a change of a completed assessment lays under what it adds: without the end that the answers so far had.
[[nodiscard]] base::json::Object assessmentReopening();

/// A whole form that was offered and not wanted. No reason is asked for.
[[nodiscard]] base::json::Object assessmentDeclined(const Questionnaire &questionnaire, base::Instant at);

/// The fields answers/<key> for every answer of the sheet.
[[nodiscard]] base::json::Object answerFields(const AnswerSheet &answers);

/// The field that keeps what the worker wrote to one question: "notes/<key>".
[[nodiscard]] std::string noteField(std::string_view linkId);
/// The notes of a record, by key.
[[nodiscard]] std::map<std::string, std::string, std::less<>> answerNotes(const base::json::Object &recordFields);

/// The answers of a record, by key, in their stored form: what a scratch holds as it is.
[[nodiscard]] base::json::Object storedAnswers(const base::json::Object &recordFields);

/// The set of limits that the municipality has chosen, where the instrument holds it: a content pack may bring other sets, or
/// none. `auditCSet` is its word for AUDIT-C, the only instrument of which it says one; empty where it says none.
[[nodiscard]] std::optional<std::string> municipalCutoffSet(const Questionnaire &questionnaire,
                                                            const std::string &auditCSet);

/// The settings that a record, or the context of a scratch, was begun with.
[[nodiscard]] ResultSettings assessmentSettings(const base::json::Object &fields);

/// A record read back: its answers with what this version of the questionnaire cannot read, and its settings.
struct ReadAssessment {
    AnswerSheet::Stored answers;
    ResultSettings settings;
};
[[nodiscard]] ReadAssessment readAssessment(QuestionnairePointer questionnaire, const base::json::Object &recordFields);
/// The same of a scratch: answers by key, and its context.
[[nodiscard]] ReadAssessment readScratch(QuestionnairePointer questionnaire, const base::json::Object &answers,
                                         const base::json::Object &context);

} // namespace faltakt::screening
