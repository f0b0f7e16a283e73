#include "qml/controls/row_order.h"

#include <algorithm>
#include <utility>

namespace faltakt::controls {

void RowOrder::setArea(QQuickItem *area)
{
    if (area == m_area)
        return;
    if (m_area)
        disconnect(m_area, nullptr, this, nullptr);
    m_area = area;
    if (m_area) {
        connect(m_area, &QQuickItem::childrenChanged, this, &RowOrder::followChildren);
        followChildren();
    }
    Q_EMIT areaChanged();
}

void RowOrder::followChildren()
{
    const QList<QQuickItem *> children = m_area->childItems();
    for (const QQuickItem *child : children)
        connect(child, &QQuickItem::yChanged, this, &RowOrder::wish, Qt::UniqueConnection);
    wish();
}

void RowOrder::wish()
{
    if (!std::exchange(m_isWished, true))
        QMetaObject::invokeMethod(this, &RowOrder::arrange, Qt::QueuedConnection);
}

int RowOrder::rankOf(const QQuickItem *child) const
{
    if (child == m_lead)
        return -2;
    if (child == m_above)
        return -1;
    return child == m_below ? 1 : 0;
}

void RowOrder::arrange()
{
    m_isWished = false;
    if (!m_area)
        return;
    QList<QQuickItem *> children = m_area->childItems();
    // What stands at the same height keeps its order.
    const auto placeOf = [this](const QQuickItem *child) { return std::pair(rankOf(child), child->y()); };
    const auto isHigher = [&](const QQuickItem *one, const QQuickItem *other) { return placeOf(one) < placeOf(other); };
    if (std::ranges::is_sorted(children, isHigher))
        return;
    QList<std::pair<QQuickItem *, qsizetype>> places;
    for (qsizetype index = 0; index < children.size(); ++index)
        places.append({children[index], index});
    std::ranges::sort(places, [&](const auto &one, const auto &other) {
        return std::pair(placeOf(one.first), one.second) < std::pair(placeOf(other.first), other.second);
    });
    for (qsizetype index = 1; index < places.size(); ++index)
        places[index].first->stackAfter(places[index - 1].first);
}

} // namespace faltakt::controls
