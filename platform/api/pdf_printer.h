#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace faltakt::platform {

/// What is printed: headings, paragraphs and scales, from the top. Whoever writes text alone leaves the scale's bar out: its
/// words say the same.
struct PrintedText {
    /// With a recipient it is a letter: her lines, the name first, stand in the window of its envelope and nothing else does
    /// but a return line above them. A page number ("Sida %1 av %2") stands on each page where there are several.
    enum class Kind { Heading, Paragraph, Small, Scale, ReturnLine, Recipient, PageNumber };
    struct Piece {
        Kind kind = Kind::Paragraph;
        std::string text;
        int value = 0;   ///< Of a scale: 0 to `maximum`. Of a recipient: 1 where the window is to the left.
        int maximum = 1; ///< Of a scale: at least 1.
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
