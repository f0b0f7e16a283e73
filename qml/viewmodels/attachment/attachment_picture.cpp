#include "qml/viewmodels/attachment/attachment_picture.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <memory>

namespace faltakt::viewmodels {

AttachmentPicture::AttachmentPicture(QQuickItem *parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

void AttachmentPicture::setAttachment(AttachmentViewModel *attachment)
{
    if (attachment == m_attachment)
        return;
    if (m_attachment)
        disconnect(m_attachment, nullptr, this, nullptr);
    m_attachment = attachment;
    if (m_attachment)
        connect(m_attachment, &AttachmentViewModel::changed, this, &QQuickItem::update);
    update();
    Q_EMIT attachmentChanged();
}

QSGNode *AttachmentPicture::updatePaintNode(QSGNode *old, UpdatePaintNodeData * /*data*/)
{
    std::unique_ptr<QSGImageNode> node(static_cast<QSGImageNode *>(old));
    const QImage picture = m_attachment ? m_attachment->picture() : QImage();
    if (picture.isNull() || boundingRect().isEmpty())
        return nullptr;
    if (!node) {
        node.reset(window()->createImageNode());
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_drawn = 0;
    }
    // Moving and zooming draw the same texture again; it is megabytes.
    if (std::exchange(m_drawn, picture.cacheKey()) != picture.cacheKey())
        node->setTexture(window()->createTextureFromImage(picture));
    node->setRect(boundingRect());
    node->setSourceRect(QRectF({}, QSizeF(picture.size())));
    return node.release();
}

} // namespace faltakt::viewmodels
