#pragma once

#include "platform/api/pdf_printer.h"

namespace faltakt::platform {

/// No PDF: the texts alone, behind the mark of one.
class FakePdfPrinter final : public PdfPrinter {
public:
    [[nodiscard]] base::Result<base::Bytes> print(const PrintedText &text) override
    {
        std::string content = "%PDF\n" + text.title;
        for (const PrintedText::Piece &piece : text.pieces)
            content += "\n" + piece.text;
        const base::ByteView bytes = base::bytesOf(content);
        return base::Bytes(bytes.begin(), bytes.end());
    }
};

} // namespace faltakt::platform
