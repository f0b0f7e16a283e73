#include "platform/print/qt_pdf_printer.h"

#include "platform/print/letter_page.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace faltakt::platform {

namespace {

constexpr qreal MarginMm = LetterMarginMm;
constexpr int BodyPoints = 12;
constexpr int HeadingPoints = 18;
constexpr int SmallPoints = 10;
constexpr int ScalePoints = 4;
constexpr int ScaleSpaces = 60; ///< Long enough for the thirty days of a month.
constexpr QRgb ScaleFilled = qRgb(0x1f, 0x4e, 0x79);
constexpr QRgb ScaleEmpty = qRgb(0xd5, 0xdb, 0xe1);

int pointsOf(PrintedText::Kind kind)
{
    switch (kind) {
    case PrintedText::Kind::Heading: return HeadingPoints;
    case PrintedText::Kind::Paragraph:
    case PrintedText::Kind::Scale: return BodyPoints;
    case PrintedText::Kind::Small:
    case PrintedText::Kind::ReturnLine:
    case PrintedText::Kind::Recipient:
    case PrintedText::Kind::PageNumber: break;
    }
    return SmallPoints;
}

/// A line of spaces on two grounds, the first as long as the value: it stays with its words, and to whoever reads aloud or
/// copies them it is nothing.
void writeBar(QTextCursor &cursor, const PrintedText::Piece &piece)
{
    const int most = std::max(1, piece.maximum);
    const int filled = ScaleSpaces * std::clamp(piece.value, 0, most) / most;
    QTextBlockFormat block;
    block.setBottomMargin(BodyPoints);
    cursor.insertBlock(block);
    QTextCharFormat ground;
    ground.setFontPointSize(SmallPoints);
    for (const auto &[count, colour] : {std::pair(filled, ScaleFilled), std::pair(ScaleSpaces - filled, ScaleEmpty)}) {
        ground.setBackground(QColor(colour));
        cursor.insertText(QString(count, QChar::Nbsp), ground);
    }
}

void write(QTextCursor &cursor, const PrintedText &text)
{
    bool isFirst = cursor.atStart();
    for (const PrintedText::Piece &piece : text.pieces) {
        if (isOfPage(piece.kind))
            continue;
        const bool isScale = piece.kind == PrintedText::Kind::Scale;
        QTextBlockFormat block;
        block.setBottomMargin(isScale ? ScalePoints : pointsOf(piece.kind));
        QTextCharFormat letters;
        letters.setFontPointSize(pointsOf(piece.kind));
        letters.setFontWeight(piece.kind == PrintedText::Kind::Heading ? QFont::DemiBold : QFont::Normal);
        if (isFirst)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        isFirst = false;
        cursor.insertText(QString::fromStdString(piece.text), letters);
        if (isScale)
            writeBar(cursor, piece);
    }
}

/// Laid out by the writer's own measure, so that the text breaks where it is drawn.
void printLetter(QPdfWriter &writer, const PrintedText &text)
{
    QTextDocument body;
    body.documentLayout()->setPaintDevice(&writer);
    body.setDocumentMargin(0);
    body.setPageSize(writer.pageLayout().paintRectPixels(writer.resolution()).size());
    QTextCursor cursor(&body);
    leaveWindowFree(cursor);
    write(cursor, text);
    drawLetter(writer, body, text);
}

} // namespace

base::Result<base::Bytes> QtPdfPrinter::print(const PrintedText &text)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return base::fail(base::ErrorCode::Internal, "pdf buffer");
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setTitle(QString::fromStdString(text.title));
        writer.setCreator(QStringLiteral("Fältakt"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm), QPageLayout::Millimeter);
        if (isLetter(text)) {
            printLetter(writer, text);
        } else {
            QTextDocument document;
            QTextCursor cursor(&document);
            write(cursor, text);
            document.print(&writer);
        }
    }
    const QByteArray &bytes = buffer.data();
    if (bytes.isEmpty())
        return base::fail(base::ErrorCode::Internal, "pdf is empty");
    return base::Bytes(bytes.begin(), bytes.end());
}

} // namespace faltakt::platform
