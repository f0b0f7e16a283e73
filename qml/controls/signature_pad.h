#pragma once

#include <QColor>
#include <QPolygon>
#include <QQuickPaintedItem>

namespace faltakt::controls {

/// A plane on which a finger, pen or mouse writes. What was drawn is told as a text of numbers, "x,y x,y;x,y": a stroke between
/// semicolons, in thousandths of the item's width, so that it can be drawn in any size. Nothing comes back here: what was
/// drawn stands until it is wiped. Painted, because the software renderer draws no geometry of one's own.
class SignaturePad : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY colorChanged FINAL)

public:
    explicit SignaturePad(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

public Q_SLOTS:
    void wipe();

Q_SIGNALS:
    void colorChanged();
    /// A stroke has ended: all of them.
    void drawn(const QString &strokes);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;

private:
    void addPoint(const QPointF &at);
    void endStroke();

    QList<QPolygon> m_strokes; ///< The last one is being drawn while m_isDrawing.
    qsizetype m_points = 0;
    bool m_isDrawing = false;
    QColor m_color = Qt::black;
};

} // namespace faltakt::controls
