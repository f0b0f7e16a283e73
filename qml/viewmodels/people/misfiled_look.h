#pragma once

#include "qml/viewmodels/people/misfiled_store.h"

#include <QString>

#include <optional>

namespace faltakt::viewmodels {

/// What a record's page says of a record that stands in the wrong file, or of one that stood there, and what can be moved
/// out of it. A value, made in the store thread.
struct MisfiledLook {
    /// It was written in the wrong person's file: nothing else of it is shown.
    std::optional<casework::Seal> seal = {};
    QString sealText = {};                      ///< By whom and when.
    std::optional<base::RecordId> sealedParent; ///< On which it hangs, where it was not moved itself.
    QString originText = {};                    ///< Of what was moved into this file.
    MisfiledItems items = {};
};

/// NotFound where the record is not here, or deleted.
[[nodiscard]] base::Result<MisfiledLook> readMisfiledLook(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                          base::Language language);

} // namespace faltakt::viewmodels
