#include "qml/viewmodels/shell/view_keeper.h"

#include <QQuickWindow>
#include <QTimer>
#include <QVariant>

namespace faltakt::viewmodels {

namespace {

constexpr const char *CursorProperty = "cursorPosition";

} // namespace

void ViewKeeper::remember()
{
    m_scrolls.clear();
    m_focused.clear();
    m_cursor.reset();
    if (!m_area)
        return;
    rememberScrolls(m_area);
    QQuickItem *focused = m_area->window() ? m_area->window()->activeFocusItem() : nullptr;
    if (!focused || !m_area->isAncestorOf(focused))
        return;
    m_focused = focused;
    const QVariant cursor = focused->property(CursorProperty);
    if (cursor.isValid())
        m_cursor = cursor.toInt();
}

void ViewKeeper::rememberScrolls(QQuickItem *item)
{
    // Flickable is a private class of Qt Quick, so it is known by its name.
    if (item->inherits("QQuickFlickable"))
        m_scrolls.push_back({item, item->property("contentX").toReal(), item->property("contentY").toReal()});
    for (QQuickItem *child : item->childItems())
        rememberScrolls(child);
}

void ViewKeeper::restore()
{
    if (m_scrolls.empty() && !m_focused)
        return;
    // The lists have their rows, but lay them out before the next frame only.
    QTimer::singleShot(0, this, &ViewKeeper::restoreNow);
}

void ViewKeeper::restoreNow()
{
    for (const Scroll &scroll : m_scrolls) {
        if (!scroll.flickable)
            continue;
        // Lists only; a plain Flickable has none.
        if (scroll.flickable->metaObject()->indexOfMethod("forceLayout()") >= 0)
            QMetaObject::invokeMethod(scroll.flickable, "forceLayout");
        scroll.flickable->setProperty("contentX", scroll.x);
        scroll.flickable->setProperty("contentY", scroll.y);
        QMetaObject::invokeMethod(scroll.flickable, "returnToBounds");
    }
    m_scrolls.clear();
    if (m_focused) {
        m_focused->forceActiveFocus(Qt::OtherFocusReason);
        if (m_cursor)
            m_focused->setProperty(CursorProperty, *m_cursor);
    }
    m_focused.clear();
    m_cursor.reset();
}

} // namespace faltakt::viewmodels
