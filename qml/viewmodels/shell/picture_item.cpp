#include "qml/viewmodels/shell/picture_item.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <memory>
#include <utility>

namespace faltakt::viewmodels {

QSGNode *PictureItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData * /*data*/)
{
    std::unique_ptr<QSGImageNode> node(static_cast<QSGImageNode *>(old));
    const QImage shown = picture();
    if (shown.isNull() || boundingRect().isEmpty())
        return nullptr;
    if (!node) {
        node.reset(window()->createImageNode());
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_drawn = 0;
    }
    // Moving and zooming draw the same texture again; it is megabytes.
    if (std::exchange(m_drawn, shown.cacheKey()) != shown.cacheKey())
        node->setTexture(window()->createTextureFromImage(shown));
    node->setRect(boundingRect());
    node->setSourceRect(partShown(shown.size()));
    return node.release();
}

} // namespace faltakt::viewmodels
