#include "qml/viewmodels/lock/viewfinder.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <memory>

namespace faltakt::viewmodels {

Viewfinder::Viewfinder(QQuickItem *parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

void Viewfinder::setScan(CodeScanViewModel *scan)
{
    if (scan == m_scan)
        return;
    if (m_scan)
        disconnect(m_scan, nullptr, this, nullptr);
    m_scan = scan;
    if (m_scan)
        connect(m_scan, &CodeScanViewModel::pictureChanged, this, &QQuickItem::update);
    update();
    Q_EMIT scanChanged();
}

QRectF Viewfinder::partShown(QSizeF picture, QSizeF item)
{
    QRectF part({}, item.scaled(picture, Qt::KeepAspectRatio));
    part.moveCenter(QRectF({}, picture).center());
    return part;
}

QSGNode *Viewfinder::updatePaintNode(QSGNode *old, UpdatePaintNodeData * /*data*/)
{
    std::unique_ptr<QSGImageNode> node(static_cast<QSGImageNode *>(old));
    const QImage picture = m_scan ? m_scan->picture() : QImage();
    if (picture.isNull() || boundingRect().isEmpty())
        return nullptr;
    if (!node) {
        node.reset(window()->createImageNode());
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
    }
    node->setTexture(window()->createTextureFromImage(picture));
    node->setRect(boundingRect());
    node->setSourceRect(partShown(picture.size(), boundingRect().size()));
    return node.release();
}

} // namespace faltakt::viewmodels
