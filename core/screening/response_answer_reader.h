#pragma once

#include "core/screening/fhir_element.h"
#include "core/screening/question.h"

#include <optional>

namespace faltakt::screening {

/// The answer of one item of a response; empty where it has none. InvalidInput with the place for an answer that the
/// question does not take.
[[nodiscard]] base::Result<std::optional<Answer>> readResponseAnswer(const FhirElement &item, const Question &question);

/// What a response states for a calculated item; null for nothing.
[[nodiscard]] base::Result<base::json::Value> readStatedValue(const FhirElement &item, const Calculation &calculation);

} // namespace faltakt::screening
