#pragma once

#include "platform/api/code_scanner.h"
#include "platform/api/file_export.h"
#include "platform/api/network.h"
#include "platform/api/pdf_printer.h"
#include "platform/api/photo_cleaner.h"
#include "platform/api/photo_shelf.h"
#include "platform/api/screen_guard.h"
#include "platform/api/telephone.h"
#include "platform/api/voice.h"

namespace faltakt::platform {

/// What the device can do beside computing; made by the composition root, borrowed by view models.
struct DeviceAbilities {
    Telephone &telephone;
    const ScreenGuard &screen;
    FileExport &files;
    PdfPrinter &pdf;
    CodeScanner &scanner;
    Network &network;
    const PhotoShelf &photos;
    const PhotoCleaner &cleaner;
    Voice &voice;
};

} // namespace faltakt::platform
