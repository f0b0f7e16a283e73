#include "qml/controls/flow_row.h"

#include <QtMath>

namespace faltakt::controls {
namespace {

bool takesPart(const QQuickItem *item) { return item->isVisible() && !item->inherits("QQuickRepeater"); }

} // namespace

FlowRow::FlowRow(QQuickItem *parent) : QQuickItem(parent) {}

void FlowRow::setSpacing(qreal spacing)
{
    if (qFuzzyCompare(spacing, m_spacing))
        return;
    m_spacing = spacing;
    polish();
    Q_EMIT spacingChanged();
}

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

void FlowRow::follow(QQuickItem *child)
{
    connect(child, &QQuickItem::implicitWidthChanged, this, &QQuickItem::polish);
    connect(child, &QQuickItem::implicitHeightChanged, this, &QQuickItem::polish);
    connect(child, &QQuickItem::visibleChanged, this, &QQuickItem::polish);
}

void FlowRow::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemChildAddedChange)
        follow(data.item);
    if (change == ItemChildRemovedChange)
        disconnect(data.item, nullptr, this, nullptr);
    if (change == ItemChildAddedChange || change == ItemChildRemovedChange)
        polish();
    QQuickItem::itemChange(change, data);
}

void FlowRow::geometryChange(const QRectF &now, const QRectF &before)
{
    if (!qFuzzyCompare(now.width(), before.width()))
        polish();
    QQuickItem::geometryChange(now, before);
}

void FlowRow::componentComplete()
{
    QQuickItem::componentComplete();
    updatePolish();
}

void FlowRow::updateImplicitWidth()
{
    qreal wanted = 0;
    const auto items = childItems();
    for (const auto *item : items)
        if (takesPart(item))
            wanted += (wanted > 0 ? m_spacing : 0) + qCeil(item->implicitWidth());
    setImplicitWidth(wanted);
}

QList<FlowRow::Line> FlowRow::breakIntoLines() const
{
    QList<Line> lines;
    const auto items = childItems();
    for (auto *item : items) {
        if (!takesPart(item))
            continue;
        const qreal wanted = qMin<qreal>(qCeil(item->implicitWidth()), width());
        if (lines.isEmpty() || lines.last().width + m_spacing + wanted > width())
            lines.append(Line{{item}, wanted});
        else {
            lines.last().items.append(item);
            lines.last().width += m_spacing + wanted;
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
        left += item->width() + m_spacing;
    }
    return height;
}

void FlowRow::updatePolish()
{
    updateImplicitWidth();
    if (width() <= 0)
        return;
    qreal bottom = 0;
    const auto lines = breakIntoLines();
    for (const auto &line : lines) {
        bottom += bottom > 0 ? m_spacing : 0;
        bottom += placeLine(line, bottom);
    }
    setImplicitHeight(bottom);
}

} // namespace faltakt::controls
