#pragma once

#include "qml/app/app_options.h"
#include "qml/viewmodels/workspace/workspace_setup.h"

#include <functional>

namespace faltakt::app {

/// Gives the device that one look goes through.
using DeviceMaker = std::function<base::Result<viewmodels::WorkspaceSetup>()>;

/// Shows every scene in every look, each look on a device of its own as `makeDevice` gives it, since scenes change what
/// they show: as pictures into the tour's folder, or in the self-test without pictures, where any warning of Qt or QML
/// counts as a failure. The passphrase unlocks the devices. Prints a closing line; the program's exit code.
[[nodiscard]] int runScenes(const DeviceMaker &makeDevice, const crypto::SecretBytes &passphrase,
                            const AppOptions &options);

} // namespace faltakt::app
