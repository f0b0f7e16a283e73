#include "platform/print/qt_pdf_printer.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

namespace faltakt::platform {

namespace {

constexpr qreal MarginMm = 25;
constexpr int BodyPoints = 12;
constexpr int HeadingPoints = 18;
constexpr int SmallPoints = 10;

int pointsOf(PrintedText::Kind kind)
{
    switch (kind) {
    case PrintedText::Kind::Heading: return HeadingPoints;
    case PrintedText::Kind::Paragraph: return BodyPoints;
    case PrintedText::Kind::Small: break;
    }
    return SmallPoints;
}

void write(QTextDocument &document, const PrintedText &text)
{
    QTextCursor cursor(&document);
    bool isFirst = true;
    for (const PrintedText::Piece &piece : text.pieces) {
        QTextBlockFormat block;
        block.setBottomMargin(pointsOf(piece.kind));
        QTextCharFormat letters;
        letters.setFontPointSize(pointsOf(piece.kind));
        letters.setFontWeight(piece.kind == PrintedText::Kind::Heading ? QFont::DemiBold : QFont::Normal);
        if (isFirst)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        isFirst = false;
        cursor.insertText(QString::fromStdString(piece.text), letters);
    }
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
        QTextDocument document;
        write(document, text);
        document.print(&writer);
    }
    const QByteArray &bytes = buffer.data();
    if (bytes.isEmpty())
        return base::fail(base::ErrorCode::Internal, "pdf is empty");
    return base::Bytes(bytes.begin(), bytes.end());
}

} // namespace faltakt::platform
