#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// How many people the call list holds now, of those that have a row about an attempt in this agenda. Above a number all of
/// these are told, since it takes a look into each file.
[[nodiscard]] base::Result<int> countCalls(OpenStore &store, const std::vector<store::AgendaRow> &agenda,
                                           base::Instant now);

} // namespace faltakt::viewmodels
