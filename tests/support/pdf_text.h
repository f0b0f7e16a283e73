#pragma once

#include "core/base/bytes.h"

#include <string>
#include <vector>

namespace faltakt::test {

/// One run of text on a page of a PDF, where its baseline begins: millimetres from the upper left corner of the page.
struct PdfRun {
    int page = 1;
    double x = 0;
    double y = 0;
    std::string text;
};

/// What a reader finds in a PDF that Qt has written: the text by the fonts' own tables, as searching and reading aloud do. A4.
[[nodiscard]] std::vector<PdfRun> pdfRuns(base::ByteView pdf);
/// All of it, a run after the other without spaces between words that the file does not hold.
[[nodiscard]] std::string pdfText(const std::vector<PdfRun> &runs);

} // namespace faltakt::test
