#include "qml/viewmodels/lock/viewfinder.h"

namespace faltakt::viewmodels {

QRectF Viewfinder::middleOf(QSizeF picture, QSizeF item)
{
    QRectF part({}, item.scaled(picture, Qt::KeepAspectRatio));
    part.moveCenter(QRectF({}, picture).center());
    return part;
}

} // namespace faltakt::viewmodels
