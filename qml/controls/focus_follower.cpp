#include "qml/controls/focus_follower.h"

namespace faltakt::controls {

void FocusFollower::setArea(QQuickItem *area)
{
    if (area == m_area)
        return;
    if (m_area)
        disconnect(m_area, nullptr, this, nullptr);
    m_area = area;
    if (m_area) {
        connect(m_area, &QQuickItem::windowChanged, this, &FocusFollower::watch);
        watch(m_area->window());
    }
    Q_EMIT areaChanged();
}

void FocusFollower::watch(QQuickWindow *window)
{
    disconnect(m_watching);
    if (window)
        m_watching = connect(window, &QQuickWindow::activeFocusItemChanged, this, &FocusFollower::followFocus);
}

void FocusFollower::followFocus()
{
    if (!m_area || !m_area->window())
        return;
    auto *item = m_area->window()->activeFocusItem();
    if (!item || !m_area->isAncestorOf(item))
        return;
    for (auto *above = item->parentItem(); above && above != m_area->parentItem(); above = above->parentItem())
        if (above->inherits("QQuickFlickable"))
            bringIntoView(above, item);
}

void FocusFollower::bringIntoView(QQuickItem *flickable, QQuickItem *item) const
{
    const QRectF seen = item->mapRectToItem(flickable, QRectF(0, 0, item->width(), item->height()));
    const qreal present = flickable->property("contentY").toReal();
    const qreal room = flickable->height() - m_bottomMargin;
    qreal wanted = present;
    if (seen.bottom() > room)
        wanted = present + seen.bottom() - room;
    // The top of what is taller than the view matters more than its end.
    if (seen.top() - (wanted - present) < m_topMargin)
        wanted = present + seen.top() - m_topMargin;
    // The margins of a list hold what stands above and below its rows.
    const qreal origin = flickable->property("originY").toReal();
    const qreal first = origin - flickable->property("topMargin").toReal();
    const qreal last = origin + flickable->property("contentHeight").toReal()
                       + flickable->property("bottomMargin").toReal() - flickable->height();
    flickable->setProperty("contentY", qBound(first, wanted, qMax(first, last)));
}

} // namespace faltakt::controls
