#include "qml/viewmodels/act/signature_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace faltakt::viewmodels {

namespace {

constexpr QSize Size(1000, 400);
constexpr int Margin = 40;

QPolygonF lineOf(QStringView stroke)
{
    QPolygonF line;
    const auto points = stroke.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView point : points) {
        const qsizetype comma = point.indexOf(u',');
        bool hasX = false;
        bool hasY = false;
        const int x = comma > 0 ? point.left(comma).toInt(&hasX) : 0;
        const int y = comma > 0 ? point.mid(comma + 1).toInt(&hasY) : 0;
        if (hasX && hasY)
            line << QPointF(x, y);
    }
    if (line.size() == 1)
        line << line.front() + QPointF(1, 0);
    return line;
}

} // namespace

QByteArray signaturePicture(const QString &strokes, const QString &name)
{
    QImage picture(Size, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto parts = QStringView(strokes).split(u';', Qt::SkipEmptyParts);
    for (const QStringView stroke : parts)
        painter.drawPolyline(lineOf(stroke));
    if (strokes.isEmpty()) {
        QFont font = painter.font();
        font.setPixelSize(60);
        painter.setFont(font);
        painter.drawText(picture.rect().adjusted(Margin, Margin, -Margin, -Margin), Qt::AlignCenter | Qt::TextWordWrap,
                         name);
    }
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return png;
}

} // namespace faltakt::viewmodels
