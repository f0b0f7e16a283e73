#include "qml/viewmodels/shell/focus_panes.h"

#include <QQuickWindow>

namespace faltakt::viewmodels {

int FocusPanes::current() const
{
    for (int index = 0; index < m_panes.size(); ++index) {
        QQuickItem *pane = m_panes[index];
        QQuickItem *focused = pane && pane->window() ? pane->window()->activeFocusItem() : nullptr;
        if (focused && (focused == pane || pane->isAncestorOf(focused)))
            return index;
    }
    return -1;
}

bool FocusPanes::enter(QQuickItem *pane)
{
    pane->forceActiveFocus(Qt::TabFocusReason);
    QQuickItem *focused = pane->window() ? pane->window()->activeFocusItem() : nullptr;
    if (focused && focused != pane && pane->isAncestorOf(focused) && focused->activeFocusOnTab())
        return true;
    // Nothing in it had the focus before: the first in the chain of Tab.
    QQuickItem *first = pane->nextItemInFocusChain(true);
    if (!first || !pane->isAncestorOf(first))
        return false;
    first->forceActiveFocus(Qt::TabFocusReason);
    return true;
}

void FocusPanes::next()
{
    const int start = current();
    for (int step = 1; step <= m_panes.size(); ++step) {
        QQuickItem *pane = m_panes[(start + step) % m_panes.size()];
        if (pane && pane->isVisible() && pane->isEnabled() && enter(pane))
            return;
    }
}

} // namespace faltakt::viewmodels
