#include "qml/app/tour_photo.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

namespace faltakt::app {

namespace {

constexpr QSize Frame(900, 1200);
constexpr int Lines = 18;

void drawLines(QPainter &painter)
{
    painter.fillRect(90, 90, 260, 26, QColor(70, 70, 70));
    for (int line = 0; line < Lines; ++line) {
        const int width = 560 - line * line * 37 % 190;
        painter.fillRect(90, 180 + line * 44, width, 14, QColor(120, 120, 120));
    }
}

} // namespace

base::Bytes photoOfPaper()
{
    constexpr double Degrees = 3;
    QImage frame(Frame, QImage::Format_RGB32);
    frame.fill(QColor(120, 92, 66));
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(80, 40);
    painter.rotate(Degrees);
    painter.fillRect(0, 0, 740, 1080, QColor(244, 242, 236));
    drawLines(painter);
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "jpeg").write(frame);
    return base::Bytes(jpeg.begin(), jpeg.end());
}

} // namespace faltakt::app
