#include "qml/viewmodels/day/code_picture.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>

namespace faltakt::viewmodels {

QRectF CodePicture::sharpRect(QSize picture, QSizeF item, QPointF scene, qreal ratio)
{
    if (picture.isEmpty() || ratio <= 0)
        return {};
    const int pixels = int(std::floor(std::min(item.width(), item.height()) * ratio / picture.width()));
    // Smaller than a pixel a module is nothing that a camera could tell apart; drawn all the same, as large as there is room.
    const qreal side = pixels > 0 ? pixels * picture.width() / ratio : std::min(item.width(), item.height());
    const auto whole = [ratio](qreal at) { return std::round(at * ratio) / ratio; };
    const QPointF corner(whole(scene.x() + (item.width() - side) / 2), whole(scene.y() + (item.height() - side) / 2));
    return {corner - scene, QSizeF(side, side)};
}

QSGNode *CodePicture::updatePaintNode(QSGNode *old, UpdatePaintNodeData *data)
{
    QSGNode *node = PictureItem::updatePaintNode(old, data);
    if (auto *image = static_cast<QSGImageNode *>(node)) {
        image->setFiltering(QSGTexture::Nearest);
        image->setRect(
            sharpRect(picture().size(), size(), mapToScene(QPointF()), window()->effectiveDevicePixelRatio()));
    }
    return node;
}

} // namespace faltakt::viewmodels
