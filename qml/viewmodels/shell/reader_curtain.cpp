#include "qml/viewmodels/shell/reader_curtain.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace faltakt::viewmodels {

namespace {

constexpr const char *Ignored = "ignored";

/// What QML writes as `Accessible.…` of an item: a private class of Qt Quick, and a child of the item as an object.
QObject *accessibleOf(const QQuickItem *item)
{
    const QObjectList &children = item->children();
    const auto found = std::ranges::find_if(
        children, [](const QObject *child) { return child->inherits("QQuickAccessibleAttached"); });
    return found == children.end() ? nullptr : *found;
}

} // namespace

void ReaderCurtain::setOverlay(QQuickItem *overlay)
{
    if (overlay == m_overlay)
        return;
    if (m_overlay)
        disconnect(m_overlay, nullptr, this, nullptr);
    m_overlay = overlay;
    if (m_overlay)
        connect(m_overlay, &QQuickItem::childrenChanged, this, &ReaderCurtain::draw);
    Q_EMIT overlayChanged();
}

QQuickItem *ReaderCurtain::topSheet() const
{
    const QList<QQuickItem *> items = m_overlay->childItems();
    const auto sheet = std::ranges::find_if(items.rbegin(), items.rend(), [](const QQuickItem *item) {
        return item->inherits("QQuickPopupItem") && item->parent() && item->parent()->property("modal").toBool();
    });
    return sheet == items.rend() ? nullptr : *sheet;
}

void ReaderCurtain::draw()
{
    QQuickItem *sheet = topSheet();
    if (sheet == m_sheet)
        return;
    for (const QPointer<QObject> &accessible : std::as_const(m_hidden))
        if (accessible)
            accessible->setProperty(Ignored, false);
    m_hidden.clear();
    for (const QMetaObject::Connection &watch : std::as_const(m_watches))
        disconnect(watch);
    m_watches.clear();
    m_watched.clear();
    m_sheet = sheet;
    QQuickItem *root = m_overlay->parentItem();
    if (sheet && root)
        hideBehind(root, sheet);
}

void ReaderCurtain::hideBehind(QQuickItem *item, const QQuickItem *sheet)
{
    if (item == sheet)
        return;
    QObject *accessible = accessibleOf(item);
    if (accessible && !accessible->property(Ignored).toBool() && accessible->setProperty(Ignored, true))
        m_hidden.append(accessible);
    if (item != m_overlay && !m_watched.contains(item)) {
        m_watched.insert(item);
        m_watches.append(connect(item, &QQuickItem::childrenChanged, this, &ReaderCurtain::hideNewcomersSoon));
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        hideBehind(child, sheet);
}

void ReaderCurtain::hideNewcomersSoon()
{
    if (std::exchange(m_newcomersWait, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_newcomersWait = false;
        QQuickItem *root = m_overlay ? m_overlay->parentItem() : nullptr;
        if (m_sheet && root)
            hideBehind(root, m_sheet);
    });
}

} // namespace faltakt::viewmodels
