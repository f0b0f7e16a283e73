#pragma once

#include "core/base/instant.h"
#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <map>
#include <string>

namespace faltakt::viewmodels {

/// What the worker says of her own training: by the code with which instruments name it ("asi"), the day on which she said
/// so. It stands in her own store on this device, which nobody else reads, and is never asked of the server.
using OwnTraining = std::map<std::string, base::Date, std::less<>>;

[[nodiscard]] base::Result<OwnTraining> readOwnTraining(const store::CaseStore &cases);
/// Says it on this day, or takes it back; answers with what stands then.
enum class Trained { Yes, No };
[[nodiscard]] base::Result<OwnTraining> keepOwnTraining(OpenStore &store, const std::string &training, Trained trained);

} // namespace faltakt::viewmodels
