#include "qml/controls/signature_pad.h"

#include <QPainter>

namespace faltakt::controls {

namespace {

constexpr int Width = 1000; // In which strokes are told.
/// Enough for any name, and too little to fill a record with.
constexpr qsizetype MostPoints = 3000;
constexpr int LeastStep = 3;

QString textOf(const QList<QPolygon> &strokes)
{
    QStringList lines;
    for (const QPolygon &stroke : strokes) {
        QStringList points;
        for (const QPoint &point : stroke)
            points << QStringLiteral("%1,%2").arg(point.x()).arg(point.y());
        lines << points.join(u' ');
    }
    return lines.join(u';');
}

} // namespace

SignaturePad::SignaturePad(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    // A page that scrolls would take the finger away in the middle of a name.
    setKeepMouseGrab(true);
    connect(this, &SignaturePad::colorChanged, this, [this] { update(); });
}

void SignaturePad::wipe()
{
    m_strokes.clear();
    m_points = 0;
    m_isDrawing = false;
    update();
}

void SignaturePad::paint(QPainter *painter)
{
    painter->setPen(QPen(m_color, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal scale = width() / Width;
    for (const QPolygon &stroke : m_strokes) {
        QPolygonF line;
        for (const QPoint &point : stroke)
            line << QPointF(point) * scale;
        if (line.size() == 1)
            line << line.front() + QPointF(1, 0); // A dot is a stroke too.
        painter->drawPolyline(line);
    }
}

void SignaturePad::addPoint(const QPointF &at)
{
    if (!m_isDrawing || width() <= 0 || m_points >= MostPoints)
        return;
    const QPointF inside(qBound(0.0, at.x(), width()), qBound(0.0, at.y(), height()));
    const QPoint point = (inside * (Width / width())).toPoint();
    QPolygon &stroke = m_strokes.back();
    if (!stroke.isEmpty() && (point - stroke.back()).manhattanLength() < LeastStep)
        return;
    stroke << point;
    ++m_points;
    update();
}

void SignaturePad::endStroke()
{
    if (!std::exchange(m_isDrawing, false))
        return;
    if (m_strokes.back().isEmpty())
        m_strokes.removeLast();
    Q_EMIT drawn(textOf(m_strokes));
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    m_strokes.append(QPolygon());
    m_isDrawing = true;
    addPoint(event->position());
    event->accept();
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event) { addPoint(event->position()); }

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    addPoint(event->position());
    endStroke();
}

void SignaturePad::mouseUngrabEvent() { endStroke(); }

} // namespace faltakt::controls
