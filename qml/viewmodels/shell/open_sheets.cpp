#include "qml/viewmodels/shell/open_sheets.h"

namespace faltakt::viewmodels {

void OpenSheets::closeAll()
{
    if (!m_overlay)
        return;
    // The item of a popup is a private class of Qt Quick, and a child of the popup as an object.
    const QList<QQuickItem *> items = m_overlay->childItems();
    for (QQuickItem *item : items)
        if (item->inherits("QQuickPopupItem") && item->parent())
            QMetaObject::invokeMethod(item->parent(), "close");
}

} // namespace faltakt::viewmodels
