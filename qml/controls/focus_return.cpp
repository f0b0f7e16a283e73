#include "qml/controls/focus_return.h"

namespace faltakt::controls {

void FocusReturn::remember(QQuickItem *near)
{
    m_item = near && near->window() ? near->window()->activeFocusItem() : nullptr;
    m_hadRing = m_item && m_item->property("visualFocus").toBool();
}

void FocusReturn::giveBack()
{
    if (m_item && m_item->isVisible())
        m_item->forceActiveFocus(m_hadRing ? Qt::TabFocusReason : Qt::PopupFocusReason);
    m_item = nullptr;
}

} // namespace faltakt::controls
