#pragma once

#include "platform/api/pdf_printer.h"

namespace faltakt::platform {

/// Qt's own writer: A4, the fonts embedded, PDF/A-1b.
class QtPdfPrinter final : public PdfPrinter {
public:
    [[nodiscard]] base::Result<base::Bytes> print(const PrintedText &text) override;
};

} // namespace faltakt::platform
