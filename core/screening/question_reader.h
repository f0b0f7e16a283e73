#pragma once

#include "core/screening/fhir_element.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

inline constexpr std::string_view HintUrl = "urn:faltakt:hint";
inline constexpr std::string_view AreaUrl = "urn:faltakt:area";
inline constexpr std::string_view InterviewerUrl = "urn:faltakt:interviewer";
inline constexpr std::string_view SafeUrl = "urn:faltakt:safe";
inline constexpr std::string_view TimeWindowUrl = "urn:faltakt:time-window";
inline constexpr std::string_view MinValueUrl = "http://hl7.org/fhir/StructureDefinition/minValue";
inline constexpr std::string_view MaxValueUrl = "http://hl7.org/fhir/StructureDefinition/maxValue";

/// What a group hands down to the items in it.
struct Inherited {
    std::string area;
    std::optional<TimeWindow> timeWindow;
    bool isInterviewers = false;
    bool isSafe = false;
};
/// The same with what this item says itself.
[[nodiscard]] base::Result<Inherited> readInherited(const FhirElement &item, Inherited from);

/// A question of that type; node and repeat are the caller's. The path of an option without points among some that have
/// points goes to `withoutPoints`, where nothing stands there yet.
[[nodiscard]] base::Result<Question> readQuestion(const FhirElement &item, QuestionType type,
                                                  const Inherited &inherited, const std::string &language,
                                                  std::string &withoutPoints);

[[nodiscard]] base::Result<std::optional<Unit>> readUnit(const FhirElement &item, const std::string &language);

/// A boolean extension that is false where it is missing.
[[nodiscard]] base::Result<bool> readMark(const FhirElement &item, std::string_view url);

} // namespace faltakt::screening
