#pragma once

#include "core/screening/fhir_element.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// The sub-extension "confidence" of an element: primary, secondary or unconfirmed.
[[nodiscard]] base::Result<Confidence> readConfidence(const FhirElement &element);

/// Reads the extension urn:faltakt:interpretation; questions and scale of the parts must be known. Refuses a table
/// with a gap: a set without a row for each sex, a row that does not begin at the lowest score, limits out of order,
/// names of zones or questions that do not exist.
[[nodiscard]] base::Result<Interpretation> readInterpretation(const FhirElement &extension,
                                                              const QuestionnaireParts &parts,
                                                              const std::string &language);

} // namespace faltakt::screening
