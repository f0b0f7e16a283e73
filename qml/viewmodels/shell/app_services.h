#pragma once

#include "platform/api/device_abilities.h"
#include "qml/viewmodels/people/file_reasons.h"
#include "qml/viewmodels/shell/app_settings.h"
#include "qml/viewmodels/shell/router.h"
#include "qml/viewmodels/workspace/workspace.h"

namespace faltakt::viewmodels {

/// What view models work with; made once by the app's root, borrowed by all of them.
struct AppServices {
    Workspace &workspace;
    AppSettings &settings;
    Router &router;
    const base::Clock &clock;
    platform::Telephone &telephone;
    const platform::ScreenGuard &screen;
    platform::FileExport &files;
    platform::PdfPrinter &pdf;
    platform::CodeScanner &scanner;
    FileReasons &reasons;
    const platform::PhotoShelf &photos;
    const platform::PhotoCleaner &cleaner;
    platform::Voice &voice;
};

} // namespace faltakt::viewmodels
