#pragma once

#include "platform/api/pdf_printer.h"

#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

namespace faltakt::platform {

/// The upper margin of a letter, as of every page that is printed.
inline constexpr qreal LetterMarginMm = 25;

/// True where the text has a recipient.
[[nodiscard]] bool isLetter(const PrintedText &text);
/// Of a letter's page, and not of its text.
[[nodiscard]] bool isOfPage(PrintedText::Kind kind);

/// Begins the text of a letter: what comes next stands beneath the window of the envelope.
void leaveWindowFree(QTextCursor &cursor);

/// Draws a letter: the recipient in the window on its first page and nothing else there, the text beneath it as `body` has it,
/// and a number on each page where there are several. `body` is laid out for pages of this writer.
void drawLetter(QPdfWriter &writer, QTextDocument &body, const PrintedText &letter);

} // namespace faltakt::platform
