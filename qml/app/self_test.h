#pragma once

#include "qml/app/app_options.h"
#include "qml/viewmodels/workspace/workspace_setup.h"

namespace faltakt::app {

/// Shows every scene: as pictures into the tour's folder, or in the self-test without pictures, where any warning of Qt or
/// QML counts as a failure. The passphrase unlocks the device first. Prints a closing line; the program's exit code.
[[nodiscard]] int runScenes(viewmodels::WorkspaceSetup setup, crypto::SecretBytes passphrase,
                            const AppOptions &options);

} // namespace faltakt::app
