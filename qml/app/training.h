#pragma once

#include "qml/viewmodels/workspace/workspace_setup.h"

namespace faltakt::app {

/// What the made-up caseload for training shall hold.
struct TrainingPlan {
    std::uint64_t seed = 1;
    std::size_t people = 24;
    std::size_t workers = 2;          ///< Who share the people; the device is the first one's.
    std::size_t longFileEntries = 60; ///< Entries in the longest timeline.
    std::string profile = "taby";
    std::string municipality = "Täby";
    std::string workerName = "Elin Lund";
};

using viewmodels::TrainingPassphrase;

/// Makes a training device in the workspace's folder: an invented caseload as received, and on top of it what a
/// worker meets on an ordinary day: a value that a colleague changed at the same time, and a begun screening. Errors as
/// of client::createTrainingStore.
[[nodiscard]] base::Result<void> makeTrainingDevice(const viewmodels::WorkspaceSetup &setup, const TrainingPlan &plan);

} // namespace faltakt::app
