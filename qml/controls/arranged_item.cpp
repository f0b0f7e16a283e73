#include "qml/controls/arranged_item.h"

namespace faltakt::controls {

ArrangedItem::ArrangedItem(QQuickItem *parent) : QQuickItem(parent) {}

void ArrangedItem::setSpacing(qreal spacing)
{
    if (qFuzzyCompare(1 + spacing, 1 + m_spacing))
        return;
    m_spacing = spacing;
    polish();
    Q_EMIT spacingChanged();
}

void ArrangedItem::again()
{
    if (!m_arranging)
        polish();
}

void ArrangedItem::follow(QQuickItem *child)
{
    connect(child, &QQuickItem::implicitWidthChanged, this, &QQuickItem::polish);
    connect(child, &QQuickItem::implicitHeightChanged, this, &QQuickItem::polish);
    connect(child, &QQuickItem::visibleChanged, this, &QQuickItem::polish);
    connect(child, &QQuickItem::heightChanged, this, &ArrangedItem::again);
}

void ArrangedItem::followModelOf(const QQuickItem *repeater)
{
    // A moved row changes the order of the children, and Qt tells nobody.
    auto *model = repeater->property("model").value<QAbstractItemModel *>();
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsMoved, this, &ArrangedItem::again, Qt::UniqueConnection);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ArrangedItem::again, Qt::UniqueConnection);
}

void ArrangedItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemChildAddedChange)
        follow(data.item);
    if (change == ItemChildRemovedChange)
        disconnect(data.item, nullptr, this, nullptr);
    if (change == ItemChildAddedChange || change == ItemChildRemovedChange || change == ItemVisibleHasChanged)
        polish();
    QQuickItem::itemChange(change, data);
}

void ArrangedItem::geometryChange(const QRectF &now, const QRectF &before)
{
    if (now.width() != before.width())
        polish();
    QQuickItem::geometryChange(now, before);
}

void ArrangedItem::componentComplete()
{
    QQuickItem::componentComplete();
    updatePolish();
}

QList<QQuickItem *> ArrangedItem::placedChildren()
{
    QList<QQuickItem *> placed;
    const auto children = childItems();
    for (auto *child : children)
        if (child->inherits("QQuickRepeater"))
            followModelOf(child);
        else if (child->isVisible())
            placed.append(child);
    return placed;
}

void ArrangedItem::updatePolish()
{
    // Without a shown parent all children count as hidden; they are placed when it is shown.
    if (!isVisible() || !isComponentComplete())
        return;
    const auto children = placedChildren();
    setImplicitWidth(naturalWidth(children));
    if (width() <= 0)
        return;
    m_arranging = true;
    const qreal height = arrange(children);
    m_arranging = false;
    setImplicitHeight(height);
}

} // namespace faltakt::controls
