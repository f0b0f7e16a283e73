#include "qml/controls/focus_return.h"

#include <algorithm>

namespace faltakt::controls {

namespace {

void focusContent(const QQuickWindow &window)
{
    const QList<QQuickItem *> items = window.contentItem()->childItems();
    const auto scope =
        std::ranges::find_if(items, [](const QQuickItem *item) { return item->isFocusScope() && item->isVisible(); });
    if (scope != items.end())
        (*scope)->forceActiveFocus(Qt::PopupFocusReason);
}

} // namespace

void FocusReturn::remember(QQuickItem *near)
{
    m_window = near ? near->window() : nullptr;
    m_item = m_window ? m_window->activeFocusItem() : nullptr;
    if (m_item && m_item == m_window->contentItem())
        m_item = nullptr;
    m_hadRing = m_item && m_item->property("visualFocus").toBool();
}

void FocusReturn::giveBack()
{
    if (m_item && m_item->isVisible())
        m_item->forceActiveFocus(m_hadRing ? Qt::TabFocusReason : Qt::PopupFocusReason);
    else if (m_window)
        focusContent(*m_window);
    m_item = nullptr;
}

} // namespace faltakt::controls
