#pragma once

#include "core/base/json.h"
#include "core/changelog/schema.h"

namespace faltakt::protocol {

[[nodiscard]] base::json::Array encodeCompartments(changelog::CompartmentSet compartments);
/// The member "compartments". Names of compartments that a newer server knows are passed over.
[[nodiscard]] base::Result<changelog::CompartmentSet> readCompartments(const base::json::Value &value);

} // namespace faltakt::protocol
