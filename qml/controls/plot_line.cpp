#include "qml/controls/plot_line.h"

#include <QPainter>

namespace faltakt::controls {

PlotLine::PlotLine(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &PlotLine::scaleChanged, this, &PlotLine::redraw);
}

void PlotLine::setPoints(QAbstractItemModel *points)
{
    if (points == m_points)
        return;
    if (m_points)
        disconnect(m_points, nullptr, this, nullptr);
    m_points = points;
    if (m_points) {
        connect(m_points, &QAbstractItemModel::dataChanged, this, &PlotLine::redraw);
        connect(m_points, &QAbstractItemModel::rowsInserted, this, &PlotLine::redraw);
        connect(m_points, &QAbstractItemModel::rowsRemoved, this, &PlotLine::redraw);
        connect(m_points, &QAbstractItemModel::rowsMoved, this, &PlotLine::redraw);
        connect(m_points, &QAbstractItemModel::modelReset, this, &PlotLine::redraw);
    }
    update();
    Q_EMIT pointsChanged();
}

QPolygonF PlotLine::line() const
{
    QPolygonF line;
    const int count = m_points ? m_points->rowCount() : 0;
    const qreal span = m_maximum - m_minimum;
    if (count < 2 || span <= 0)
        return line;
    const int role = m_points->roleNames().key("value", Qt::DisplayRole);
    for (int row = 0; row < count; ++row) {
        const qreal value = m_points->data(m_points->index(row, 0), role).toReal();
        line << QPointF(width() * row / (count - 1), height() * (1 - (value - m_minimum) / span));
    }
    return line;
}

void PlotLine::paint(QPainter *painter)
{
    painter->setPen(QPen(m_color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line());
}

} // namespace faltakt::controls
