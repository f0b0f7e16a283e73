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

void RowOrder::arrange()
{
    m_isWished = false;
    if (!m_area)
        return;
    QList<QQuickItem *> children = m_area->childItems();
    // What stands at the same height keeps its order.
    const auto isHigher = [](const QQuickItem *one, const QQuickItem *other) { return one->y() < other->y(); };
    if (std::ranges::is_sorted(children, isHigher))
        return;
    QList<std::pair<QQuickItem *, qsizetype>> places;
    for (qsizetype index = 0; index < children.size(); ++index)
        places.append({children[index], index});
    std::ranges::sort(places, [](const auto &one, const auto &other) {
        return std::pair(one.first->y(), one.second) < std::pair(other.first->y(), other.second);
    });
    for (qsizetype index = 1; index < places.size(); ++index)
        places[index].first->stackAfter(places[index - 1].first);
}

} // namespace faltakt::controls
