#include "tests/support/code_pictures.h"

#include "core/qr/qr_code.h"

#include <QPainter>
#include <QPolygonF>
#include <QStringList>

#include <cstdlib>

namespace faltakt::test {

namespace {

/// The mean of a square of pixels, as a lens that is not in focus makes it.
QImage blurred(const QImage &image, int size)
{
    QImage result(image.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            int sum = 0;
            int count = 0;
            for (int row = y; row < std::min(image.height(), y + size); ++row)
                for (int column = x; column < std::min(image.width(), x + size); ++column, ++count)
                    sum += image.constScanLine(row)[column];
            result.scanLine(y)[x] = uchar(sum / count);
        }
    return result;
}

void addNoise(QImage &image, int most)
{
    if (most == 0)
        return;
    std::uint32_t state = 12345;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            const int change = int((state >> 8U) % std::uint32_t(2 * most + 1)) - most;
            uchar &pixel = image.scanLine(y)[x];
            pixel = uchar(std::clamp(pixel + change, 0, 255));
        }
}

/// From the drawing's pixels to the frame's.
QTransform placing(const QImage &drawing, const Shot &shot)
{
    const QRectF whole(drawing.rect());
    const QPointF far(whole.width() * shot.tilt / 2, 0);
    const QPolygonF flat({whole.topLeft(), whole.topRight(), whole.bottomRight(), whole.bottomLeft()});
    const QPolygonF tilted({whole.topLeft() + far, whole.topRight() - far, whole.bottomRight(), whole.bottomLeft()});
    QTransform lean;
    if (!QTransform::quadToQuad(flat, tilted, lean))
        std::abort();
    const QTransform place = QTransform()
                                 .translate(shot.frame.width() / 2.0, shot.frame.height() / 2.0)
                                 .rotate(shot.degrees)
                                 .scale(shot.modulePixels, shot.modulePixels)
                                 .translate(-whole.width() / 2, -whole.height() / 2);
    return lean * place;
}

} // namespace

QImage drawCode(std::string_view bytes)
{
    const auto code = qr::codeOf(bytes);
    if (!code)
        std::abort();
    QImage image(code->side + 2 * qr::QuietZone, code->side + 2 * qr::QuietZone, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->side; ++y)
        for (int x = 0; x < code->side; ++x)
            if (code->isDark(x, y))
                image.scanLine(y + qr::QuietZone)[x + qr::QuietZone] = 0;
    return image;
}

QImage drawTerminal(const std::string &printed, QSize cell, bool isDarkOnLight)
{
    const QStringList lines = QString::fromStdString(printed).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QColor paper = isDarkOnLight ? Qt::white : Qt::black;
    const QColor ink = isDarkOnLight ? Qt::black : Qt::white;
    QImage image(int(lines.front().size()) * cell.width(), int(lines.size()) * cell.height(),
                 QImage::Format_Grayscale8);
    image.fill(paper);
    QPainter painter(&image);
    const int half = cell.height() / 2;
    for (int row = 0; row < lines.size(); ++row)
        for (int column = 0; column < lines[row].size(); ++column) {
            const QChar block = lines[row][column];
            const QPoint at(column * cell.width(), row * cell.height());
            if (block == QChar(0x2588) || block == QChar(0x2580))
                painter.fillRect(QRect(at, QSize(cell.width(), half)), ink);
            if (block == QChar(0x2588) || block == QChar(0x2584))
                painter.fillRect(QRect(at + QPoint(0, half), QSize(cell.width(), cell.height() - half)), ink);
        }
    return image;
}

platform::GreyPicture photograph(const QImage &drawing, const Shot &shot)
{
    QImage frame(shot.frame, QImage::Format_Grayscale8);
    frame.fill(qRgb(150, 150, 150));
    {
        QPainter painter(&frame);
        painter.setTransform(placing(drawing, shot));
        painter.drawImage(0, 0, drawing);
    }
    if (shot.blurred > 1)
        frame = blurred(frame, shot.blurred);
    for (int y = 0; y < frame.height(); ++y)
        for (int x = 0; x < frame.width(); ++x) {
            uchar &pixel = frame.scanLine(y)[x];
            pixel = uchar(shot.dark + pixel * (shot.bright - shot.dark) / 255);
        }
    addNoise(frame, shot.noise);
    platform::GreyPicture picture{frame.width(), frame.height(), {}};
    for (int y = 0; y < frame.height(); ++y)
        picture.pixels.insert(picture.pixels.end(), frame.constScanLine(y), frame.constScanLine(y) + frame.width());
    return picture;
}

QImage imageOf(const platform::GreyPicture &picture)
{
    return QImage(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8)
        .copy();
}

} // namespace faltakt::test
