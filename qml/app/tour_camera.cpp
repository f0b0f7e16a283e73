#include "qml/app/tour_camera.h"

#include <QImage>
#include <QPainter>

namespace faltakt::app {

namespace {

constexpr QSize Frame(640, 480);
constexpr int Modules = 33;
constexpr int Finder = 7;

/// The three squares in the corners of every code.
void drawFinder(QPainter &painter, int x, int y)
{
    painter.fillRect(x, y, Finder, Finder, Qt::black);
    painter.fillRect(x + 1, y + 1, Finder - 2, Finder - 2, Qt::white);
    painter.fillRect(x + 2, y + 2, Finder - 4, Finder - 4, Qt::black);
}

void drawModules(QPainter &painter)
{
    for (int y = 0; y < Modules; ++y)
        for (int x = 0; x < Modules; ++x)
            if ((x * x * 7 + y * y * 3 + x * y * 5) % 11 < 5)
                painter.fillRect(x, y, 1, 1, Qt::black);
    for (const QPoint corner : {QPoint(0, 0), QPoint(Modules - Finder, 0), QPoint(0, Modules - Finder)}) {
        painter.fillRect(corner.x() - 1, corner.y() - 1, Finder + 2, Finder + 2, Qt::white);
        drawFinder(painter, corner.x(), corner.y());
    }
}

} // namespace

platform::GreyPicture codeOnPaper()
{
    constexpr double ModulePixels = 7.5;
    constexpr double Degrees = -4;
    QImage frame(Frame, QImage::Format_Grayscale8);
    frame.fill(QColor(118, 118, 118));
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(Frame.width() / 2.0, Frame.height() / 2.0);
    painter.rotate(Degrees);
    painter.fillRect(QRectF(-190, -210, 380, 460), QColor(232, 232, 232));
    painter.scale(ModulePixels, ModulePixels);
    painter.translate(-Modules / 2.0, -Modules / 2.0);
    drawModules(painter);
    painter.end();
    platform::GreyPicture picture{frame.width(), frame.height(), {}};
    for (int y = 0; y < frame.height(); ++y)
        picture.pixels.insert(picture.pixels.end(), frame.constScanLine(y), frame.constScanLine(y) + frame.width());
    return picture;
}

} // namespace faltakt::app
