#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace faltakt::platform {

/// What is printed: headings and paragraphs, from the top.
struct PrintedText {
    enum class Kind { Heading, Paragraph, Small };
    struct Piece {
        Kind kind = Kind::Paragraph;
        std::string text;
    };
    std::string title;
    std::string language; ///< BCP 47.
    std::vector<Piece> pieces;
};

/// Makes a PDF of text. Main thread: it uses the program's fonts.
class PdfPrinter {
public:
    virtual ~PdfPrinter() = default;
    [[nodiscard]] virtual base::Result<base::Bytes> print(const PrintedText &text) = 0;
};

} // namespace faltakt::platform
