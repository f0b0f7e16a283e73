#pragma once

#include "core/base/ids.h"
#include "core/rules/profile.h"
#include "core/screening/pack_shelf.h"
#include "sync/client/field_store.h"

namespace faltakt::viewmodels {

/// What work on the store thread gets to see: the unlocked store and what belongs to it. Never leaves that thread.
struct OpenStore {
    client::FieldStore &field;
    store::CaseStore &cases;
    const rules::Profile &profile; ///< Of the municipality that the device was enrolled with, as it holds today.
    const base::Clock &clock;
    base::Random &random;
    base::UuidMaker &ids;
    screening::PackShelf &instruments; ///< Those that the program brings, and over them those of content packs.
};

/// How long quick screening without a person is kept: 24 hours unless the municipality has decided otherwise.
[[nodiscard]] inline base::Duration scratchLife(const rules::Profile &profile)
{
    const auto hours = profile.setting(&rules::ProfileSettings::scratchHours);
    return std::chrono::hours(hours ? hours->value : 24);
}

} // namespace faltakt::viewmodels
