#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// One own record that nobody has signed.
struct UnsignedRecord {
    base::RecordId record;
    base::CaseId caseId;
    std::string kind;       ///< note, contact, act or assessment
    std::string instrument; ///< of an assessment
    base::Instant at;       ///< of what it tells
    /// A form that the person was to sign on the screen, and has not yet: signed by the worker it would be locked for her.
    bool waitsForPerson = false;
};

/// Own notes, and of the last weeks own contacts, forms and answered questions, that nobody has signed; the latest first. What
/// is not finished, or may not be signed because the person was strongly influenced, waits for none. Store thread.
[[nodiscard]] base::Result<std::vector<UnsignedRecord>> ownUnsigned(const store::CaseStore &cases, base::Instant now);

} // namespace faltakt::viewmodels
