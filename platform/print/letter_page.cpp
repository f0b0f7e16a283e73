#include "platform/print/letter_page.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>

#include <algorithm>

namespace faltakt::platform {

namespace {

// Of a page of A4, from its upper left corner, folded to C5: what stands in the window of an envelope with the window to
// the right or left, whichever maker's it is, and the band in which nothing else may stand.
constexpr qreal WindowTopMm = 50;
constexpr qreal WindowRightMm = 108;
constexpr qreal WindowLeftMm = 25;
constexpr qreal WindowWidthMm = 80;
constexpr qreal TextTopMm = 98;
constexpr qreal MmPerInch = 25.4;
constexpr qreal ScreenDotsPerInch = 96;

constexpr int RecipientPoints = 12;
constexpr int ReturnPoints = 8;
constexpr int PagePoints = 10;

/// A page's corner in the dots of its printable part, by which a painter counts.
class Sheet {
public:
    explicit Sheet(const QPdfWriter &writer)
        : m_margins(writer.pageLayout().marginsPixels(writer.resolution())), m_perMm(writer.resolution() / MmPerInch),
          m_area(writer.pageLayout().paintRectPixels(writer.resolution()).size())
    {
    }
    [[nodiscard]] qreal across(qreal mm) const { return mm * m_perMm - m_margins.left(); }
    [[nodiscard]] qreal down(qreal mm) const { return mm * m_perMm - m_margins.top(); }
    [[nodiscard]] qreal length(qreal mm) const { return mm * m_perMm; }
    [[nodiscard]] QSizeF area() const { return m_area; }

private:
    QMargins m_margins;
    qreal m_perMm;
    QSizeF m_area;
};

/// One line, cut to the window: what hangs out of it would be read by nobody.
qreal drawLine(QPainter &painter, QPointF at, qreal width, int points, const std::string &line)
{
    QFont font = painter.font();
    font.setPointSize(points);
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()),
                     metrics.elidedText(QString::fromStdString(line), Qt::ElideRight, width));
    return metrics.height();
}

void drawWindow(QPainter &painter, const Sheet &sheet, const PrintedText &letter)
{
    const bool isLeft = std::ranges::any_of(letter.pieces, [](const PrintedText::Piece &piece) {
        return piece.kind == PrintedText::Kind::Recipient && piece.value != 0;
    });
    QPointF at(sheet.across(isLeft ? WindowLeftMm : WindowRightMm), sheet.down(WindowTopMm));
    const qreal width = sheet.length(WindowWidthMm);
    for (const PrintedText::Piece &piece : letter.pieces)
        if (piece.kind == PrintedText::Kind::ReturnLine || piece.kind == PrintedText::Kind::Recipient)
            at.ry() +=
                drawLine(painter, at, width,
                         piece.kind == PrintedText::Kind::Recipient ? RecipientPoints : ReturnPoints, piece.text);
}

std::string pageNumberOf(const PrintedText &letter)
{
    const auto found = std::ranges::find(letter.pieces, PrintedText::Kind::PageNumber, &PrintedText::Piece::kind);
    return found == letter.pieces.end() ? std::string("%1 (%2)") : found->text;
}

} // namespace

bool isLetter(const PrintedText &text)
{
    return std::ranges::any_of(
        text.pieces, [](const PrintedText::Piece &piece) { return piece.kind == PrintedText::Kind::Recipient; });
}

bool isOfPage(PrintedText::Kind kind)
{
    return kind == PrintedText::Kind::ReturnLine || kind == PrintedText::Kind::Recipient
           || kind == PrintedText::Kind::PageNumber;
}

void leaveWindowFree(QTextCursor &cursor)
{
    // A line of nothing with a margin beneath it: one above the first line would be left out. Margins are told in the dots
    // of a screen and kept in the measure of the paper.
    QTextBlockFormat block;
    block.setBottomMargin((TextTopMm - LetterMarginMm) / MmPerInch * ScreenDotsPerInch);
    QTextCharFormat letters;
    letters.setFontPointSize(1);
    cursor.setBlockFormat(block);
    cursor.insertText(QString(QChar::Nbsp), letters);
}

void drawLetter(QPdfWriter &writer, QTextDocument &body, const PrintedText &letter)
{
    const Sheet sheet(writer);
    QPainter painter(&writer);
    const QFont font = painter.font();
    const QSizeF page = body.pageSize();
    const int pages = body.pageCount();
    for (int number = 1; number <= pages; ++number) {
        if (number > 1)
            writer.newPage();
        painter.setFont(font);
        // First, as it is read first.
        if (number == 1)
            drawWindow(painter, sheet, letter);
        // A dot less than the page: what begins on the next one touches this one's end.
        const QRectF part(0, (number - 1) * page.height(), page.width(), page.height() - 1);
        painter.save();
        painter.translate(0, -part.top());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        // The colours of the screen are not those of paper.
        context.palette.setColor(QPalette::Text, Qt::black);
        body.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(font);
        if (pages > 1)
            drawLine(painter, QPointF(0, sheet.area().height()), sheet.area().width(), PagePoints,
                     QString::fromStdString(pageNumberOf(letter)).arg(number).arg(pages).toStdString());
    }
}

} // namespace faltakt::platform
