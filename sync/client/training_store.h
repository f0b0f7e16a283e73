#pragma once

#include "sync/client/field_store.h"

#include <vector>

namespace faltakt::client {

/// What a device for training is made from: invented people, no server.
struct TrainingDevice {
    crypto::SecretBytes passphrase;
    crypto::KdfCost kdfCost;
    base::WorkerId worker;
    std::string workerName;
    std::string tenantName;
    std::string profile; ///< Name of the municipality's profile.
    /// What the device has received, as casework::makeDemoPages gives it.
    std::vector<changelog::PullPage> pages;
};

/// Makes a folder with a device that was never enrolled and can never sync: its registration is marked as training and
/// names no server, and the keys to which an outbox or a recovery would be sealed are thrown away as they are made.
/// Everything in it counts as received, so that nothing waits to be sent. The folder appears whole or not at all, and
/// locked. Errors as of FieldStore::create.
[[nodiscard]] base::Result<void> createTrainingStore(const std::filesystem::path &folder, TrainingDevice device,
                                                     const FieldEnvironment &environment);

} // namespace faltakt::client
