#pragma once

#include "core/screening/fhir_element.h"
#include "core/screening/questionnaire.h"

namespace faltakt::screening {

/// The head of the resource, urn:faltakt:instrument and urn:faltakt:skip-rule; also the base language of its texts.
[[nodiscard]] base::Result<InstrumentHead> readHead(const FhirElement &root, std::string &language);

} // namespace faltakt::screening
