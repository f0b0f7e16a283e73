#include "qml/controls/flow_row.h"

#include <QtMath>

namespace faltakt::controls {

void FlowRow::setStretch(bool stretch)
{
    if (stretch == m_stretch)
        return;
    m_stretch = stretch;
    polish();
    Q_EMIT stretchChanged();
}

void FlowRow::setCentred(bool centred)
{
    if (centred == m_centred)
        return;
    m_centred = centred;
    polish();
    Q_EMIT centredChanged();
}

qreal FlowRow::naturalWidth(const QList<QQuickItem *> &children) const
{
    qreal wanted = 0;
    for (const auto *child : children)
        wanted += (wanted > 0 ? spacing() : 0) + qCeil(child->implicitWidth());
    return wanted;
}

QList<FlowRow::Line> FlowRow::breakIntoLines(const QList<QQuickItem *> &children) const
{
    QList<Line> lines;
    for (auto *item : children) {
        const qreal wanted = qMin<qreal>(qCeil(item->implicitWidth()), width());
        if (lines.isEmpty() || lines.last().width + spacing() + wanted > width())
            lines.append(Line{{item}, wanted});
        else {
            lines.last().items.append(item);
            lines.last().width += spacing() + wanted;
        }
    }
    return lines;
}

qreal FlowRow::placeLine(const Line &line, qreal top)
{
    const qreal rest = m_stretch ? (width() - line.width) / static_cast<qreal>(line.items.size()) : 0;
    for (auto *item : line.items)
        item->setWidth(qMin<qreal>(qCeil(item->implicitWidth()), width()) + rest);
    qreal height = 0;
    for (auto *item : line.items)
        height = qMax(height, item->implicitHeight());
    qreal left = 0;
    for (auto *item : line.items) {
        item->setHeight(m_stretch ? height : item->implicitHeight());
        item->setPosition({left, top + (m_centred ? (height - item->height()) / 2 : 0)});
        left += item->width() + spacing();
    }
    return height;
}

qreal FlowRow::arrange(const QList<QQuickItem *> &children)
{
    qreal bottom = 0;
    const auto lines = breakIntoLines(children);
    for (const auto &line : lines) {
        bottom += bottom > 0 ? spacing() : 0;
        bottom += placeLine(line, bottom);
    }
    return bottom;
}

} // namespace faltakt::controls
