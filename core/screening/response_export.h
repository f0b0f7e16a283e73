#pragma once

#include "core/screening/result.h"

#include <optional>
#include <string>

namespace faltakt::screening {

/// What a QuestionnaireResponse says besides its answers.
struct ResponseHead {
    enum class Status {
        InProgress,
        Completed,
        Stopped, ///< The whole form was offered and not wanted; or begun and given up.
    };
    std::string questionnaire; ///< Its canonical address, without the version.
    std::string version;       ///< Of the questionnaire; empty where the response does not say.
    Status status = Status::InProgress;
    std::optional<base::Instant> authored; ///< When the answers were given.
    std::string subject;                   ///< Opaque id of the case; empty for none. Never a name or a number.
    bool isSelfReported = false;           ///< The person filled it in alone.
};

/// Opaque ids of ours in a resource: what they are ids of.
inline constexpr std::string_view SubjectSystem = "urn:faltakt:case";
/// On a response whose skip rule was not used, with true.
inline constexpr std::string_view NoSkipRuleUrl = "urn:faltakt:without-skip-rule";
/// An item without an answer of which several options might have been chosen, and none was.
inline constexpr std::string_view NoneChosenUrl = "urn:faltakt:none-chosen";
/// Why an answer has no value: asked-declined, asked-unknown or not-applicable.
inline constexpr std::string_view AbsentReasonUrl = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

/// The answers as a FHIR R4 QuestionnaireResponse for other systems: open items alone, refused, unknown and not relevant
/// by the standard extension, calculated items where they are certain. Questionnaire and version are those of the sheet.
/// What response_reader.h makes of it gives the same resource again. Errors are those of interpret.
[[nodiscard]] base::Result<base::json::Object> exportResponse(const AnswerSheet &answers,
                                                              const ResultSettings &settings, const ResponseHead &head);

/// questionnaireResponse() with the questions of which none of several options was chosen: what exportResponse begins with.
[[nodiscard]] base::json::Object responseForOthers(const AnswerSheet &answers, const OpenItems &open,
                                                   std::string_view status,
                                                   const std::vector<base::json::Value> &calculated);

} // namespace faltakt::screening
