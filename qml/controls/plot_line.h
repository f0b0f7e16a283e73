#pragma once

#include <QAbstractItemModel>
#include <QPointer>
#include <QQuickPaintedItem>

namespace faltakt::controls {

/// The line through the points of a ScorePlot: values of the role "value", at equal distances, in the item's own size.
/// Painted, because the software renderer draws no geometry of one's own.
class PlotLine : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel *points READ points WRITE setPoints NOTIFY pointsChanged FINAL)
    Q_PROPERTY(qreal minimum MEMBER m_minimum NOTIFY scaleChanged FINAL)
    Q_PROPERTY(qreal maximum MEMBER m_maximum NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY scaleChanged FINAL)

public:
    explicit PlotLine(QQuickItem *parent = nullptr);

    QAbstractItemModel *points() const { return m_points; }
    void setPoints(QAbstractItemModel *points);
    void paint(QPainter *painter) override;

    /// Where the line runs, in the item's coordinates; empty below two points.
    QPolygonF line() const;

Q_SIGNALS:
    void pointsChanged();
    void scaleChanged();

private:
    void redraw() { update(); }

    QPointer<QAbstractItemModel> m_points;
    qreal m_minimum = 0;
    qreal m_maximum = 1;
    QColor m_color = Qt::black;
};

} // namespace faltakt::controls
