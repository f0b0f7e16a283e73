#pragma once

#include "qml/viewmodels/people/written_record.h"

#include <string>

namespace faltakt::viewmodels {

/// As the team knows them; empty where nobody does.
[[nodiscard]] base::Result<std::string> workerNameOf(OpenStore &store, base::WorkerId worker);

/// Who signed a record as it stands, and when. Empty where nobody has.
struct SignedBy {
    std::string name;
    base::Instant at;
};
[[nodiscard]] base::Result<std::optional<SignedBy>> signedBy(OpenStore &store, const store::RecordView &record);

/// What a record that is written anew tells of the first writing, as stated facts: who wrote and who signed it and when, who
/// moves it now. What was moved before keeps what it says.
[[nodiscard]] base::Result<base::json::Object> originFields(OpenStore &store, const WrittenRecord &from);

} // namespace faltakt::viewmodels
